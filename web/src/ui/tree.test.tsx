// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { useState } from "react";
import { MemoryRouter } from "react-router";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Tree, type TreeNode } from "./tree";

// Khối ─┬─ Cơ quan ─┬─ Văn phòng
//       │           └─ Vụ Đảng
//       ├─ Doanh nghiệp (opened, its branches are not here yet)
//       └─ Đảng ủy
const nodes: TreeNode[] = [
  {
    key: "K",
    label: "Khối",
    mayOpen: true,
    children: [
      {
        key: "CQ",
        label: "Cơ quan",
        mayOpen: true,
        children: [
          { key: "VP", label: "Văn phòng", mayOpen: false },
          { key: "VD", label: "Vụ Đảng", mayOpen: false },
        ],
      },
      { key: "DN", label: "Doanh nghiệp", mayOpen: true },
      { key: "DU", label: "Đảng ủy", mayOpen: false },
    ],
  },
];

const chosen: string[] = [];

function Shown({ open: first, address }: { open: string[]; address?: (key: string) => string }) {
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set(first));
  const [selected, setSelected] = useState<string>();
  return (
    <MemoryRouter>
      <Tree
        label="Cây"
        nodes={nodes}
        open={open}
        selected={selected}
        onToggle={(key, isOpen) => {
          const next = new Set(open);
          if (isOpen) next.add(key);
          else next.delete(key);
          setOpen(next);
        }}
        onSelect={(key) => {
          chosen.push(key);
          setSelected(key);
        }}
        address={address}
      />
    </MemoryRouter>
  );
}

const item = (name: string) => screen.getByRole("treeitem", { name: new RegExp(`^${name}`) });
const inFocus = () => document.activeElement?.textContent;

beforeEach(() => {
  chosen.length = 0;
  vi.useFakeTimers();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const keys: { from: string; press: string[]; to: string; says?: string }[] = [
  { from: "Khối", press: ["ArrowDown"], to: "Cơ quan" },
  { from: "Cơ quan", press: ["ArrowUp"], to: "Khối" },
  { from: "Khối", press: ["ArrowUp"], to: "Khối", says: "nothing above the first" },
  { from: "Đảng ủy", press: ["ArrowDown"], to: "Đảng ủy", says: "nothing below the last" },
  { from: "Cơ quan", press: ["End"], to: "Đảng ủy" },
  { from: "Vụ Đảng", press: ["Home"], to: "Khối" },
  { from: "Cơ quan", press: ["ArrowRight"], to: "Văn phòng", says: "opened: into its first child" },
  { from: "Văn phòng", press: ["ArrowRight"], to: "Văn phòng", says: "a leaf stays" },
  {
    from: "Doanh nghiệp",
    press: ["ArrowRight", "ArrowRight"],
    to: "Doanh nghiệp",
    says: "its children are on their way",
  },
  { from: "Vụ Đảng", press: ["ArrowLeft"], to: "Cơ quan", says: "to the parent" },
  { from: "Cơ quan", press: ["ArrowLeft", "ArrowLeft"], to: "Khối", says: "closes, then to the parent" },
  { from: "Khối", press: ["v"], to: "Văn phòng", says: "the next with this letter" },
  { from: "Khối", press: ["v", "v"], to: "Vụ Đảng", says: "the same letter goes on" },
  { from: "Khối", press: ["v", "u"], to: "Vụ Đảng", says: "letters without accents" },
  { from: "Đảng ủy", press: ["v"], to: "Văn phòng", says: "round from the end" },
  { from: "Khối", press: ["d", "a"], to: "Đảng ủy", says: "d is đ" },
  { from: "Khối", press: ["x"], to: "Khối", says: "no such letter" },
];

test.each(keys)("from $from, $press leads to $to ($says)", ({ from, press, to }) => {
  render(<Shown open={["K", "CQ"]} />);
  item(from).focus();
  for (const key of press) fireEvent.keyDown(document.activeElement ?? document.body, { key });
  expect(inFocus()).toBe(to);
});

test("letters typed after a pause begin anew", () => {
  render(<Shown open={["K", "CQ"]} />);
  item("Khối").focus();
  fireEvent.keyDown(item("Khối"), { key: "v" });
  vi.advanceTimersByTime(1000);
  fireEvent.keyDown(item("Văn phòng"), { key: "d" });
  expect(inFocus()).toBe("Doanh nghiệp");
});

test("there is one tab stop, and it follows", () => {
  render(<Shown open={["K", "CQ"]} />);
  const stops = () => screen.getAllByRole("treeitem").filter((each) => each.tabIndex === 0);
  expect(stops()).toEqual([item("Khối")]);
  item("Khối").focus();
  fireEvent.keyDown(item("Khối"), { key: "End" });
  expect(stops()).toEqual([item("Đảng ủy")]);
  fireEvent.click(item("Văn phòng"));
  expect(stops()).toEqual([item("Văn phòng")]);
});

test("where the stop was closed away, the tree can still be reached", () => {
  render(<Shown open={["K", "CQ"]} />);
  item("Vụ Đảng").focus();
  fireEvent.keyDown(item("Vụ Đảng"), { key: "End" });
  fireEvent.click(item("Khối").querySelector("[data-toggle]") as Element);
  expect(screen.getAllByRole("treeitem")).toHaveLength(1);
  expect(item("Khối").tabIndex).toBe(0);
});

test("Enter and Space choose, arrows do not; Control leaves keys to the browser", () => {
  render(<Shown open={["K", "CQ"]} />);
  item("Cơ quan").focus();
  fireEvent.keyDown(item("Cơ quan"), { key: "ArrowDown" });
  expect(chosen).toEqual([]);
  fireEvent.keyDown(item("Văn phòng"), { key: "Enter" });
  fireEvent.keyDown(item("Đảng ủy"), { key: " " });
  fireEvent.keyDown(item("Đảng ủy"), { key: "Home", ctrlKey: true });
  expect(chosen).toEqual(["VP", "DU"]);
  expect(item("Đảng ủy").getAttribute("aria-selected")).toBe("true");
});

test("levels and places are told", () => {
  render(<Shown open={["K", "CQ"]} />);
  const told = (name: string) =>
    ["level", "posinset", "setsize", "expanded"].map((what) => item(name).getAttribute(`aria-${what}`));
  expect(told("Khối")).toEqual(["1", "1", "1", "true"]);
  expect(told("Vụ Đảng")).toEqual(["3", "2", "2", null]);
  expect(told("Doanh nghiệp")).toEqual(["2", "2", "3", "false"]);
});

test("items may be links; the sign beside them opens without going there", () => {
  render(<Shown open={["K"]} address={(key) => `/to-chuc/${key}`} />);
  expect(item("Cơ quan").getAttribute("href")).toBe("/to-chuc/CQ");
  fireEvent.click(item("Cơ quan").querySelector("[data-toggle]") as Element);
  expect(chosen).toEqual([]);
  expect(item("Văn phòng")).toBeTruthy();
  fireEvent.click(item("Văn phòng"), { ctrlKey: true });
  expect(chosen).toEqual([]);
  fireEvent.click(item("Văn phòng"));
  expect(chosen).toEqual(["VP"]);
});
