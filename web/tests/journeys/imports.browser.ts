// A file of events sent through the page: tried, recorded, refused as a whole, the good lines alone, stopped.
import { readFileSync } from "node:fs";
import type { Locator, Page } from "@playwright/test";
import type { House } from "../harness/house";
import { expect, stands, test } from "../harness/test";

test.use({ houseName: "imports" });

const day = "2020-12-30";

const noted = (person: string, note: string, id: string) =>
  JSON.stringify({ type: "person.details_changed", subject: person, effective_on: day, data: { note }, id });

async function people(house: House, count: number): Promise<string[]> {
  const { rows } = await house.get<{ rows: { key: string }[] }>("vanphong", `/people?limit=${count}`);
  return rows.map(({ key }) => key);
}

async function noteOf(house: House, person: string): Promise<string | undefined> {
  const { fields } = await house.get<{ fields: Record<string, { value?: string }> }>("vanphong", `/people/${person}`);
  return fields.note?.value;
}

async function open(page: Page): Promise<void> {
  await page.goto("/quan-tri/nhap");
  await stands(page);
}

async function choose(page: Page, name: string, lines: string[]): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent("filechooser"),
    page.getByRole("button", { name: "Chọn tệp" }).click(),
  ]);
  await chooser.setFiles({ name, mimeType: "", buffer: Buffer.from(`${lines.join("\n")}\n`) });
  await expect(page.getByRole("status").filter({ hasText: `Tệp đã chọn: ${name}` })).toBeVisible();
}

const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

/** The newest job of this file stands first. */
const jobOf = (page: Page, name: string): Locator => page.getByRole("article", { name }).first();

test("a good file is tried, recorded, known again, and can be fetched back", async ({ as, house }) => {
  const page = await as("vanphong");
  const [one = "", two = ""] = await people(house, 2);
  const lines = [noted(one, "Nhập từ tệp.", "tep-1"), "# chú thích", noted(two, "Nhập từ tệp nữa.", "tep-2")];
  const name = "ghi chú tháng 12.jsonl";
  await open(page);
  await choose(page, name, lines);
  await press(page, "Kiểm tra thử, không ghi");
  const job = jobOf(page, name);
  await expect(job).toContainText("Sẽ ghi 2 sự kiện, 0 đã có từ trước, 0 bị từ chối.");
  expect(await noteOf(house, one)).not.toBe("Nhập từ tệp.");

  // What was only tried is still chosen.
  await press(page, "Ghi vào sổ");
  await expect(job).toContainText("Ghi 2 sự kiện, 0 đã có từ trước, 0 bị từ chối.");
  await expect(job).toContainText("Đã xong");
  expect(await noteOf(house, one)).toBe("Nhập từ tệp.");
  expect(await noteOf(house, two)).toBe("Nhập từ tệp nữa.");

  const [file] = await Promise.all([
    page.waitForEvent("download"),
    job.getByRole("button", { name: "Tải lại tệp" }).click(),
  ]);
  expect(file.suggestedFilename()).toBe(name);
  expect(readFileSync(await file.path(), "utf8")).toBe(`${lines.join("\n")}\n`);

  // The same file once more records nothing twice.
  await choose(page, name, lines);
  await press(page, "Ghi vào sổ");
  await expect(job).toContainText("Ghi 0 sự kiện, 2 đã có từ trước, 0 bị từ chối.");
});

test("a file with bad lines records nothing, and says line, field and reason", async ({ as, house }) => {
  const page = await as("vanphong");
  const [, , one = "", two = ""] = await people(house, 4);
  const lines = [
    noted(one, "Dòng đúng.", "sai-1"),
    noted("KHONG-CO", "Người không có.", "sai-2"),
    "# một dòng bỏ qua",
    JSON.stringify({ type: "person.details_changed", subject: two, effective_on: day, data: { gender: "x" } }),
    "không phải JSON",
  ];
  await open(page);
  await choose(page, "sai.jsonl", lines);
  await press(page, "Ghi vào sổ");
  const job = jobOf(page, "sai.jsonl");
  await expect(job).toContainText("Bị từ chối");
  await expect(job).toContainText("Ghi 0 sự kiện");
  await job.getByText("Dòng bị từ chối của sai.jsonl").click();
  const refused = job.getByRole("row");
  await expect(refused.filter({ has: page.getByRole("cell", { name: "4", exact: true }) })).toContainText(
    "data.gender",
  );
  await expect(refused.filter({ has: page.getByRole("cell", { name: "5", exact: true }) })).toContainText("JSON");
  await expect(refused.filter({ has: page.getByRole("cell", { name: "1", exact: true }) })).toHaveCount(0);
  expect(await noteOf(house, one)).not.toBe("Dòng đúng.");

  // The good ones alone, where that is wanted.
  await choose(page, "sai.jsonl", lines);
  await page.getByRole("checkbox", { name: /Ghi các dòng đúng/ }).check();
  await press(page, "Ghi vào sổ");
  await expect(jobOf(page, "sai.jsonl")).toContainText("Ghi 1 sự kiện");
  expect(await noteOf(house, one)).toBe("Dòng đúng.");
});

