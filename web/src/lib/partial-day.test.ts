import { describe, expect, test } from "vitest";
import { isPart, readPart, shownPart } from "./partial-day";

describe("months and years", () => {
  test.each([
    ["3/2020", "month", "2020-03"],
    ["03.2020", "month", "2020-03"],
    ["032020", "month", "2020-03"],
    ["2020-3", "month", "2020-03"],
    ["1975", "year-or-day", "1975"],
    [" 5/9/1975 ", "year-or-day", "1975-09-05"],
    ["5/9/1975", "day", "1975-09-05"],
  ] as const)("reads %s as %s", (written, takes, kept) => {
    expect(readPart(written, takes)).toBe(kept);
    expect(isPart(kept, takes)).toBe(true);
  });
  test.each([
    ["13/2020", "month"],
    ["5/9/1975", "month"],
    ["1975", "day"],
    ["75", "year-or-day"],
  ] as const)("reads nothing in %s as %s", (written, takes) => expect(readPart(written, takes)).toBeUndefined());
  test("shows them", () => {
    expect(shownPart("2020-03")).toBe("03/2020");
    expect(shownPart("1975")).toBe("1975");
    expect(shownPart("1975-09-05")).toBe("05/09/1975");
  });
});
