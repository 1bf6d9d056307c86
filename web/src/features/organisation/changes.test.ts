import { expect, test } from "vitest";
import type { Organisation } from "../../api/records";
import { changesOf, touchedKeys } from "./changes";

function organisation(key: string, members: number, children: number, path: string[]): Organisation {
  return {
    key,
    label: key,
    kind: "branch",
    live: true,
    children,
    members,
    path: path.map((above) => ({ key: above, label: above })),
  };
}

// DUK ─┬─ CQ ─┬─ CB-1 (10)
//      │      └─ CB-2 (20)
//      └─ DN ─── DN-1 (5)
const top = organisation("DUK", 35, 2, []);
const cq = organisation("CQ", 30, 2, ["DUK"]);
const dn = organisation("DN", 5, 1, ["DUK"]);
const first = organisation("CB-1", 10, 0, ["DUK", "CQ"]);
const second = organisation("CB-2", 20, 0, ["DUK", "CQ"]);
const above = new Map([top, cq, dn].map((each) => [each.key, each]));

function told(changes: ReturnType<typeof changesOf>) {
  return changes.map(
    ({ organisation: { key }, before, after, ends }) =>
      `${key} ${before.members}/${before.below} ${after.members}/${after.below}${ends ? " ends" : ""}`,
  );
}

test("a branch that moves takes its members along, and whoever stands above both keeps its total", () => {
  expect(touchedKeys(first, dn)).toEqual(["DUK", "CQ"]);
  expect(told(changesOf("moved", { subject: first, target: dn, above }))).toEqual([
    "CB-1 10/0 10/0",
    "DUK 35/2 35/2",
    "DN 5/1 15/2",
    "CQ 30/2 20/1",
  ]);
});

test("absorbed by its neighbour, only the two of them change, and their superior has one fewer", () => {
  expect(told(changesOf("merged", { subject: first, target: second, above }))).toEqual([
    "CB-1 10/0 0/0 ends",
    "DUK 35/2 35/2",
    "CQ 30/2 30/1",
    "CB-2 20/0 30/0",
  ]);
});

test("a committee that is absorbed brings what stands below it", () => {
  expect(told(changesOf("merged", { subject: cq, target: dn, above }))).toEqual([
    "CQ 30/2 0/0 ends",
    "DUK 35/2 35/1",
    "DN 5/1 35/3",
  ]);
});

test("absorbed by its own superior", () => {
  expect(told(changesOf("merged", { subject: first, target: cq, above }))).toEqual([
    "CB-1 10/0 0/0 ends",
    "DUK 35/2 35/2",
    "CQ 30/2 30/1",
  ]);
});

test("what is founded has nobody yet; what ends leaves one fewer", () => {
  expect(told(changesOf("founded", { target: cq, above }))).toEqual(["DUK 35/2 35/2", "CQ 30/2 30/3"]);
  const empty = organisation("CB-3", 0, 0, ["DUK", "CQ"]);
  expect(told(changesOf("ended", { subject: empty, above }))).toEqual([
    "CB-3 0/0 0/0 ends",
    "DUK 35/2 35/2",
    "CQ 30/2 30/1",
  ]);
});

test("a number that may not be seen is not reckoned with", () => {
  const { members: _, ...hidden } = first;
  expect(told(changesOf("moved", { subject: hidden, target: dn, above }))).toEqual([
    "CB-1 undefined/0 undefined/0",
    "DUK 35/2 35/2",
    "DN 5/1 undefined/2",
    "CQ 30/2 undefined/1",
  ]);
});
