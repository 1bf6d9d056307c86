// @vitest-environment happy-dom
import { MantineProvider } from "@mantine/core";
import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { useState } from "react";
import { MemoryRouter, useLocation } from "react-router";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { nextOrder } from "./data-head";
import { type Column, DataTable, type Order } from "./data-table";
import { rowAfter } from "./row-keys";

interface Person {
  key: string;
  name: string;
  year: number;
}

const total = 1000;
const people: Person[] = Array.from({ length: total }, (_, index) => ({
  key: `DV${index}`,
  name: `Người ${index}`,
  year: 1950 + (index % 50),
}));
const columns: Column<Person>[] = [
  { name: "name", label: "Họ và tên", sorts: true, shown: (row) => row.name },
  { name: "year", label: "Năm sinh", isNumber: true, sorts: true, shown: (row) => row.year },
];

const ordered = vi.fn<(order: Order | undefined) => void>();
const needed = vi.fn<(index: number) => void>();
let chosenNow: ReadonlySet<string> = new Set();

function Where() {
  return <output>{useLocation().pathname}</output>;
}

const keyOf = (row: Person) => row.key;
const nameOf = (row: Person) => row.name;
const addressOf = (row: Person) => `/dang-vien/${row.key}`;

function Shown({ rows = people }: { rows?: Person[] }) {
  const [chosen, choose] = useState<ReadonlySet<string>>(new Set());
  chosenNow = chosen;
  return (
    <MantineProvider>
      <MemoryRouter>
        <DataTable
          label="Đảng viên"
          columns={columns}
          rows={rows}
          total={total}
          keyOf={keyOf}
          nameOf={nameOf}
          addressOf={addressOf}
          order={{ by: "name", isDown: false }}
          onOrder={ordered}
          onNeed={needed}
          selected={chosen}
          onSelect={choose}
        />
        <Where />
      </MemoryRouter>
    </MantineProvider>
  );
}

function row(index: number): HTMLElement {
  const found = screen.getByRole("grid").querySelector<HTMLElement>(`tr[data-index="${index}"]`);
  if (!found) throw new Error(`no row ${index}`);
  return found;
}

function press(key: string, how: { shiftKey?: boolean; ctrlKey?: boolean } = {}) {
  fireEvent.keyDown(document.activeElement ?? document.body, { key, ...how });
}

beforeEach(() => {
  // Nothing is laid out here: the box is ten rows high, and each row as high as it is taken to be.
  vi.spyOn(HTMLElement.prototype, "clientHeight", "get").mockReturnValue(440);
  vi.spyOn(HTMLElement.prototype, "offsetHeight", "get").mockReturnValue(44);
  vi.spyOn(HTMLElement.prototype, "getBoundingClientRect").mockReturnValue({ height: 44, width: 1000 } as DOMRect);
});

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  ordered.mockReset();
  needed.mockReset();
});

test("says how many rows there are, and draws only those in sight", () => {
  render(<Shown />);
  const grid = screen.getByRole("grid", { name: "Đảng viên" });
  expect(grid.getAttribute("aria-rowcount")).toBe("1001");
  expect(grid.querySelectorAll("tr[data-index]").length).toBeLessThan(30);
  expect(row(0).getAttribute("aria-rowindex")).toBe("2");
  expect(screen.getByRole("link", { name: "Người 0" }).getAttribute("href")).toBe("/dang-vien/DV0");
});

test("one tab stop; arrows go from row to row", () => {
  render(<Shown />);
  expect(screen.getByRole("grid").querySelectorAll('tbody [tabindex="0"]')).toHaveLength(1);
  row(0).focus();
  press("ArrowDown");
  press("ArrowDown");
  expect(document.activeElement).toBe(row(2));
  press("ArrowUp");
  expect(document.activeElement).toBe(row(1));
  press("Home");
  expect(document.activeElement).toBe(row(0));
  press("ArrowUp");
  expect(document.activeElement).toBe(row(0));
});

