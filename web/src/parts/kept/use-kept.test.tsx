// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, cleanup, renderHook, waitFor } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { useKept } from "./use-kept";

let onServer: Record<string, unknown> = {};
let put: string[] = [];
let refuses = false;
let arrive: Promise<void> | undefined;
const json = (status: number, body: unknown) =>
  new Response(JSON.stringify(body), { status, headers: { "content-type": "application/json" } });
const none: string[] = [];

beforeEach(() => {
  onServer = {};
  put = [];
  refuses = false;
  arrive = undefined;
  localStorage.clear();
  vi.stubGlobal("fetch", async (request: Request) => {
    const { pathname } = new URL(request.url);
    if (pathname === "/api/v1/session") return json(200, { name: "lan", rights: [] });
    if (request.method === "GET") {
      await arrive;
      return json(200, { kept: onServer });
    }
    const { value } = (await request.json()) as { value: unknown };
    const name = pathname.split("/").pop() ?? "";
    put.push(`${name} ${JSON.stringify(value)}`);
    if (refuses) return json(422, { title: "", refusals: [{ code: "kept.too_many", field: "name", vi: "Đã đủ" }] });
    onServer = { ...onServer, [name]: value };
    return new Response(null, { status: 204 });
  });
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function kept() {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>{children}</QueryClientProvider>
  );
  return renderHook(() => useKept<string[]>("filters.people", none), { wrapper }).result;
}

test("what the server keeps is shown, and a change at once", async () => {
  onServer = { "filters.people": ["a"] };
  const result = kept();
  expect(result.current.value).toEqual([]);
  await waitFor(() => expect(result.current.value).toEqual(["a"]));
  await act(() => result.current.keep((before) => [...before, "b"]));
  await act(() => result.current.keep((before) => [...before, "c"]));
  expect(result.current.value).toEqual(["a", "b", "c"]);
  await waitFor(() => expect(onServer).toEqual({ "filters.people": ["a", "b", "c"] }));
});

test("a change before anything has come is no loss", async () => {
  onServer = { "filters.people": ["a"] };
  let come = () => {};
  arrive = new Promise((resolve) => {
    come = resolve;
  });
  const result = kept();
  await waitFor(() => expect(result.current.keep).toBeDefined());
  await act(async () => {
    const changed = result.current.keep((before) => [...before, "b"]);
    come();
    await changed;
  });
  await waitFor(() => expect(put).toEqual(['filters.people ["a","b"]']));
});

test("what is refused is said, and as before again", async () => {
  onServer = { "filters.people": ["a"] };
  const result = kept();
  await waitFor(() => expect(result.current.value).toEqual(["a"]));
  refuses = true;
  await act(() => result.current.keep(() => ["b"]));
  await waitFor(() => expect(result.current.error).not.toBeNull());
  await waitFor(() => expect(result.current.value).toEqual(["a"]));
});

test("what lay in the browser is handed over once, and only what is one's own", async () => {
  onServer = { "columns.people": ["later"] };
  localStorage.setItem("nennep.lan.filters.people", '["a"]');
  localStorage.setItem("nennep.lan.columns.people", '["earlier"]');
  localStorage.setItem("nennep.binh.filters.people", '["x"]');
  localStorage.setItem("nennep.draft.lan.member.admitted.new", "{}");
  const result = kept();
  await waitFor(() => expect(result.current.value).toEqual(["a"]));
  expect(onServer).toEqual({ "columns.people": ["later"], "filters.people": ["a"] });
  expect(Object.keys(localStorage).sort()).toEqual([
    "nennep.binh.filters.people",
    "nennep.draft.lan.member.admitted.new",
  ]);
});
