// @vitest-environment happy-dom
import { MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, render, screen } from "@testing-library/react";
import { MemoryRouter } from "react-router";
import { afterEach, expect, test } from "vitest";
import { sessionKey } from "../../api/session";
import { Figure, FigureNumber, type FigureProps } from "./figure";
import { FigureScope } from "./question";

const asked = { name: "members.admitted", label: "Kết nạp đảng viên", unit: "person", value: 368 };

function show(props: Partial<FigureProps>, scope = {}, rights = ["see.figures.lists"]) {
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY } } });
  client.setQueryData(sessionKey, { name: "vanphong", roles: [], rights, needs: [] });
  client.setQueryData(["catalogue"], {
    figures: [{ name: "members.admitted", unit: "person", unit_label: { vi: "người", en: "people" } }],
  });
  render(
    <QueryClientProvider client={client}>
      <MantineProvider>
        <MemoryRouter initialEntries={["/bao-cao/2020?pv=DUK"]}>
          <FigureScope value={scope}>
            <Figure {...asked} {...props} />
          </FigureScope>
        </MemoryRouter>
      </MantineProvider>
    </QueryClientProvider>,
  );
}

afterEach(cleanup);

test("a figure is a link to its list", () => {
  show({ org: "DUK", year: 2020 });
  const link = screen.getByRole("link", { name: "368 người" });
  expect(link.getAttribute("href")).toBe("/bao-cao/2020?pv=DUK&so=members.admitted&so_org=DUK&so_nam=2020");
});

test("a figure whose list one may not open is no link, and says for whom it is", () => {
  show({ value: 12, closed: true, org: "DUK", year: 2020 });
  expect(screen.queryByRole("link")).toBeNull();
  expect(screen.getByText(/12/).textContent).toContain("danh sách chỉ dành cho người được giao việc này");
});

test("on a page of its own scope the address is short", () => {
  show({}, { org: "DUK", year: 2020 });
  expect(screen.getByRole("link").getAttribute("href")).toBe("/bao-cao/2020?pv=DUK&so=members.admitted");
});

test("without a list's address and without a reason the number is not shown", () => {
  show({});
  expect(screen.queryByText(/368/)).toBeNull();
  expect(screen.getByText(/chưa có danh sách/)).toBeTruthy();
});

test("a reason stands in place of the list", () => {
  show({ noList: "tính theo cây năm nay" });
  expect(screen.queryByRole("link")).toBeNull();
  expect(screen.getByText(/368/)).toBeTruthy();
  expect(screen.getByText(/tính theo cây năm nay/)).toBeTruthy();
});

test("a small number is hidden, and says why", () => {
  show({ value: null, hidden: "<5", org: "DUK", year: 2020 });
  expect(screen.getByText(/<5/)).toBeTruthy();
  expect(screen.getAllByText(/Số nhỏ được che/).length).toBeGreaterThan(0);
  expect(screen.queryByRole("link")).toBeNull();
});

test("whoever may see the number alone sees it with a lock", () => {
  show({ org: "DUK", year: 2020 }, {}, []);
  expect(screen.getByText(/368/)).toBeTruthy();
  expect(screen.getByText(/không được xem danh sách/)).toBeTruthy();
  expect(screen.queryByRole("link")).toBeNull();
});

test("0 is none, — is not known", () => {
  show({ value: 0, org: "DUK", year: 2020 });
  expect(screen.getByRole("link", { name: "0 người" })).toBeTruthy();
  cleanup();
  show({ value: null, org: "DUK", year: 2020 });
  expect(screen.getByText(/—/)).toBeTruthy();
  expect(screen.queryByRole("link")).toBeNull();
});

test("the year before and the target stand beside it; of percentages in points", () => {
  show({ org: "DUK", year: 2020, previous: 341, target: { at_least: 400 } });
  expect(screen.getByText("Năm 2019: 341 · tăng 27")).toBeTruthy();
  expect(screen.getByText("còn thiếu 32")).toBeTruthy();
  cleanup();
  show({ org: "DUK", year: 2020, unit: "percent", value: 82, previous: 85.5, target: { at_least: 85 } });
  expect(screen.getByText("Năm 2019: 85,5% · giảm 3,5 điểm %")).toBeTruthy();
  expect(screen.getByText("còn thiếu 3 điểm %")).toBeTruthy();
});

test("last year's number that is too small to be told says so", () => {
  show({ org: "DUK", year: 2020, previous: null, previousHidden: "<5" });
  expect(screen.getByText(/Năm 2019: <5/).textContent).toContain("Số nhỏ được che");
});

test("a number in a sentence is written as the sentence has it", () => {
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY } } });
  client.setQueryData(["catalogue"], { figures: [] });
  client.setQueryData(sessionKey, { roles: [], rights: ["see.figures.lists"], needs: [] });
  render(
    <QueryClientProvider client={client}>
      <MemoryRouter>
        <FigureNumber {...asked} org="DUK" year={2020}>
          368 người
        </FigureNumber>
      </MemoryRouter>
    </QueryClientProvider>,
  );
  expect(screen.getByRole("link", { name: "368 người" })).toBeTruthy();
});
