import { describe, expect, test } from "vitest";
import type { EventField, EventType } from "../../api/catalogue";
import { faultsOf, fieldOf } from "./faults";
import { type Content, held, made, sent } from "./form-values";
import { readPasted } from "./pasted";
import { keyBelow, keyInYear, proposedKey } from "./proposed-key";

const both = (text: string) => ({ vi: text, en: text });
const field = (kind: string, name = kind, required = false): EventField => ({
  name,
  label: both(name),
  kind,
  required,
});
const opening: EventType = {
  name: "x.opened",
  label: both("x"),
  subject: "class",
  opens: true,
  two: false,
  fields: [field("text", "name", true), field("date", "from")],
};
const empty: Content = { key: "", on: "2020-01-01", authority: {}, shared: {}, own: {}, apart: [], dropped: [] };

describe("values travel and come back", () => {
  const labels = { "person:DV1": "Nguyễn Văn An", "organisation:CB-1": "Chi bộ 1" };
  test.each([
    [field("text"), "abc"],
    [field("date"), "2020-02-03"],
    [field("month"), "2020-02"],
    [field("year_or_date"), 2020],
    [field("year_or_date"), "2020-02-03"],
    [field("yes_no"), false],
    [field("vnd"), 65000],
    [field("points"), 86.5],
    [field("person"), "DV1"],
    [field("branch"), "CB-1"],
    [field("organisation_or_person"), "DV1"],
    [field("people"), ["DV1", "DV2"]],
    [field("seats"), [{ person: "DV1", position: "secretary" }]],
    [field("congress"), "DH-1"],
  ])("%o: %o", (one, value) => expect(sent(one, held(one, value, labels))).toEqual(value));
  test("by name where the name is known", () => {
    expect(held(field("person"), "DV1", labels)).toMatchObject({ label: "Nguyễn Văn An" });
    expect(held(field("person"), "DV9", labels)).toMatchObject({ label: "DV9" });
  });
});

describe("what a form would record", () => {
  test("the proposed key, or the one that was written", () => {
    const shared = { name: "Lớp 1" };
    expect(made(opening, { ...empty, shared }, [], "LOP-1").events[0]?.subject).toBe("LOP-1");
    expect(made(opening, { ...empty, shared, key: " L-7 " }, [], "LOP-1").events[0]?.subject).toBe("L-7");
  });
  test("a day that cannot be read is a fault, not left out", () => {
    const { faults } = made(opening, { ...empty, shared: { name: "Lớp 1", from: "31/2/2020" } }, [], "LOP-1");
    expect(faults).toEqual([{ field: "data.from", fault: "unreadable" }]);
  });
});

test.each([
  ["data.name", "data.name"],
  ["name", "data.name"],
  ["effective_on", "effective_on"],
  ["authority.date", "authority.date"],
  ["subject", "subject"],
  ["data.unheard_of", ""],
  ["", ""],
])("a refusal of %s is shown at %s", (refused, shown) => expect(fieldOf(opening, refused)).toBe(shown));

test("a line of many is a subject", () => {
  const lines = ["DV1", "DV2"].map((key) => ({ kind: "person", key, label: key }));
  const refusals = [{ code: "x", field: "subject", vi: "a", en: "b", line: 2 }];
  expect(faultsOf({ ...opening, opens: false }, refusals, lines, "vi")).toEqual([
    { field: "", code: "x", text: "a", of: "DV2" },
  ]);
});

test("keys can be read out", () => {
  expect(keyInYear("LOP-2026-AB2CD", "2020-05-19")).toBe("LOP-2020-AB2CD");
  expect(keyInYear("LOP-2026-AB2CD", "19/5")).toBe("LOP-2026-AB2CD");
  expect(keyInYear("CQ-01-02", "2020-05-19")).toBe("CQ-01-02");
  expect(proposedKey("person", "2026")).toMatch(/^HS-2026-[2-9A-HJKMNP-Z]{5}$/);
  expect(keyBelow("CQ-01", ["CQ-01-01", "CQ-01-07", "CQ-01-07-01", "DN-1"])).toBe("CQ-01-08");
  expect(keyBelow("CQ-01", [])).toBe("CQ-01-01");
});

test("a column of a spreadsheet is read as people write it", () => {
  const label = ({ vi }: { vi: string }) => vi;
  const rating = { ...field("choice"), choices: [{ code: "good", label: both("Hoàn thành tốt") }] };
  expect(readPasted(rating, "hoan thanh tot\tx", label)).toBe("good");
  expect(readPasted(field("date"), "5/9/1995", label)).toBe("1995-09-05");
  expect(readPasted(field("vnd"), "65.000", label)).toBe(65000);
  expect(readPasted(field("text"), " 71000001 ", label)).toBe("71000001");
});
