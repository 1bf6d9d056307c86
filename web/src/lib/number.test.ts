import { expect, test } from "vitest";
import { readNumber, shownNumber, shownPercent } from "./number";

test("numbers are written as people write them", () => {
  expect(shownNumber(11346)).toBe("11.346");
  expect(shownNumber(11346, "en")).toBe("11,346");
  expect(shownNumber(0)).toBe("0");
  expect(shownNumber(null)).toBe("—");
  expect(shownPercent(91.82)).toBe("91,82%");
});

test.each([
  ["1.234,5", "vi", 1234.5],
  ["1,234.5", "en", 1234.5],
  ["12 000", "vi", 12000],
  ["-3", "vi", -3],
] as const)("reads %s in %s", (text, language, value) => expect(readNumber(text, language)).toBe(value));

test.each(["", "mười", "1,2,3", "0x10"])("reads no number in %s", (text) => expect(readNumber(text)).toBeUndefined());
