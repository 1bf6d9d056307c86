// @vitest-environment happy-dom
import { MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import { MemoryRouter } from "react-router";
import { afterEach, expect, test } from "vitest";
import type { Catalogue, EventField, EventType } from "../../api/catalogue";
import type { History, HistoryEvent } from "../../api/records";
import { Timeline } from "./timeline";

const field = (name: string, vi: string, kind: string, more: Partial<EventField> = {}): EventField => ({
  name,
  label: { vi, en: name },
  kind,
  required: true,
  ...more,
});
const type = (name: string, vi: string, fields: EventField[]): EventType => ({
  name,
  label: { vi, en: name },
  subject: "person",
  opens: false,
  two: false,
  fields,
});
const catalogue: Catalogue = {
  version: "1",
  subjects: [],
  figures: [],
  lists: [],
  roles: [],
  events: [
    type("member.admitted", "Kết nạp đảng viên", [
      field("branch", "Chi bộ", "branch"),
      field("introducers", "Người giới thiệu", "people", { many: true }),
    ]),
    type("member.evaluated", "Đánh giá, xếp loại đảng viên", [
      field("year", "Năm", "whole_number"),
      field("rating", "Mức xếp loại", "choice", {
        choices: [{ code: "good", label: { vi: "Hoàn thành tốt nhiệm vụ", en: "Good" } }],
      }),
    ]),
    type("member.fee_paid", "Đóng đảng phí", [
      field("month", "Tháng", "month"),
      field("amount_vnd", "Số tiền (đồng)", "vnd"),
    ]),
  ],
};

const event = (
  seq: number,
  name: string,
  on: string,
  data: object,
  more: Partial<HistoryEvent> = {},
): HistoryEvent => ({
  seq,
  type: name,
  effective_on: on,
  data: { ...data },
  voided: false,
  recorded_at: `${on}T08:00:00+07:00`,
  recorded_by: "vanphong",
  ...more,
});
const fees = Array.from({ length: 12 }, (_, month) => {
  const two = String(month + 1).padStart(2, "0");
  return event(100 + month, "member.fee_paid", `2020-${two}-25`, { month: `2020-${two}`, amount_vnd: 86000 });
});
const history: History = {
  subject_type: "person",
  subject: { key: "DV1", label: "Nguyễn Văn A" },
  labels: { "organisation:CB1": "Chi bộ Văn phòng", "person:DV2": "Trần Thị B" },
  events: [
    event(1, "member.admitted", "2019-03-26", { branch: "CB9" }, { voided: true }),
    event(
      2,
      "event.voided",
      "2019-03-26",
      {},
      { voids: 1, reason: "Ghi nhầm chi bộ", recorded_by: "bithu", recorded_at: "2019-04-02T09:15:00+07:00" },
    ),
    event(
      3,
      "member.admitted",
      "2019-03-26",
      { branch: "CB1", introducers: ["DV2", "DV3"] },
      {
        may_void: true,
        confirmed_by: "bithu",
        authority: { number: "43-QĐ/ĐU", date: "2019-03-25", issuer: "Đảng ủy Văn phòng" },
      },
    ),
    ...fees,
    event(120, "member.evaluated", "2020-12-09", { year: 2020, rating: "good" }),
  ],
};

function shown(address = "/", props: { asKnown?: string; until?: string } = {}) {
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY } } });
  client.setQueryData(["catalogue"], catalogue);
  client.setQueryData(["history", "person", "DV1", props.asKnown], history);
  return render(
    <MantineProvider env="test">
      <QueryClientProvider client={client}>
        <MemoryRouter initialEntries={[address]}>
          <Timeline subjectType="person" subjectKey="DV1" {...props} />
        </MemoryRouter>
      </QueryClientProvider>
    </MantineProvider>,
  );
}

afterEach(cleanup);

test("years and what is in them stand newest first", () => {
  shown();
  expect(screen.getAllByRole("heading", { level: 2 }).map((each) => each.textContent)).toEqual(["2020", "2019"]);
  const [newest] = screen.getAllByRole("article");
  expect(newest?.textContent).toContain("09/12/2020 Đánh giá, xếp loại đảng viên");
});

