// More about something, for whoever wants it.
import type { ReactNode } from "react";
import classes from "./disclosure.module.css";

export function Disclosure({ summary, children }: { summary: ReactNode; children: ReactNode }) {
  return (
    <details className={classes.details}>
      <summary>{summary}</summary>
      {children}
    </details>
  );
}
