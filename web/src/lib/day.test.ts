import { describe, expect, test } from "vitest";
import { isDay, readDay, shownDay, shownMoment, today } from "./day";

describe("days", () => {
  test.each([
    ["5/9/1995", "1995-09-05"],
    ["05.09.1995", "1995-09-05"],
    ["05-09-1995", "1995-09-05"],
    ["05091995", "1995-09-05"],
    ["1995-09-05", "1995-09-05"],
    [" 29/02/2020 ", "2020-02-29"],
  ])("reads %s", (written, kept) => expect(readDay(written)).toBe(kept));
  test.each(["29/02/2021", "31/4/2020", "5/9/95", "5/9", "năm 1995", "", "32/1/2020", "1/13/2020"])(
    "reads no day in %s",
    (written) => expect(readDay(written)).toBeUndefined(),
  );
  test("shows what it reads", () => {
    expect(shownDay("2021-01-20")).toBe("20/01/2021");
    expect(shownDay("2021")).toBe("2021");
    expect(isDay("2021-02-30")).toBe(false);
  });
  test("lives in Việt Nam", () => {
    expect(shownMoment("2021-01-20T01:01:00Z")).toBe("20/01/2021 08:01");
    expect(today(new Date("2020-12-31T18:00:00Z"))).toBe("2021-01-01");
  });
});
