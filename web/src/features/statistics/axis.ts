// An axis of a cross-table as it is written: `gender`, or `age:30,45,60` with bands of one's own.
import type { Trait } from "../../api/catalogue";
import { isYear } from "../../parts/list/filters";

export interface Axis {
  trait: string;
  bands: number[];
}

export function readAxis(text: string | undefined): Axis | undefined {
  const [trait, bands] = (text ?? "").split(":");
  if (!trait) return undefined;
  return { trait, bands: readBands(bands ?? "") };
}

export function writtenAxis({ trait, bands }: Axis): string {
  return bands.length > 0 ? `${trait}:${bands.join(",")}` : trait;
}

/** 30, 45 60 → the numbers in their order, each once. */
export function readBands(text: string): number[] {
  const numbers = text.split(/[\s,;]+/).filter((each) => /^\d{1,4}$/.test(each));
  return [...new Set(numbers.map(Number))].sort((a, b) => a - b);
}

/** Numbers stand in bands; a year stands for itself. */
export function hasBands(trait: Trait | undefined): boolean {
  return trait?.kind === "number" && !isYear(trait);
}
