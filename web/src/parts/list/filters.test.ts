import { expect, test } from "vitest";
import type { ListType, Trait } from "../../api/catalogue";
import { query } from "../../api/records";
import { filterable, filtersOf, isYear, parametersOf, shownByDefault } from "./filters";
import { withMore } from "./list-query";
import { readOrder, writtenOrder } from "./list-state";
import { filterPart, withSaved } from "./saved-filters";
import { exportedScope } from "./tools";

const spans = ["eq", "from", "to", "present", "missing"];
const values = ["eq", "present", "missing"];

function trait(name: string, kind: Trait["kind"], more: Partial<Trait> = {}): Trait {
  const filters = kind === "text" ? [...values, "has"] : ["choice", "subject"].includes(kind) ? values : spans;
  return { name, label: { vi: name, en: name }, kind, crosses: false, is_name: false, filters, ...more };
}

const people: ListType = {
  name: "people",
  subject: "person",
  record: true,
  label: { vi: "Đảng viên", en: "Members" },
  counts: { trait: "standing", codes: ["probationary", "full"] },
  traits: [
    trait("seat", "subject"),
    trait("full_name", "text", { is_name: true }),
    trait("gender", "choice"),
    trait("standing", "choice"),
    trait("birth_date", "day"),
    trait("card_number", "text"),
    trait("ethnicity", "text", { crosses: true }),
    trait("birth_year", "number"),
  ],
};

test("the address is the filter, and the filter the question", () => {
  const address = new URLSearchParams(
    "pv=CQ-01&gender=female&ethnicity=Kinh&ethnicity=T%C3%A0y&birth_date.from=1980-01-01&card_number.missing=1&sap=birth_date",
  );
  const filters = filtersOf(address, people);
  expect(filters.map(({ trait: { name }, how, values: wanted }) => [name, how, wanted])).toEqual([
    ["gender", "eq", ["female"]],
    ["birth_date", "from", ["1980-01-01"]],
    ["card_number", "missing", ["1"]],
    ["ethnicity", "eq", ["Kinh", "Tày"]],
  ]);
  const asked = new URLSearchParams(query(parametersOf(filters)));
  expect(asked.getAll("ethnicity")).toEqual(["Kinh", "Tày"]);
  expect(asked.get("birth_date.from")).toBe("1980-01-01");
  expect(asked.has("pv")).toBe(false);
});

test("nothing recorded is asked for by an empty value", () => {
  const filters = filtersOf(new URLSearchParams("gender="), people);
  expect(filters).toHaveLength(1);
  expect(query(parametersOf(filters))).toBe("?gender=");
});

test("forms that a trait does not take are left alone", () => {
  expect(filtersOf(new URLSearchParams("gender.from=a&nobody=x&birth_date.has=y"), people)).toEqual([]);
});

test("whom a list shows unasked is said, until somebody asks for others", () => {
  expect(shownByDefault(people, [])?.values).toEqual(["probationary", "full"]);
  expect(shownByDefault(people, filtersOf(new URLSearchParams("standing=gone"), people))).toBeUndefined();
});

test("names of people and papers are not offered as filters", () => {
  const { first, others } = filterable(people, ["standing", "gender"]);
  expect(first.map(({ name }) => name)).toEqual(["standing", "gender"]);
  expect(others.map(({ name }) => name)).toEqual(["birth_date", "ethnicity", "birth_year"]);
});

test("years stand without points", () => {
  expect(isYear(trait("birth_year", "number"))).toBe(true);
  expect(isYear(trait("term_from", "number"))).toBe(true);
  expect(isYear(trait("members", "number"))).toBe(false);
});

test("questions are added to", () => {
  expect(withMore("", { limit: 1 })).toBe("?limit=1");
  expect(withMore("?org=CQ-01", { limit: 1, cursor: undefined })).toBe("?org=CQ-01&limit=1");
  expect(withMore("?org=CQ-01", {})).toBe("?org=CQ-01");
});

test("orders are written with a minus", () => {
  expect(readOrder("-birth_date")).toEqual({ by: "birth_date", isDown: true });
  expect(writtenOrder({ by: "birth_date", isDown: true })).toBe("-birth_date");
  expect(writtenOrder({ by: "seat", isDown: false })).toBe("seat");
  expect(readOrder(undefined)).toBeUndefined();
});

test("a saved filter is the address without what happens to be open", () => {
  const address = new URLSearchParams("gender=female&pv=CQ-01&lam=member.evaluated&lam_ve=person:DV1&so=x");
  expect(filterPart(address)).toBe("?gender=female&pv=CQ-01");
});

test("saved filters have one name each, in Vietnamese order", () => {
  const saved = withSaved(withSaved([], { name: "Đã miễn", address: "?a" }), { name: "Dự bị", address: "?b" });
  expect(saved.map(({ name }) => name)).toEqual(["Dự bị", "Đã miễn"]);
  expect(withSaved(saved, { name: "Dự bị", address: "?c" })).toEqual([
    { name: "Dự bị", address: "?c" },
    { name: "Đã miễn", address: "?a" },
  ]);
});

test("a file holds the list of the organisation in scope, or of the only one that one works for", () => {
  const at = (key: string) => ({ organisation: { key } });
  expect(exportedScope("CQ-01", [at("DUK")])).toBe("CQ-01");
  expect(exportedScope(undefined, [at("DUK"), at("DUK")])).toBe("DUK");
  expect(exportedScope(undefined, [at("CQ-01"), at("CQ-02")])).toBeUndefined();
  expect(exportedScope(undefined, [{ organisation: null }])).toBeUndefined();
});
