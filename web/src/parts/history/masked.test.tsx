// @vitest-environment happy-dom
// What is guarded is told only when asked for, in the timeline and where an entry is taken back and written anew.
import { QueryClient } from "@tanstack/react-query";
import { cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import type { Catalogue } from "../../api/catalogue";
import type { History } from "../../api/records";
import { sessionKey } from "../../api/session";
import { renderAt, somebody } from "../../testing/place";
import { fakeServer } from "../../testing/server";
import { VoidForm } from "../act/void-form";
import { Timeline } from "./timeline";

const server = fakeServer();
afterEach(cleanup);

const label = (vi: string) => ({ vi, en: vi });
const catalogue: Catalogue = {
  version: "1",
  subjects: [],
  figures: [],
  lists: [],
  roles: [],
  events: [
    {
      name: "person.details_changed",
      label: label("Sửa lý lịch"),
      subject: "person",
      opens: false,
      two: false,
      fields: [
        { name: "occupation", label: label("Nghề nghiệp"), kind: "text", required: false },
        { name: "residence", label: label("Nơi thường trú"), kind: "text", required: false, guard: "family" },
      ],
    },
  ],
};
const event: History["events"][number] = {
  seq: 7,
  type: "person.details_changed",
  effective_on: "2020-03-01",
  data: { occupation: "thợ gốm" },
  masked: ["residence"],
  voided: false,
  recorded_at: "2020-03-01T08:00:00+07:00",
  recorded_by: "vanphong",
};
const { masked: _, ...open } = event;
const whole = { ...open, data: { ...event.data, residence: "12 Lê Lợi" } };
const history = (shown: typeof event): History => ({
  subject_type: "person",
  subject: { key: "DV1", label: "Nguyễn Văn A" },
  events: [shown],
  labels: {},
});

function client(rights: string[]): QueryClient {
  const all = new QueryClient();
  for (const key of ["catalogue", "history", "session"]) {
    all.setQueryDefaults([key], { staleTime: Number.POSITIVE_INFINITY });
  }
  all.setQueryData(["catalogue"], catalogue);
  all.setQueryData(["history", "person", "DV1", undefined], history(event));
  all.setQueryData(sessionKey, { ...somebody, rights });
  return all;
}

test("a masked field stands there, and is shown when asked for", async () => {
  server.answers["GET /api/v1/events"] = [{ body: history(whole) }];
  renderAt("/", <Timeline subjectType="person" subjectKey="DV1" />, client(["see.person.family"]));
  expect(screen.getByText("Đã che")).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "Hiện Nơi thường trú" }));
  expect(await screen.findByText("12 Lê Lợi")).toBeTruthy();
  expect(screen.getByRole("status").textContent).toBe("Lần hiện này đã được ghi lại.");
  expect(server.asked.map(({ path }) => path)).toEqual(["/api/v1/events?subject_type=person&key=DV1&reveal=family"]);
});

test("whoever may not see it is offered nothing", () => {
  renderAt("/", <Timeline subjectType="person" subjectKey="DV1" />, client([]));
  expect(screen.getByText("Đã che")).toBeTruthy();
  expect(screen.queryByRole("button", { name: /^Hiện/ })).toBeNull();
});

function takeBack(rights: string[]) {
  // A field that grows with its text listens to the fonts, which this browser of tests does not have.
  Object.defineProperty(document, "fonts", { value: new EventTarget(), configurable: true });
  server.answers["POST /api/v1/events"] = [
    { status: 201, body: { recorded: 1, already: 0, check: false, needs_second: false, waiting: null, events: [] } },
  ];
  const subject = { kind: "person", key: "DV1", label: "Nguyễn Văn A" };
  renderAt("/", <VoidForm subject={subject} event={event} onDone={vi.fn()} onCancel={vi.fn()} />, client(rights));
  expect(screen.getByText("Nơi thường trú: đã che")).toBeTruthy();
  fireEvent.change(screen.getByLabelText(/Lý do/), { target: { value: "Ghi nhầm" } });
  fireEvent.click(screen.getByRole("checkbox"));
}

test("what is written anew begins with what was masked", async () => {
  server.answers["GET /api/v1/events"] = [{ body: history(whole) }];
  takeBack(["see.person.family"]);
  expect(screen.getByText(/^Mục được che sẽ được hiện/)).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "Hủy bản ghi" }));
  await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>(/Nơi thường trú/).value).toBe("12 Lê Lợi"));
  expect(screen.queryByText(/^Phải điền lại/)).toBeNull();
});

test("what this account may not see is to be filled in again", async () => {
  takeBack([]);
  expect(screen.queryByText(/^Mục được che sẽ được hiện/)).toBeNull();
  fireEvent.click(screen.getByRole("button", { name: "Hủy bản ghi" }));
  expect(await screen.findByText(/^Phải điền lại.*: Nơi thường trú\.$/)).toBeTruthy();
  expect(server.asked.some(({ path }) => path.includes("reveal"))).toBe(false);
});
