import { expect, test } from "vitest";
import { readAxis, readBands, writtenAxis } from "./axis";

test("an axis is a trait, with or without bands", () => {
  expect(readAxis("gender")).toEqual({ trait: "gender", bands: [] });
  expect(readAxis("age:30,45")).toEqual({ trait: "age", bands: [30, 45] });
  expect(readAxis("")).toBeUndefined();
  expect(readAxis(undefined)).toBeUndefined();
  expect(writtenAxis({ trait: "age", bands: [30, 45] })).toBe("age:30,45");
  expect(writtenAxis({ trait: "gender", bands: [] })).toBe("gender");
});

test("bands are read as people write them", () => {
  expect(readBands("60, 30 45;30")).toEqual([30, 45, 60]);
  expect(readBands("trẻ, già")).toEqual([]);
});
