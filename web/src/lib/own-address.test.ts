import { describe, expect, it } from "vitest";
import { ownAddress } from "./own-address";

const origin = "https://so.example";

describe("where to go on after signing in", () => {
  it.each([
    ["/dang-vien/DV000001?ngay=2020-12-31", "/dang-vien/DV000001?ngay=2020-12-31"],
    ["/bao-cao/2020#thang", "/bao-cao/2020#thang"],
    ["/", "/"],
  ])("is a place of our own: %s", (asked, expected) => {
    expect(ownAddress(asked, origin)).toBe(expected);
  });

  it.each([
    null,
    undefined,
    "",
    "bao-cao",
    "https://elsewhere.example/",
    "//elsewhere.example/",
    "/\\elsewhere.example/",
    "/\t/elsewhere.example/",
    "///elsewhere.example",
    "/.//elsewhere.example",
    "javascript:alert(1)",
    "\\\\elsewhere.example",
    "/dang-nhap?tiep=/dang-nhap",
    "/dang-nhap/lan-dau#x",
    "/api/v1/session",
  ])("is the beginning where it is none: %s", (asked) => {
    expect(ownAddress(asked, origin)).toBe("/");
  });
});
