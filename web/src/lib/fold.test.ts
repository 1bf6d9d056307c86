import { expect, test } from "vitest";
import { folded, matches } from "./fold";

test.each([
  ["Đặng Thị Ngọc Hạnh", "dang thi ngoc hanh"],
  ["ƯỜNG", "uong"],
])("%s without accents", (text, plain) => expect(folded(text)).toBe(plain));

test("words in any order, cut short", () => {
  expect(matches("Đặng Thị Ngọc Hạnh", "hanh dang")).toBe(true);
  expect(matches("Đặng Thị Ngọc Hạnh", "ng ha")).toBe(true);
  expect(matches("Đặng Thị Ngọc Hạnh", "anh")).toBe(false);
});
