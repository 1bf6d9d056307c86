// @vitest-environment happy-dom
import { MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { useState } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { PeoplePicker, PersonPicker } from "./person-picker";
import type { Picked } from "./picked";

const found = [
  { kind: "person", key: "DV1", label: "Nguyễn Văn An", organisation: { key: "CB-1", label: "Chi bộ 1" } },
  { kind: "person", key: "DV2", label: "Nguyễn Văn Ân", organisation: { key: "CB-2", label: "Chi bộ 2" } },
];
let asked: string[] = [];
let chosen: Picked | Picked[] | undefined;

beforeEach(() => {
  asked = [];
  vi.stubGlobal("matchMedia", () => ({ matches: false, addEventListener() {}, removeEventListener() {} }));
  vi.stubGlobal(
    "ResizeObserver",
    class {
      observe() {}
      unobserve() {}
      disconnect() {}
    },
  );
  Element.prototype.scrollIntoView = () => {};
  vi.stubGlobal("fetch", async (request: Request) => {
    asked.push(new URL(request.url).search);
    return new Response(JSON.stringify({ total: 2, found }), { headers: { "content-type": "application/json" } });
  });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function One() {
  const [value, setValue] = useState<Picked>();
  chosen = value;
  return <PersonPicker label="Người giới thiệu" value={value} onChange={setValue} />;
}
function Many() {
  const [value, setValue] = useState<Picked[]>([]);
  chosen = value;
  return <PeoplePicker label="Người giới thiệu" value={value} onChange={setValue} />;
}
function open(picker: React.ReactNode) {
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={new QueryClient()}>{picker}</QueryClientProvider>
    </MantineProvider>,
  );
  return document.querySelector("input") as HTMLInputElement;
}
async function write(input: HTMLInputElement, text: string) {
  fireEvent.focus(input);
  fireEvent.change(input, { target: { value: text } });
  await act(async () => void (await new Promise((done) => setTimeout(done, 200))));
  await screen.findAllByRole("option");
}

test("what is typed stays as it is; a line of the list is the choice", async () => {
  const input = open(<One />);
  await write(input, "an nguyen");
  expect(input.value).toBe("an nguyen");
  expect(asked).toEqual(["?q=an+nguyen&limit=12&kind=person"]);
  expect(screen.getByText("Chi bộ 2 · DV2")).toBeTruthy();
  fireEvent.keyDown(input, { key: "ArrowDown", code: "ArrowDown" });
  fireEvent.keyDown(input, { key: "ArrowDown", code: "ArrowDown" });
  fireEvent.keyDown(input, { key: "Enter", code: "Enter" });
  expect(chosen).toMatchObject({ key: "DV2", label: "Nguyễn Văn Ân" });
  expect(input.value).toBe("Nguyễn Văn Ân · Chi bộ 2");
});

test("Enter without a line chooses nobody, and leaving says so", async () => {
  const input = open(<One />);
  await write(input, "nguyen");
  fireEvent.keyDown(input, { key: "Enter", code: "Enter" });
  fireEvent.blur(input);
  expect(chosen).toBeUndefined();
  expect(input.value).toBe("nguyen");
  expect(screen.getByText("Chọn một dòng trong danh sách.")).toBeTruthy();
});

test("a changed name is no longer the one that was chosen", async () => {
  const input = open(<One />);
  await write(input, "an");
  fireEvent.keyDown(input, { key: "ArrowDown", code: "ArrowDown" });
  fireEvent.keyDown(input, { key: "Enter", code: "Enter" });
  await write(input, "Nguyễn Văn An · Chi bộ");
  expect(chosen).toBeUndefined();
  expect(input.value).toBe("Nguyễn Văn An · Chi bộ");
});

test("several, each once", async () => {
  const input = open(<Many />);
  await write(input, "nguyen");
  fireEvent.keyDown(input, { key: "ArrowDown", code: "ArrowDown" });
  fireEvent.keyDown(input, { key: "Enter", code: "Enter" });
  expect(chosen).toMatchObject([{ key: "DV1" }]);
  await write(input, "nguyen v");
  expect(screen.getAllByRole("option")).toHaveLength(1);
  fireEvent.click(screen.getByRole("button", { name: "Bỏ chọn Nguyễn Văn An" }));
  expect(chosen).toEqual([]);
});
