import { expect, test } from "vitest";
import { dayAndTime, momentOf, readTime, shownKnown } from "./moment";
import { yearsToChoose } from "./years";

test("years go back from the next one, and hold the one that is looked at", () => {
  const years = yearsToChoose(1999, "2026-11-25");
  expect(years[0]).toBe(2027);
  expect(years[years.length - 1]).toBe(1999);
  expect(yearsToChoose(2020, "2026-11-25").filter((year) => year === 2020)).toHaveLength(1);
});

test.each([
  ["8:01", "08:01"],
  ["17h05", "17:05"],
  ["0801", "08:01"],
  ["24:00", undefined],
  ["8", undefined],
  ["", undefined],
])("reads %s as a time", (text, time) => expect(readTime(text)).toBe(time));

test("a moment is a day with its time, or the end of the day", () => {
  expect(momentOf("2021-01-20", "8:01")).toBe("2021-01-20T08:01:00+07:00");
  expect(momentOf("2021-01-20", "")).toBe("2021-01-20T23:59:59+07:00");
  expect(momentOf(undefined, "8:01")).toBeUndefined();
  expect(dayAndTime("2021-01-20T08:01:00+07:00")).toEqual({ day: "2021-01-20", time: "08:01" });
  expect(dayAndTime("2021-01-20T23:59:59+07:00")).toEqual({ day: "2021-01-20", time: "" });
  expect(dayAndTime("2021-01-20T08:01")).toEqual({ day: "2021-01-20", time: "08:01" });
  expect(dayAndTime(undefined)).toEqual({ day: undefined, time: "" });
});

test("a moment is read out as it is meant", () => {
  expect(shownKnown("2021-01-20T08:01:00+07:00")).toBe("20/01/2021 08:01");
  expect(shownKnown("2021-01-20T23:59")).toBe("20/01/2021");
  expect(shownKnown("hôm qua")).toBe("hôm qua");
});
