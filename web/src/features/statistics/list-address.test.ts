import { expect, test } from "vitest";
import { inCommon, pageOf } from "./list-address";

test("a list of the API is a page of ours", () => {
  expect(pageOf("/api/v1/people?on=2020-12-31&org=DUK&standing=probationary&standing=full&gender=female")).toBe(
    "/dang-vien?ngay=2020-12-31&pv=DUK&standing=probationary&standing=full&gender=female",
  );
  expect(pageOf("/api/v1/people?as_known=2021-01-20T08%3A01&age.from=31&age.to=45")).toBe(
    "/dang-vien?biet=2021-01-20T08%3A01&age.from=31&age.to=45",
  );
  expect(pageOf("/api/v1/people?ethnicity=S%C3%A1n%20D%C3%ACu&limit=10&format=json")).toBe(
    "/dang-vien?ethnicity=S%C3%A1n+D%C3%ACu",
  );
  expect(pageOf("/api/v1/people")).toBe("/dang-vien");
});

test("no page for lists that we do not show, and none that would hold a name", () => {
  expect(pageOf("/api/v1/unknown?on=2020-12-31")).toBeUndefined();
  expect(pageOf("/api/v1/people?q=Hạnh")).toBeUndefined();
  expect(pageOf("https://elsewhere/api/v1/people")).toBeUndefined();
  expect(pageOf(null)).toBeUndefined();
});

test("row and layer together", () => {
  const whole = "/api/v1/people?org=DUK&standing=probationary&standing=full";
  expect(inCommon(["/api/v1/people?org=DUK&standing=full", `${whole}&is_exempt=yes`], whole)).toBe(
    "/api/v1/people?org=DUK&standing=full&is_exempt=yes",
  );
});
