import { expect, test } from "vitest";
import type { History } from "../../api/records";
import { participantsOf } from "./people";

const base = { recorded_at: "2019-03-11", recorded_by: "a", voided: false };
const history: History = {
  subject_type: "class",
  subject: { key: "L1", label: "Lớp" },
  labels: { "person:A": "Nguyễn Văn A" },
  events: [
    { ...base, seq: 1, type: "class.enrolled", effective_on: "2019-03-11", data: { person: "A" } },
    { ...base, seq: 2, type: "class.enrolled", effective_on: "2019-03-11", data: { person: "B" }, voided: true },
    { ...base, seq: 3, type: "event.voided", effective_on: "2019-03-11", voids: 2 },
    { ...base, seq: 4, type: "class.enrolled", effective_on: "2019-03-11", data: { person: "C" } },
    {
      ...base,
      seq: 5,
      type: "class.completed",
      effective_on: "2019-03-15",
      data: { person: "A", passed: true, certificate: "1/GCN" },
    },
  ],
};

test("who was enrolled and not taken back; who has completed stands last", () => {
  expect(participantsOf(history)).toEqual([
    { key: "C", name: "C", isSeen: false, enrolledOn: "2019-03-11" },
    {
      key: "A",
      name: "Nguyễn Văn A",
      isSeen: true,
      enrolledOn: "2019-03-11",
      completedOn: "2019-03-15",
      hasPassed: true,
      certificate: "1/GCN",
    },
  ]);
});

test("as of a day before the end nobody has completed", () => {
  expect(participantsOf(history, "2019-03-12").some((each) => each.completedOn)).toBe(false);
});
