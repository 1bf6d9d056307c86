import { expect, test } from "vitest";
import { asTarget, ownAndBelow, type TargetRow } from "./targets";

function row(key: string, org: string): TargetRow {
  const seat = { key: org, label: `Đảng bộ ${org}` };
  return { key, name: key, seat, year: 2020, figure: "members.admitted", at_least: 300, at_most: null };
}

test("own targets stand alone, those below are counted", () => {
  const { own, below } = ownAndBelow([row("1", "DUK"), row("2", "CQ-01"), row("3", "CQ-01"), row("4", "DN-01")], "DUK");
  expect(own.map(({ key }) => key)).toEqual(["1"]);
  expect(below.map(({ key, count }) => [key, count])).toEqual([
    ["CQ-01", 2],
    ["DN-01", 1],
  ]);
});

test("a target has the bounds that are given", () => {
  expect(asTarget(row("1", "DUK"))).toEqual({ at_least: 300 });
});
