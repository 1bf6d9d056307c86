// More about something, for whoever wants it.
import type { ReactNode } from "react";
import classes from "./disclosure.module.css";

interface DisclosureProps {
  summary: ReactNode;
  isOpen?: boolean;
  className?: string | undefined;
  children: ReactNode;
}

export function Disclosure({ summary, isOpen, className, children }: DisclosureProps) {
  return (
    <details className={[classes.details, className].filter(Boolean).join(" ")} open={isOpen}>
      <summary>{summary}</summary>
      {children}
    </details>
  );
}
