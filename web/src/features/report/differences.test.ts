import { expect, test } from "vitest";
import type { FigureLine } from "../../api/figures";
import { differing } from "./differences";

function line(name: string, value: number | null, hidden?: string): FigureLine {
  return { name, value, previous: null, unit: "person", label: { vi: name, en: name }, ...(hidden ? { hidden } : {}) };
}

test("only what differs, in the order of the report", () => {
  const found = differing(
    [line("a", 368), line("b", 5), line("c", null, "<5"), line("d", 91.82), line("e", 1)],
    [line("d", 88.07), line("c", null, "<5"), line("b", 5), line("a", 370)],
  );
  expect(found.map(({ now, by }) => [now.name, by])).toEqual([
    ["a", -2],
    ["d", 3.75],
    ["e", undefined],
  ]);
});

test("a number that became hidden differs", () => {
  expect(differing([line("a", null, "<5")], [line("a", null)])).toHaveLength(1);
});
