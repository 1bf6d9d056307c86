// How two numbers stand to each other. Of percentages the difference is told in points, not in per cent.
import type { Target } from "../../api/figures";

/** Without the dust of binary fractions: 91.82 less 88.07 is 3.75. */
export function difference(value: number | null | undefined, before: number | null | undefined): number | undefined {
  if (value === null || value === undefined || before === null || before === undefined) return undefined;
  return Math.round((value - before) * 100) / 100;
}

export interface Goal {
  kind: "at_least" | "at_most";
  bound: number;
}

/** What is aimed at; of a range its lower bound. */
export function goalOf(target: Target | undefined): Goal | undefined {
  if (target?.at_least !== undefined && target.at_least !== null) return { kind: "at_least", bound: target.at_least };
  if (target?.at_most !== undefined && target.at_most !== null) return { kind: "at_most", bound: target.at_most };
  return undefined;
}

/** How far it is to the goal: 0 where it is met, undefined where the value is not known. */
export function missing(value: number | null | undefined, goal: Goal): number | undefined {
  const off = goal.kind === "at_least" ? difference(goal.bound, value) : difference(value, goal.bound);
  return off === undefined ? undefined : Math.max(off, 0);
}

/** Where value and goal stand on a bar, in per cent of its length. Percentages stand on 0–100. */
export function onBar(value: number | null, goal: Goal, unit: string): { value: number; goal: number } {
  const longest = unit === "percent" ? 100 : Math.max(value ?? 0, goal.bound, 1) * 1.1;
  const at = (number: number) => Math.min(Math.max((number / longest) * 100, 0), 100);
  return { value: at(value ?? 0), goal: at(goal.bound) };
}
