import { expect, test } from "vitest";
import { openedAddress, openedFigure } from "./opened";

const page = { org: "DUK", year: 2020 };
const at = { pathname: "/bao-cao/2020", search: "?pv=DUK&so=members.total" };

test("an opened figure names only what differs from its page", () => {
  expect(openedAddress(at, { name: "members.admitted" }, page)).toBe("/bao-cao/2020?pv=DUK&so=members.admitted");
  expect(openedAddress(at, { name: "members.admitted", year: 2019, month: 3 }, page)).toBe(
    "/bao-cao/2020?pv=DUK&so=members.admitted&so_nam=2019&so_thang=3",
  );
});

test("no address without organisation and year", () => {
  expect(openedAddress(at, { name: "members.admitted" }, {})).toBeUndefined();
  expect(openedAddress(at, { name: "", org: "DUK", year: 2020 }, {})).toBeUndefined();
});

test("what was written is read back", () => {
  const asked = {
    name: "members.admitted",
    org: "CQ-01",
    year: 2019,
    month: 12,
    structure: "event",
    asKnown: "2021-01-20",
  };
  const address = openedAddress(at, asked as never, page) ?? "";
  expect(openedFigure(new URLSearchParams(address.split("?")[1]), page)).toEqual(asked);
  expect(openedFigure(new URLSearchParams(""), page)).toBeUndefined();
  expect(openedFigure(new URLSearchParams("so=x&so_thang=13"), page)?.month).toBeUndefined();
});
