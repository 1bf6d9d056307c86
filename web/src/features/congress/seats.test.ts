import { expect, test } from "vitest";
import type { History } from "../../api/records";
import { seatsOf } from "./seats";

const base = { recorded_at: "2019-01-07", recorded_by: "a", voided: false };
const history: History = {
  subject_type: "committee",
  subject: { key: "C1", label: "2015–2020" },
  events: [
    {
      ...base,
      seq: 1,
      type: "committee.elected",
      effective_on: "2019-01-07",
      data: {
        seats: [
          { person: "A", position: "secretary" },
          { person: "B", position: "member" },
        ],
      },
    },
    {
      ...base,
      seq: 3,
      type: "committee.seat_filled",
      effective_on: "2019-12-15",
      data: { person: "C", position: "member" },
    },
    {
      ...base,
      seq: 2,
      type: "committee.seat_vacated",
      effective_on: "2019-12-12",
      data: { person: "B", position: "member", reason: "Từ trần" },
    },
    {
      ...base,
      seq: 4,
      type: "committee.seat_vacated",
      effective_on: "2020-01-01",
      data: { person: "A", position: "secretary" },
      voided: true,
    },
  ],
};

test("a vacated seat is former, a filled one held; what was taken back does not count", () => {
  const { held, former } = seatsOf(history);
  expect(held.map((seat) => `${seat.person} ${seat.from}`)).toEqual(["A 2019-01-07", "C 2019-12-15"]);
  expect(former).toEqual([
    { person: "B", position: "member", from: "2019-01-07", until: "2019-12-12", reason: "Từ trần" },
  ]);
});

test("on an earlier day the earlier seats", () => {
  expect(seatsOf(history, "2019-06-30").held.map((seat) => seat.person)).toEqual(["A", "B"]);
});