test("what was taken back is struck through, and says by whom, when and why", () => {
  shown();
  const taken = document.getElementById("muc-1");
  expect(taken?.querySelector("s")?.textContent).toBe("Kết nạp đảng viên");
  const text = taken?.textContent;
  expect(text).toContain("Hủy bỏ lúc 02/04/2019 09:15, người hủy: bithu");
  expect(text).toContain("Lý do: Ghi nhầm chi bộ");
  // The correction has its own address, inside what it took back, and is no entry beside it.
  expect(taken?.querySelector("#muc-2")).not.toBeNull();
  expect(screen.getAllByRole("article")).toHaveLength(3);
  expect(document.getElementById("muc-3")?.querySelector("s")).toBeNull();
});

test("choices, references and numbers are read as people write them", () => {
  shown();
  const text = document.getElementById("muc-120")?.textContent;
  expect(text).toContain("Năm: 2020");
  expect(text).toContain("Mức xếp loại: Hoàn thành tốt nhiệm vụ");
  const admitted = within(document.getElementById("muc-3") as HTMLElement);
  expect(admitted.getByRole("link", { name: "Chi bộ Văn phòng" }).getAttribute("href")).toBe("/to-chuc/CB1");
  expect(admitted.getByRole("link", { name: "Trần Thị B" }).getAttribute("href")).toBe("/dang-vien/DV2");
  // Whom this account may not see is neither named nor linked to.
  expect(admitted.queryByRole("link", { name: "DV3" })).toBeNull();
  expect(document.getElementById("muc-3")?.textContent).toContain("Số 43-QĐ/ĐU ngày 25/03/2019, Đảng ủy Văn phòng");
  expect(document.getElementById("muc-3")?.textContent).toContain("người xác nhận: bithu");
});

test("the fees of a year are one line with their sum until they are asked for", () => {
  shown();
  expect(document.getElementById("muc-100")).toBeNull();
  const fold = screen.getByRole("button", { name: "Đóng đảng phí: 12 lần" });
  expect(fold.getAttribute("aria-expanded")).toBe("false");
  expect(screen.getByText("từ 25/01/2020 đến 25/12/2020, tổng 1.032.000 đồng")).toBeTruthy();
  fireEvent.click(fold);
  expect(document.getElementById("muc-100")?.textContent).toContain("Tháng: 01/2020");
  expect(document.getElementById("muc-100")?.textContent).toContain("Số tiền (đồng): 86.000");
});

test("an address that asks for a folded entry opens it", () => {
  shown("/dang-vien/DV1?tab=dien-bien#muc-103");
  expect(document.activeElement?.id).toBe("muc-103");
});

test("one kind alone stands unfolded, and in the address", () => {
  shown("/?loai=member.fee_paid");
  expect(screen.getAllByRole("article")).toHaveLength(12);
  fireEvent.change(screen.getByLabelText("Loại việc"), { target: { value: "member.evaluated" } });
  expect(screen.getAllByRole("article")).toHaveLength(1);
});

test("only what the server allows may be taken back, and never in the past", () => {
  shown();
  expect(screen.getAllByRole("link", { name: /^Hủy bỏ mục/ }).map((each) => each.getAttribute("aria-label"))).toEqual([
    "Hủy bỏ mục 3: Kết nạp đảng viên",
  ]);
  const form = screen.getByRole("link", { name: /^Hủy bỏ mục 3/ }).getAttribute("href");
  expect(new URLSearchParams(form?.split("?")[1]).get("lam_muc")).toBe("3");
  cleanup();
  shown("/", { asKnown: "2020-12-31" });
  expect(screen.queryByRole("link", { name: /^Hủy bỏ mục/ })).toBeNull();
  cleanup();
  shown("/", { until: "2019-12-31" });
  expect(screen.getByText("13 mục sau ngày 31/12/2019 không hiện ở đây.")).toBeTruthy();
  expect(screen.getAllByRole("article")).toHaveLength(2);
});
