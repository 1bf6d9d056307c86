import { expect, test } from "vitest";
import { countingOf, found, type Row } from "./records";

function row(change: Partial<Row>): Row {
  return {
    effective_on: "2020-03-02",
    organisation: "CQ-01",
    amount: 1,
    seq: 1,
    event: "member.admitted",
    recorded_at: "2021-01-20T08:01:00+07:00",
    recorded_by: "vanphong",
    ...change,
  };
}

test("rows are found by beginnings of words, without accents, in any order", () => {
  const rows = [
    row({ name: "Đặng Thị Ngọc Hạnh", authority: { number: "378-GTSHĐ/ĐUKCQ", issuer: "Đảng ủy Khối" } }),
    row({ name: "Nguyễn Văn Thuận" }),
    row({ name: "Lớp tháng 3", person_name: "Trần Hạnh" }),
  ];
  expect(found(rows, "hanh")).toHaveLength(2);
  expect(found(rows, "hanh dang")).toHaveLength(1);
  expect(found(rows, "378-gtshd")).toHaveLength(1);
  expect(found(rows, "huan")).toHaveLength(0);
  expect(found(rows, "  ")).toBe(rows);
});

test("a number is as many as its rows, their sum, their mean, or a share", () => {
  expect(countingOf("turn", 741, 741)).toBe("rows");
  expect(countingOf("vnd", 2898460000, 163)).toBe("sum");
  expect(countingOf("point", 86.33, 8288)).toBe("mean");
  expect(countingOf("percent", 93.14, 10226)).toBe("share");
});