test("what is stopped midway has recorded nothing", async ({ as, house }) => {
  const page = await as("vanphong");
  const [one = ""] = await people(house, 1);
  const before = await noteOf(house, one);
  const lines = Array.from({ length: 60_000 }, (_, index) => noted(one, `Lần ${index}.`, `dung-${index}`));
  await open(page);
  await choose(page, "dài.jsonl", lines);
  await press(page, "Ghi vào sổ");
  const job = jobOf(page, "dài.jsonl");
  await job.getByRole("button", { name: "Dừng" }).click();
  await expect(job).toContainText("Đã dừng");
  expect(await noteOf(house, one)).toBe(before);
});

test("a file with acts of two persons is recorded once another has confirmed it", async ({ as, house }) => {
  const page = await as("vanphong");
  const [, , , , one = "", two = ""] = await people(house, 6);
  const removal = (person: string) =>
    JSON.stringify({
      type: "member.name_removed",
      subject: person,
      effective_on: "2021-06-30",
      authority: { number: "12-QĐ/ĐUK", date: "2021-06-30", issuer: "Đảng ủy Khối" },
      data: {},
    });
  const standing = async (person: string) => {
    const { events } = await house.get<{ events: { type: string; confirmed_by?: string }[] }>(
      "vanphong",
      `/events?subject_type=person&key=${person}`,
    );
    return events.filter(({ type }) => type === "member.name_removed").map(({ confirmed_by }) => confirmed_by);
  };
  await open(page);
  await choose(page, "hai người.jsonl", [removal(one), removal(two)]);
  await press(page, "Ghi vào sổ");
  const job = jobOf(page, "hai người.jsonl");
  await expect(job).toContainText("Chờ người thứ hai xác nhận");
  await expect(job).toContainText("Ghi 0 sự kiện");
  expect(await standing(one)).toEqual([]);
  await job.getByRole("link", { name: "Xem ở Việc của tôi" }).click();
  await expect(page.getByRole("dialog")).toContainText("hai người.jsonl");
  const id = new URL(page.url()).searchParams.get("mo");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await house.post("bithu", `/waiting/${id}/confirm`, {});
  expect([...(await standing(one)), ...(await standing(two))]).toEqual(["bithu", "bithu"]);
});

test("what goes along in a file is recorded too, once the secretary has confirmed it at the page", async ({
  as,
  house,
}) => {
  const [, , , , , , person = ""] = await people(house, 7);
  const page = await as("vanphong");
  const removal = {
    type: "member.name_removed",
    subject: person,
    effective_on: "2021-06-30",
    authority: { number: "14-QĐ/ĐUK", date: "2021-06-30", issuer: "Đảng ủy Khối" },
    data: {},
  };
  await open(page);
  await choose(page, "cùng tệp.jsonl", [noted(person, "Cùng tệp.", "cung-1"), JSON.stringify(removal)]);
  await press(page, "Ghi vào sổ");
  const link = jobOf(page, "cùng tệp.jsonl").getByRole("link", { name: "Xem ở Việc của tôi" });
  const address = (await link.getAttribute("href")) ?? "";
  expect(await noteOf(house, person)).not.toBe("Cùng tệp.");
  const secretary = await as("bithu");
  await secretary.goto(address);
  const act = secretary.getByRole("dialog");
  await expect(act).toContainText("Cùng tệp.");
  await act.getByRole("button", { name: "Xác nhận và ghi vào sổ" }).click();
  await expect(secretary.getByRole("status").filter({ hasText: "Đã ghi" })).toBeVisible();
  expect(await noteOf(house, person)).toBe("Cùng tệp.");
});
