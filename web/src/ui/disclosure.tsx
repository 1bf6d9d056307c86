// More about something, for whoever wants it.
import type { ReactNode } from "react";
import classes from "./disclosure.module.css";

interface DisclosureProps {
  summary: ReactNode;
  isOpen?: boolean;
  children: ReactNode;
}

export function Disclosure({ summary, isOpen, children }: DisclosureProps) {
  return (
    <details className={classes.details} open={isOpen}>
      <summary>{summary}</summary>
      {children}
    </details>
  );
}
