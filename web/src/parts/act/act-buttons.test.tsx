// @vitest-environment happy-dom
import { MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, render, screen } from "@testing-library/react";
import { MemoryRouter } from "react-router";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { aboutOf } from "./act-address";
import { ActButtons } from "./act-buttons";

const event = (name: string, more: object = {}) => ({
  name,
  label: { vi: name, en: name },
  subject: "person",
  opens: false,
  two: false,
  fields: [],
  ...more,
});
const events = [
  event("person.details_changed", { amends: true }),
  event("member.fee_paid"),
  event("member.confirmed"),
  event("member.admitted"),
];

beforeEach(() =>
  vi.stubGlobal("matchMedia", () => ({ matches: false, addEventListener() {}, removeEventListener() {} })),
);
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function open(acts: { type: string; two: boolean }[]) {
  const client = new QueryClient();
  client.setQueryData(["catalogue"], { events, lists: [] });
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={client}>
        <MemoryRouter initialEntries={["/dang-vien/DV:1?pv=CQ-01&lam=old"]}>
          <ActButtons acts={acts} subject={{ kind: "person", key: "DV:1", label: "An" }} />
        </MemoryRouter>
      </QueryClientProvider>
    </MantineProvider>,
  );
}

test("only what the server offers, the most usual first, each at an address that keeps the rest", () => {
  const types = ["person.details_changed", "member.fee_paid", "member.admitted"];
  open(types.map((type) => ({ type, two: type === "member.admitted" })));
  const [first, second] = screen.getAllByRole<HTMLAnchorElement>("link");
  expect(first?.textContent).toBe("member.admitted (cần hai người)");
  expect(second?.textContent).toBe("member.fee_paid");
  const values = new URL(first?.href ?? "").searchParams;
  expect(values.get("pv")).toBe("CQ-01");
  expect(values.getAll("lam")).toEqual(["member.admitted"]);
  expect(aboutOf(values)).toEqual([{ kind: "person", key: "DV:1" }]);
  expect(screen.getByRole("button", { name: "Ghi việc khác" })).toBeTruthy();
});

test("nothing where nothing is offered", () => {
  open([]);
  expect(screen.queryByRole("link")).toBeNull();
  expect(screen.queryByRole("button")).toBeNull();
});
