import { expect, test } from "vitest";
import { type CrossTable, crossAddress, hides, layersOf, sum } from "./cross-table";

const whole = "/api/v1/people?org=DUK";
const flat: CrossTable = {
  organisation: "DUK",
  on: "2020-12-31",
  list: whole,
  rows: [
    { code: "male", label: "Nam", total: 6, list: `${whole}&gender=male` },
    { code: "female", label: "Nữ", total: null, list: `${whole}&gender=female` },
  ],
  columns: [{ code: "Kinh", label: "Kinh", total: 6, list: `${whole}&ethnicity=Kinh` }],
  cells: [[6], [null]],
  lists: [[`${whole}&gender=male&ethnicity=Kinh`], [`${whole}&gender=female&ethnicity=Kinh`]],
  total: null,
};

test("a table without layers is one layer", () => {
  const [layer] = layersOf(flat);
  expect(layer?.rows.map(({ label, all }) => [label, all.count])).toEqual([
    ["Nam", 6],
    ["Nữ", null],
  ]);
  expect(layer?.rows[0]?.cells[0]?.list).toBe(`${whole}&gender=male&ethnicity=Kinh`);
  expect(hides(layersOf(flat))).toBe(true);
});

test("each layer has its own sums and lists", () => {
  const layered: CrossTable = {
    ...flat,
    layers: [{ code: "yes", label: "Có", total: 7, list: `${whole}&is_exempt=yes` }],
    cells: [[[3], [4]]],
    lists: [flat.lists as string[][]],
    total: 7,
  };
  const [layer] = layersOf(layered);
  expect(layer?.label).toBe("Có");
  expect(layer?.rows.map(({ all }) => all.count)).toEqual([3, 4]);
  expect(layer?.rows[0]?.all.list).toBe(`${whole}&gender=male&is_exempt=yes`);
  expect(layer?.columns[0]?.all).toEqual({ count: 7, list: `${whole}&ethnicity=Kinh&is_exempt=yes` });
});

test("a sum with a hidden part is hidden", () => {
  expect(sum([1, 2])).toBe(3);
  expect(sum([1, null])).toBeNull();
});

test("the question to the server", () => {
  expect(crossAddress({ rows: "age:30,45", columns: "gender", layers: undefined }, "?org=DUK&rating=good")).toBe(
    "/statistics?rows=age%3A30%2C45&columns=gender&org=DUK&rating=good",
  );
});
