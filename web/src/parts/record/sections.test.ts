import { expect, test } from "vitest";
import type { Catalogue } from "../../api/catalogue";
import type { SubjectState } from "../../api/records";
import { amendingOf, knownOf, missingOf, type Section } from "./sections";

const state: SubjectState = {
  key: "DV1",
  kind: "person",
  name: "Nguyễn Văn A",
  on: "2021-01-20",
  traits: { standing: { label: "Tư cách", value: "full", shown: "Chính thức" } },
  fields: { residence: { label: "Nơi thường trú", masked: true }, phone: { label: "Điện thoại", value: "09" } },
  acts: [{ type: "person.details_changed", two: false }],
};
const sections: Section[] = [{ name: "lien-he", title: "Liên hệ", fields: ["id_number", "residence"] }];
const event = { label: { vi: "", en: "" }, two: false, fields: [], subject: "person" };
const catalogue: Catalogue = {
  version: "1",
  subjects: [],
  figures: [],
  lists: [],
  roles: [],
  events: [
    { ...event, name: "person.registered", opens: true, amends: false },
    { ...event, name: "person.details_changed", opens: false, amends: true },
  ],
};

test("what is masked is known, what is nowhere is missing, and where it is filled in", () => {
  expect(knownOf(state, "standing")?.shown).toBe("Chính thức");
  expect(missingOf(state, ["residence", "id_number", "health"], sections)).toEqual([
    { name: "id_number", section: sections[0] },
    { name: "health", section: undefined },
  ]);
});

test("sections are changed only by an act that is offered", () => {
  expect(amendingOf(catalogue, state)?.name).toBe("person.details_changed");
  expect(amendingOf(catalogue, { ...state, acts: [] })).toBeUndefined();
});
