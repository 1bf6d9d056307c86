// The years that a page offers.
import { today } from "../../lib/day";

const offered = 12;

/** From the present one back, with the one that is looked at. */
export function yearsToChoose(chosen: number | undefined, now: string = today()): number[] {
  const present = Number(now.slice(0, 4));
  const years = Array.from({ length: offered }, (_, back) => present + 1 - back);
  if (chosen !== undefined && !years.includes(chosen)) years.push(chosen);
  return years.sort((a, b) => b - a);
}
