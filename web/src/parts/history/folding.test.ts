import { expect, test } from "vitest";
import type { HistoryEvent } from "../../api/records";
import { entriesOf, holds, isFold, mostUnfolded, yearsOf } from "./folding";

const event = (seq: number, type: string, on: string, more: Partial<HistoryEvent> = {}): HistoryEvent => ({
  seq,
  type,
  effective_on: on,
  voided: false,
  recorded_at: on,
  recorded_by: "a",
  ...more,
});

test("a correction that was itself corrected stands inside it", () => {
  const [first, ...others] = entriesOf([
    event(1, "a", "2020-01-01"),
    event(2, "event.voided", "2020-01-01", { voids: 1, voided: true }),
    event(3, "event.voided", "2020-01-01", { voids: 2 }),
  ]);
  expect(others).toEqual([]);
  expect(first?.takenBackBy[0]?.takenBackBy[0]?.event.seq).toBe(3);
  expect(first && holds(first, 3)).toBe(true);
});

test("few of a kind stand alone, more are folded, corrected ones never", () => {
  const some = Array.from({ length: mostUnfolded }, (_, n) => event(n + 1, "fee", `2020-0${n + 1}-01`));
  expect(yearsOf(entriesOf(some), false)[0]?.items.some(isFold)).toBe(false);
  const more = [...some, event(10, "fee", "2020-08-01"), event(11, "fee", "2020-09-01", { voided: true })];
  const [year] = yearsOf(entriesOf([...more, event(12, "event.voided", "2020-09-01", { voids: 11 })]), false);
  expect(year?.items.map((item) => (isFold(item) ? item.entries.length : item.event.seq))).toEqual([11, 4]);
});
