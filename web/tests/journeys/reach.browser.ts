// Nobody reaches by an address what is not theirs; whoever may, does; and a member learns who has looked.
import type { Page } from "@playwright/test";
import { firstKey } from "../harness/places";
import { expect, stands, test } from "../harness/test";

test.use({ houseName: "reach" });

/** What somebody may not see is refused or is not there, and its name is nowhere on the page. */
async function expectClosed(page: Page, path: string, secret: string): Promise<void> {
  await page.goto(path);
  await stands(page);
  await expect(page.getByRole("main"), path).not.toContainText(secret);
  expect(await page.title(), path).not.toContain(secret);
}

test("the secretary of one branch reaches nothing of another", async ({ as, house, watch }) => {
  for (const status of [403, 404]) watch.expected.add(status);
  const { rows: others } = await house.get<{ rows: { key: string; name: string }[] }>(
    "vanphong",
    "/people?org=CQ-02&limit=2",
  );
  const other = others[0];
  if (!other) throw new Error("nobody in CQ-02");
  const meetings = await house.get<{ rows: { key: string; name: string }[] }>(
    "vanphong",
    "/meetings?org=CQ-02&limit=1",
  );
  const page = await as("bithuchibo");
  const key = encodeURIComponent(other.key);
  for (const tab of ["", "?tab=dien-bien", "?tab=ai-da-xem", "?ngay=2020-06-01", "?lam=person.details_changed"]) {
    await expectClosed(page, `/dang-vien/${key}${tab}`, other.name);
  }
  const meeting = meetings.rows[0];
  if (meeting) await expectClosed(page, `/sinh-hoat/${encodeURIComponent(meeting.key)}`, meeting.name);
  await expectClosed(page, "/dang-vien?pv=CQ-02", other.name);
  await expectClosed(page, "/bao-cao/2020?pv=CQ-02&so=members.total", other.name);
  await expectClosed(page, "/quan-tri/tai-khoan", "quantri");
  // And their own branch is open to them.
  await page.goto("/dang-vien");
  await stands(page);
  await expect(page.getByRole("main").getByRole("grid")).toHaveAttribute("aria-rowcount", /^[2-9]\d?$/);
});

test("the inspection's staff open what the office cannot see", async ({ as, house, watch }) => {
  for (const status of [403, 404]) watch.expected.add(status);
  const inspection = await firstKey(house, "kiemtra", "inspections");
  const path = `/kiem-tra/${encodeURIComponent(inspection)}`;
  const staff = await as("kiemtra");
  await staff.goto(path);
  await stands(staff);
  await expect(staff.getByText("Hạn chế. Lần xem này được ghi lại.")).toBeVisible();
  const title = (await staff.getByRole("heading", { level: 1 }).textContent()) ?? "";
  expect(title.length).toBeGreaterThan(3);

  const office = await as("vanphong");
  await office.goto("/");
  await stands(office);
  await expect(office.getByRole("link", { name: "Kiểm tra" })).toHaveCount(0);
  await expectClosed(office, path, title);
  // A restricted case answers as one that is not there.
  const refused = await house.ask("vanphong", `/inspections/${encodeURIComponent(inspection)}`);
  const missing = await house.ask("vanphong", "/inspections/KHONG-CO");
  expect(refused.status).toBe(missing.status);
});

test("a member finds who has looked at their file", async ({ as, house }) => {
  const { person } = await house.get<{ person: { key: string } }>("dangvien", "/session");
  const own = `/dang-vien/${encodeURIComponent(person.key)}`;
  const office = await as("vanphong");
  await office.goto(own);
  await stands(office);
  const member = await as("dangvien");
  await member.goto("/");
  await stands(member);
  await expect(member).toHaveURL(new RegExp(`${own}$`));
  await member.getByRole("tab", { name: /đã xem/ }).click();
  await expect(member).toHaveURL(/tab=ai-da-xem/);
  await expect(member.getByRole("main")).toContainText("vanphong");
});

test("whoever confirms sees what is guarded when they ask for it, and only what is theirs", async ({ as, house }) => {
  const { rows } = await house.get<{ rows: { key: string }[] }>("vanphong", "/people?limit=1&org=CQ-02");
  const key = rows[0]?.key ?? "";
  const { waiting } = await house.post<{ waiting: { id: string } }>("vanphong", "/events", [
    {
      type: "person.details_changed",
      subject: key,
      effective_on: "2021-06-30",
      data: { residence: "phường Trần Tế Xương", class_background: "bần nông" },
    },
    {
      type: "member.name_removed",
      subject: key,
      effective_on: "2021-06-30",
      authority: { number: "13-QĐ/ĐUK", date: "2021-06-30", issuer: "Đảng ủy Khối" },
      data: {},
    },
  ]);
  const page = await as("bithu");
  await page.goto(`/viec?mo=${waiting.id}`);
  const act = page.getByRole("dialog");
  await expect(act).toContainText("Xóa tên");
  await expect(act).not.toContainText("phường Trần Tế Xương");
  await expect(act).not.toContainText("bần nông");
  await act.getByRole("button", { name: /Thành phần/ }).click();
  await expect(act).toContainText("bần nông");
  await expect(act).not.toContainText("phường Trần Tế Xương");
  const own = await as("vanphong");
  await own.goto(`/viec?mo=${waiting.id}`);
  await expect(own.getByRole("dialog")).toContainText("phường Trần Tế Xương");
});
