// What is wider than a phone scrolls in a box of its own, not the page; the box is reached by the keyboard.
import type { ReactNode } from "react";
import classes from "./wide.module.css";

export function Wide({ label, children, isTall = false }: { label: string; children: ReactNode; isTall?: boolean }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: arrows scroll it
    <section className={isTall ? `${classes.wide} ${classes.tall}` : classes.wide} aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
