// What would push everything else out of sight on a phone stands there behind a line that opens it.
import { useMediaQuery } from "@mantine/hooks";
import type { ReactNode } from "react";
import { Disclosure } from "./disclosure";

export function FoldOnPhone({ summary, children }: { summary: ReactNode; children: ReactNode }) {
  const isNarrow = useMediaQuery("(max-width: 640px)", undefined, { getInitialValueInEffect: false });
  return isNarrow ? <Disclosure summary={summary}>{children}</Disclosure> : children;
}
