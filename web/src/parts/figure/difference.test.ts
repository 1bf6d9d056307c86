import { expect, test } from "vitest";
import { difference, goalOf, missing, onBar } from "./difference";

test("differences are exact, and unknown where one side is", () => {
  expect(difference(368, 341)).toBe(27);
  expect(difference(91.82, 88.07)).toBe(3.75);
  expect(difference(0, 5)).toBe(-5);
  expect(difference(null, 5)).toBeUndefined();
  expect(difference(5, undefined)).toBeUndefined();
});

test("a goal is a lower or an upper bound; of a range the lower one", () => {
  expect(goalOf({ at_least: 80, at_most: 90 })).toEqual({ kind: "at_least", bound: 80 });
  expect(goalOf({ at_most: 5 })).toEqual({ kind: "at_most", bound: 5 });
  expect(goalOf(undefined)).toBeUndefined();
});

test("what is missing", () => {
  expect(missing(192, { kind: "at_least", bound: 250 })).toBe(58);
  expect(missing(82, { kind: "at_least", bound: 85 })).toBe(3);
  expect(missing(368, { kind: "at_least", bound: 300 })).toBe(0);
  expect(missing(7, { kind: "at_most", bound: 5 })).toBe(2);
  expect(missing(null, { kind: "at_least", bound: 5 })).toBeUndefined();
});

test("percentages stand on 0 to 100, others on a bar a little longer than the larger", () => {
  expect(onBar(91.82, { kind: "at_least", bound: 85 }, "percent")).toEqual({ value: 91.82, goal: 85 });
  expect(onBar(100, { kind: "at_least", bound: 50 }, "person").value).toBeCloseTo(90.9, 1);
  expect(onBar(null, { kind: "at_least", bound: 50 }, "person").value).toBe(0);
});
