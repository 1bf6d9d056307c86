// @vitest-environment happy-dom
import { MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { EventType } from "../../api/catalogue";
import { dropWritten } from "../../lib/look";
import { ActForm } from "./act-form";
import type { ActFormProps } from "./kinds";

const both = (vi: string) => ({ vi, en: vi });
const field = (name: string, label: string, kind: string, required = false) => ({
  name,
  label: both(label),
  kind,
  required,
});
const about = { subject: "person", opens: false, two: false };
const events: EventType[] = [
  {
    ...about,
    name: "member.card_issued",
    label: both("Cấp thẻ"),
    fields: [field("number", "Số thẻ", "text", true), field("note", "Ghi chú", "text")],
  },
  { ...about, name: "member.admitted", label: both("Kết nạp"), two: true, fields: [field("grounds", "Lý do", "text")] },
  { ...about, name: "member.prospect", label: both("Nguồn"), fields: [field("organisation", "Nơi", "organisation")] },
  {
    ...about,
    name: "person.details_changed",
    label: both("Sửa"),
    amends: true,
    fields: [field("full_name", "Họ và tên", "text"), field("post", "Chức vụ", "text")],
  },
];
const catalogue = { version: "1", subjects: [], figures: [], lists: [], events, authority: [], roles: [] };
const an = { kind: "person", key: "DV1", label: "Nguyễn Văn Ân" };
const binh = { kind: "person", key: "DV2", label: "Trần Thị Bình" };

interface Sent {
  path: string;
  check: boolean;
  once: string | null;
  body: unknown;
}
let sent: Sent[] = [];
let grown: object[] = [];
let organisation: Promise<Response>;
let respond: (sent: Sent) => Response | Promise<Response>;
const json = (status: number, body: unknown) =>
  new Response(JSON.stringify(body), { status, headers: { "content-type": "application/json" } });
const receipt = (count: number) => ({
  recorded: count,
  already: 0,
  check: false,
  waiting: null,
  events: Array.from({ length: count }, (_, at) => ({ seq: 100 + at, already: false })),
  journal: { seq: 100, hash: "" },
});
const refusal = (name: string, more: object = {}) =>
  json(422, { title: "Không ghi được", refusals: [{ code: "x", field: name, vi: `Sai ${name}`, en: "", ...more }] });

beforeEach(() => {
  sent = [];
  grown = [];
  respond = ({ body }) => json(201, receipt(Array.isArray(body) ? body.length : 1));
  dropWritten();
  document.title = "Hồ sơ";
  vi.stubGlobal("fetch", async (request: Request) => {
    const { pathname, searchParams } = new URL(request.url);
    if (request.method === "GET") {
      if (pathname === "/api/v1/organisations/DUK") return organisation;
      if (pathname !== "/api/v1/events") return json(404, {});
      return json(200, {
        subject_type: "person",
        subject: an,
        events: [{ seq: 7, type: "person.registered" }, ...grown],
      });
    }
    const one = {
      path: pathname,
      check: searchParams.get("check") === "1",
      once: request.headers.get("Idempotency-Key"),
      body: await request.json(),
    };
    sent.push(one);
    return respond(one);
  });
  const silent = { addEventListener() {}, removeEventListener() {} };
  Object.defineProperty(document, "fonts", { value: silent, configurable: true });
  vi.stubGlobal("matchMedia", () => ({ matches: false, ...silent }));
  vi.stubGlobal(
    "ResizeObserver",
    class {
      observe() {}
      unobserve() {}
      disconnect() {}
    },
  );
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const recorded = () => sent.filter(({ check }) => !check);
const settle = (ms = 0) => act(async () => void (await new Promise((done) => setTimeout(done, ms))));

async function open(form: Partial<ActFormProps> = {}) {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  client.setQueryData(["catalogue"], catalogue);
  client.setQueryData(["session"], { name: "vanphong", rights: [] });
  const onDone = vi.fn();
  const what = { type: "member.card_issued", ...(form.subjects ? {} : { subject: an }) };
  const view = render(
    <MantineProvider env="test">
      <QueryClientProvider client={client}>
        <ActForm {...what} {...form} onDone={onDone} onCancel={() => {}} />
      </QueryClientProvider>
    </MantineProvider>,
  );
  await settle(20);
  return { onDone, ...view };
}

function write(label: string | RegExp, text: string) {
  const input = screen.getByLabelText(label);
  fireEvent.focus(input);
  fireEvent.change(input, { target: { value: text } });
  fireEvent.blur(input);
}

async function fill() {
  write(/Số thẻ/, "71000001");
  write(/hiệu lực/, "5/9/2020");
  await settle();
}

async function press(name: RegExp) {
  fireEvent.click(screen.getByRole("button", { name }));
  await settle(30);
}

describe("the form of an act", () => {
  test("records what stands in it, once, under one name", async () => {
    const { onDone } = await open();
    await fill();
    fireEvent.click(screen.getByRole("button", { name: /Ghi vào sổ/ }));
    fireEvent.click(screen.getByRole("button", { name: /Ghi vào sổ/ }));
    await settle(50);
    expect(recorded()).toHaveLength(1);
    expect(recorded()[0]?.body).toEqual({
      type: "member.card_issued",
      subject: "DV1",
      effective_on: "2020-09-05",
      data: { number: "71000001" },
    });
    expect(recorded()[0]?.once).toMatch(/^[2-9A-Z]{24}$/);
    expect(onDone).toHaveBeenCalledOnce();
  });

  test("keeps the name of an attempt that got no answer, and gives a changed one another", async () => {
    await open();
    await fill();
    respond = () => Promise.reject(new TypeError("network"));
    await press(/Ghi vào sổ/);
    expect(screen.getByRole("alert").textContent).toContain("Chưa gửi được");
    await press(/Ghi vào sổ/);
    write(/Số thẻ/, "71000002");
    await press(/Ghi vào sổ/);
    const [first, second, third] = recorded().map(({ once }) => once);
    expect(first).toBe(second);
    expect(third).not.toBe(first);
  });

  test("leads to what is missing", async () => {
    await open();
    await press(/Ghi vào sổ/);
    const summary = screen.getByRole("alert");
    expect(document.activeElement).toBe(summary);
    expect(document.title).toBe("Lỗi: Hồ sơ");
    expect(recorded()).toHaveLength(0);
    fireEvent.click(screen.getByRole("link", { name: /Số thẻ/ }));
    expect(document.activeElement).toBe(screen.getByLabelText(/Số thẻ/));
    await fill();
    expect(screen.queryByRole("alert")).toBeNull();
    expect(document.title).toBe("Hồ sơ");
  });

  test("shows a refusal at its field, with its basis, and loses nothing", async () => {
    await open();
    await fill();
    respond = () => refusal("data.number", { rule: "CRD-1", basis: both("CRD-1 · Điều 7") });
    await press(/Ghi vào sổ/);
    const input = screen.getByLabelText<HTMLInputElement>(/Số thẻ/);
    expect(input.getAttribute("aria-invalid")).toBe("true");
    expect(input.value).toBe("71000001");
    expect(screen.getByRole("alert").textContent).toContain("CRD-1 · Điều 7");
  });

  test("is tried once it is whole, and says so at the fields that one has been past", async () => {
    await open();
    respond = () => refusal("number");
    write(/Số thẻ/, "1");
    await settle(700);
    expect(sent).toHaveLength(0);
    write(/hiệu lực/, "5/9/2020");
    await settle(700);
    expect(sent.map(({ check }) => check)).toEqual([true]);
    expect(screen.getByLabelText(/Số thẻ/).getAttribute("aria-invalid")).toBe("true");
    expect(screen.queryByRole("alert")).toBeNull();
  });

  test("leaves Vietnamese as it is typed alone, backspaces and all", async () => {
    await open();
    const input = screen.getByLabelText<HTMLInputElement>(/Ghi chú/);
    fireEvent.focus(input);
    // What a typing program sends for "đường " : letters taken back and put in anew.
    for (const text of [
      "d",
      "",
      "đ",
      "đu",
      "đ",
      "đư",
      "đưo",
      "đư",
      "đ",
      "đươ",
      "đươn",
      "đương",
      "đươ",
      "đường",
      "đường ",
    ]) {
      fireEvent.change(input, { target: { value: text } });
      expect(input.value).toBe(text);
    }
    fireEvent.blur(input);
    expect(input.value).toBe("đường ");
    const decomposed = "đường".normalize("NFD");
    fireEvent.change(input, { target: { value: decomposed } });
    await fill();
    await press(/Ghi vào sổ/);
    expect(recorded()[0]?.body).toMatchObject({ data: { note: "đường".normalize("NFC") } });
  });

  test("keeps a draft, takes it up again, and lets it go once recorded", async () => {
    const { unmount } = await open();
    write(/Số thẻ/, "71");
    await settle();
    expect(screen.getByRole("status").textContent).toMatch(/Đã lưu nháp lúc \d\d:\d\d/);
    unmount();
    await open();
    expect(screen.getByLabelText<HTMLInputElement>(/Số thẻ/).value).toBe("71");
    expect(screen.getByText(/Đây là bản nháp/)).toBeTruthy();
    await fill();
    await press(/Ghi vào sổ/);
    expect(Object.keys(localStorage)).toEqual([]);
  });

  test("Ctrl+Enter sends", async () => {
    await open();
    await fill();
    fireEvent.keyDown(screen.getByLabelText(/Số thẻ/), { key: "Enter", ctrlKey: true });
    await settle(50);
    expect(recorded()).toHaveLength(1);
  });

  test("asks before it writes over what somebody else has written", async () => {
    await open();
    await fill();
    grown = [
      {
        seq: 9,
        type: "member.card_issued",
        effective_on: "2020-09-01",
        data: { number: "5" },
        recorded_by: "tochuc",
        recorded_at: "2020-09-01T01:00:00Z",
      },
    ];
    await press(/Ghi vào sổ/);
    expect(recorded()).toHaveLength(0);
    const notice = screen.getByRole("alert").textContent;
    expect(notice).toContain("tochuc");
    expect(notice).toContain("Số thẻ: 5");
    expect(notice).toContain("71000001");
    await press(/Vẫn ghi/);
    expect(recorded()).toHaveLength(1);
  });

  test("says that it takes two", async () => {
    await open({ type: "member.admitted" });
    expect(screen.getByText(/cần hai người/)).toBeTruthy();
    expect(screen.getByRole("button", { name: /Gửi người thứ hai/ })).toBeTruthy();
  });
});

describe("several at once", () => {
  test("one event each, refusals at their lines, lines may be dropped", async () => {
    await open({ subjects: [an, binh] });
    write("Số thẻ của Nguyễn Văn Ân", "1");
    write("Số thẻ của Trần Thị Bình", "2");
    write(/hiệu lực/, "5/9/2020");
    await settle();
    respond = () => refusal("data.number", { line: 2 });
    await press(/Ghi 2 mục/);
    expect(recorded()[0]?.body).toMatchObject([
      { subject: "DV1", data: { number: "1" } },
      { subject: "DV2", data: { number: "2" } },
    ]);
    expect(screen.getByLabelText("Số thẻ của Trần Thị Bình").getAttribute("aria-invalid")).toBe("true");
    expect(screen.getByLabelText("Số thẻ của Nguyễn Văn Ân").getAttribute("aria-invalid")).toBeNull();
    expect(screen.getByRole("alert").textContent).toContain("Trần Thị Bình: Sai data.number");
    respond = () => json(201, receipt(1));
    await press(/Bỏ Trần Thị Bình/);
    await press(/Ghi 1 mục/);
    expect(recorded()[1]?.body).toMatchObject({ subject: "DV1" });
  });
});

describe("a section of a record", () => {
  const known = {
    full_name: { label: "", value: "Nguyễn Văn Ân" },
    post: { label: "", value: "Chuyên viên" },
  };
  const section = { type: "person.details_changed", changes: { fields: ["full_name", "post"], known } };

  test("sends what differs, and nothing else", async () => {
    await open(section);
    write(/hiệu lực/, "5/9/2020");
    await press(/Ghi thay đổi/);
    expect(screen.getByRole("alert").textContent).toContain("Chưa có mục nào được sửa");
    write(/Chức vụ/, "Trưởng phòng");
    await press(/Ghi thay đổi/);
    expect(recorded()[0]?.body).toMatchObject({ data: { post: "Trưởng phòng" } });
    expect(recorded()[0]?.body).not.toHaveProperty("data.full_name");
  });

  test("a draft does not bring back what others have changed since", async () => {
    const { unmount } = await open(section);
    write(/Chức vụ/, "Trưởng phòng");
    unmount();
    const since = { ...known, full_name: { label: "", value: "Nguyễn Văn An" } };
    await open({ ...section, changes: { ...section.changes, known: since } });
    expect(screen.getByLabelText<HTMLInputElement>(/Họ và tên/).value).toBe("Nguyễn Văn An");
    expect(screen.getByLabelText<HTMLInputElement>(/Chức vụ/).value).toBe("Trưởng phòng");
  });
});

describe("an organisation of which only the key is given", () => {
  const given = { type: "member.prospect", preset: { organisation: "DUK" } };
  const shown = () => screen.getByRole<HTMLInputElement>("combobox", { name: /Nơi/ });

  test("shows its name, and no key while that is asked for", async () => {
    let answer: (response: Response) => void = () => {};
    organisation = new Promise((resolve) => {
      answer = resolve;
    });
    await open(given);
    expect(shown().value).toBe("");
    expect(shown().getAttribute("aria-busy")).toBe("true");
    answer(json(200, { key: "DUK", label: "Đảng bộ Khối" }));
    await settle(20);
    expect(shown().value).toBe("Đảng bộ Khối");
    expect(shown().getAttribute("aria-busy")).toBe("false");
  });

  test("shows its key where the name may not be known", async () => {
    organisation = Promise.resolve(json(404, {}));
    await open(given);
    await settle(20);
    expect(shown().value).toBe("DUK");
  });
});
