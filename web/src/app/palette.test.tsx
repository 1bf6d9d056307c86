// @vitest-environment happy-dom
import { QueryClient } from "@tanstack/react-query";
import { cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { sessionKey } from "../api/session";
import { renderAt, somebody } from "../testing/place";
import { fakeServer } from "../testing/server";
import { Palette } from "./palette";

const server = fakeServer();
const catalogue = {
  events: [
    { name: "person.registered", subject: "person", opens: true, label: { vi: "Lập hồ sơ", en: "Open a file" } },
    { name: "class.opened", subject: "class", opens: true, label: { vi: "Mở lớp, lập danh sách", en: "Open a class" } },
  ],
};
const found = {
  total: 2,
  found: [
    { kind: "organisation", key: "CB-01", label: "Chi bộ Lập Trình", organisation: null },
    { kind: "person", key: "DV01", label: "Nguyễn Lập", organisation: { key: "CB-01", label: "Chi bộ 1" } },
  ],
};

const where = () => screen.getByTestId("where").textContent;
const field = () => screen.findByRole("combobox");

async function open() {
  fireEvent.keyDown(window, { key: "k", ctrlKey: true });
  return field();
}

async function search(text: string) {
  const input = await open();
  fireEvent.change(input, { target: { value: text } });
  await screen.findByText("Nguyễn Lập");
  return input;
}

const chosen = () => screen.getAllByRole("option").filter((one) => one.getAttribute("aria-selected") === "true");

describe("the finder of Ctrl+K", () => {
  beforeEach(() => {
    server.answers["GET /api/v1/catalogue"] = [{ body: catalogue }];
    server.answers["GET /api/v1/search"] = [{ body: found }];
    const client = new QueryClient();
    client.setQueryData(sessionKey, somebody);
    renderAt(
      "/bao-cao",
      <>
        <main id="main">
          <a href="/huong-dan/bao-cao">?</a>
          <input aria-label="ô" />
        </main>
        <Palette />
      </>,
      client,
    );
  });
  afterEach(cleanup);

  it("finds people, organisations and acts that one may record, in groups", async () => {
    await search("lap");
    const groups = screen.getAllByRole("group").map((group) => group.getAttribute("aria-label"));
    expect(groups).toEqual(["Người", "Tổ chức", "Việc cần ghi"]);
    expect(screen.getAllByRole("option").map((one) => one.firstChild?.textContent)).toEqual([
      "Nguyễn Lập",
      "Chi bộ Lập Trình",
      "Lập hồ sơ",
    ]);
  });

  it("is walked through by arrows, round and round, and opened by Enter", async () => {
    const input = await search("lap");
    expect(chosen()[0]?.textContent).toContain("Nguyễn Lập");
    fireEvent.keyDown(input, { key: "ArrowUp" });
    expect(chosen()[0]?.textContent).toContain("Lập hồ sơ");
    fireEvent.keyDown(input, { key: "ArrowDown" });
    fireEvent.keyDown(input, { key: "ArrowDown" });
    expect(chosen()).toHaveLength(1);
    expect(input.getAttribute("aria-activedescendant")).toBe(chosen()[0]?.id);
    fireEvent.keyDown(input, { key: "Enter" });
    await waitFor(() => expect(where()).toBe("/to-chuc/CB-01"));
    expect(screen.queryByRole("combobox")).toBeNull();
  });

  it("opens the form of an act", async () => {
    const input = await search("lap");
    fireEvent.keyDown(input, { key: "ArrowUp" });
    fireEvent.keyDown(input, { key: "Enter" });
    await waitFor(() => expect(where()).toBe("/dang-vien?lam=person.registered"));
  });

  it("finds places without accents", async () => {
    const input = await open();
    server.answers["GET /api/v1/search"] = [{ body: { total: 0, found: [] } }];
    fireEvent.change(input, { target: { value: "dang vien" } });
    expect(await screen.findByRole("option", { name: "Đảng viên" })).toBeTruthy();
  });

  it("leaves Ctrl+Shift and Alt to the typing of Vietnamese", () => {
    fireEvent.keyDown(window, { key: "K", ctrlKey: true, shiftKey: true });
    fireEvent.keyDown(window, { key: "k", ctrlKey: true, altKey: true });
    expect(screen.queryByRole("combobox")).toBeNull();
  });

  it("leaves Enter to whoever composes a syllable", async () => {
    const input = await search("lap");
    fireEvent.keyDown(input, { key: "Enter", isComposing: true });
    expect(where()).toBe("/bao-cao");
  });

  it("opens the guide of the page by ?, though not where one types", async () => {
    fireEvent.keyDown(screen.getByLabelText("ô"), { key: "?" });
    expect(where()).toBe("/bao-cao");
    fireEvent.keyDown(document.body, { key: "?" });
    await waitFor(() => expect(where()).toBe("/huong-dan/bao-cao"));
  });
});
