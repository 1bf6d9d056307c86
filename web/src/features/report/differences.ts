// What has changed in a report between two moments at which its books were known.
import type { FigureLine } from "../../api/figures";
import { difference } from "../../parts/figure/difference";

export interface Differing {
  now: FigureLine;
  before: FigureLine | undefined;
  by: number | undefined;
}

function isSame(now: FigureLine, was: FigureLine): boolean {
  return now.value === was.value && now.hidden === was.hidden;
}

/** The figures whose number is another, in the report's order. */
export function differing(now: FigureLine[], earlier: FigureLine[]): Differing[] {
  const known = new Map(earlier.map((line) => [line.name, line]));
  return now.flatMap((line) => {
    const was = known.get(line.name);
    if (was && isSame(line, was)) return [];
    return [{ now: line, before: was, by: difference(line.value, was?.value) }];
  });
}