test("Space selects, Shift with an arrow selects on, Enter opens", async () => {
  render(<Shown />);
  row(0).focus();
  press(" ");
  expect([...chosenNow]).toEqual(["DV0"]);
  expect(row(0).getAttribute("aria-selected")).toBe("true");
  press("ArrowDown", { shiftKey: true });
  press("ArrowDown", { shiftKey: true });
  expect([...chosenNow]).toEqual(["DV0", "DV1", "DV2"]);
  press(" ");
  expect([...chosenNow]).toEqual(["DV0", "DV1"]);
  press("Enter");
  await waitFor(() => expect(screen.getByRole("status").textContent).toBe("/dang-vien/DV2"));
});

test("keys with Ctrl belong to the browser", () => {
  render(<Shown />);
  row(0).focus();
  press("ArrowDown", { ctrlKey: true });
  expect(document.activeElement).toBe(row(0));
});

test("the box of a row and that of the head select", () => {
  render(<Shown rows={people.slice(0, 3)} />);
  fireEvent.click(screen.getByRole("checkbox", { name: "Chọn Người 1" }));
  expect([...chosenNow]).toEqual(["DV1"]);
  fireEvent.click(screen.getByRole("checkbox", { name: "Chọn 3 dòng đã tải" }));
  expect([...chosenNow]).toEqual(["DV0", "DV1", "DV2"]);
  fireEvent.click(screen.getByRole("checkbox", { name: "Chọn 3 dòng đã tải" }));
  expect(chosenNow.size).toBe(0);
});

test("a press on a row or its link opens it; with Ctrl the link is the browser's", async () => {
  render(<Shown />);
  const link = screen.getByRole("link", { name: "Người 1" });
  const isLeft = !fireEvent.click(link, { ctrlKey: true });
  expect(isLeft).toBe(false);
  expect(screen.getByRole("status").textContent).toBe("/");
  fireEvent.click(link);
  await waitFor(() => expect(screen.getByRole("status").textContent).toBe("/dang-vien/DV1"));
});

test("rows that have not come are asked for", () => {
  render(<Shown rows={people.slice(0, 3)} />);
  expect(needed).toHaveBeenCalled();
  expect(screen.getAllByText(/Đang tải dòng/).length).toBeGreaterThan(0);
});

test("heads that sort are buttons, and say how", () => {
  render(<Shown />);
  const [name, year] = screen.getAllByRole("columnheader").slice(1);
  expect(name?.getAttribute("aria-sort")).toBe("ascending");
  expect(year?.getAttribute("aria-sort")).toBe("none");
  fireEvent.click(screen.getByRole("button", { name: /Họ và tên/ }));
  expect(ordered).toHaveBeenCalledWith({ by: "name", isDown: true });
});

test("up, down, none", () => {
  expect(nextOrder(undefined, "year")).toEqual({ by: "year", isDown: false });
  expect(nextOrder({ by: "year", isDown: false }, "year")).toEqual({ by: "year", isDown: true });
  expect(nextOrder({ by: "year", isDown: true }, "year")).toBeUndefined();
  expect(nextOrder({ by: "name", isDown: true }, "year")).toEqual({ by: "year", isDown: false });
});

test.each([
  ["ArrowDown", 4, 5],
  ["ArrowUp", 4, 3],
  ["PageDown", 4, 14],
  ["PageUp", 4, 0],
  ["Home", 4, 0],
  ["End", 4, 99],
  ["ArrowDown", 99, 99],
])("%s from row %i goes to row %i", (key, from, to) => {
  expect(rowAfter(key, from, 100)).toBe(to);
});

test("other keys go nowhere, nor does any in an empty table", () => {
  expect(rowAfter("a", 0, 100)).toBeUndefined();
  expect(rowAfter("Home", 0, 0)).toBeUndefined();
});

test("on paper all rows that have come are drawn, and how many there are is said", () => {
  render(<Shown rows={people.slice(0, 300)} />);
  expect(screen.queryByText("Người 299")).toBeNull();
  fireEvent(window, new Event("beforeprint"));
  expect(screen.getByText("Người 299")).toBeDefined();
  expect(screen.getByText("300 dòng đầu trong tổng số 1.000 dòng.")).toBeDefined();
  fireEvent(window, new Event("afterprint"));
  expect(screen.queryByText("Người 299")).toBeNull();
  expect(screen.queryByText(/dòng đầu/)).toBeNull();
});
