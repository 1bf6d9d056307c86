import { expect, test } from "vitest";
import { lastFullYear } from "./default-year";

const livedIn =
  (...years: number[]) =>
  (year: number) =>
    Promise.resolve(years.includes(year));

test("the last year that was lived through to its end", async () => {
  expect(await lastFullYear(livedIn(2019, 2020), "2026-11-25")).toBe(2020);
  expect(await lastFullYear(livedIn(2025, 2024), "2026-01-02")).toBe(2025);
});

test("without a sign in six years it is the year before", async () => {
  expect(await lastFullYear(livedIn(2010), "2026-11-25")).toBe(2025);
});
