// What has changed in a report between two moments at which its books were known.
import type { FigureLine } from "../../api/figures";
import { difference } from "../../parts/figure/difference";

export interface Differing {
  now: FigureLine;
  then: FigureLine | undefined;
  by: number | undefined;
}

function isSame(now: FigureLine, then: FigureLine): boolean {
  return now.value === then.value && now.hidden === then.hidden;
}

/** The figures whose number is another, in the report's order. */
export function differing(now: FigureLine[], then: FigureLine[]): Differing[] {
  const before = new Map(then.map((line) => [line.name, line]));
  return now.flatMap((line) => {
    const was = before.get(line.name);
    if (was && isSame(line, was)) return [];
    return [{ now: line, then: was, by: difference(line.value, was?.value) }];
  });
}
