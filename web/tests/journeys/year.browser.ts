// The year kept by hand: each kind of work is recorded through its form, stands in its list, and is counted.
import type { Page } from "@playwright/test";
import { act, choose, formOf, pick, send, write } from "../harness/acts";
import type { House, Name } from "../harness/house";
import { expect, stands, test } from "../harness/test";

test.use({ houseName: "year" });

/** What the act adds to a figure of 2020. */
async function expectCounted(house: House, who: Name, figure: string, record: () => Promise<void>): Promise<void> {
  const path = `/figures/${figure}?org=DUK&year=2020`;
  const before = (await house.get<{ value: number }>(who, path)).value;
  await record();
  expect((await house.get<{ value: number }>(who, path)).value, figure).toBe(before + 1);
}

async function opened(page: Page, list: string, type: string): Promise<void> {
  await page.goto(`/${list}?lam=${type}`);
  await formOf(page).waitFor();
}

/** From the list to the record that was just made. */
async function follow(page: Page, list: string, name: string): Promise<void> {
  await page.goto(`/${list}`);
  await stands(page);
  await page.getByRole("main").getByRole("searchbox").fill(name);
  await page
    .getByRole("main")
    .getByRole("link", { name: new RegExp(name) })
    .first()
    .click();
  await expect(page.getByRole("heading", { level: 1, name: new RegExp(name) })).toBeVisible();
}

test.beforeEach(({ watch }) => {
  // What is checked while a form is not yet whole is answered so.
  watch.expected.add(422);
});

test("a class is opened, somebody attends it and completes it", async ({ as, house }) => {
  const page = await as("vanphong");
  const form = formOf(page);
  await expectCounted(house, "vanphong", "classes.awareness", async () => {
    await opened(page, "lop", "class.opened");
    await choose(form, "Loại", "Bồi dưỡng nhận thức về Đảng");
    await write(form, "Tên", "Lớp ghi tay");
    await pick(form, "Đơn vị mở lớp", "DUK", /DUK/);
    await write(form, "Từ ngày", "1/10/2020");
    await write(form, "Đến ngày", "3/10/2020");
    await write(form, "Có hiệu lực từ ngày", "1/10/2020");
    await send(page, "Ghi vào sổ");
  });
  const { rows } = await house.get<{ rows: { key: string; name: string }[] }>(
    "vanphong",
    "/people?standing=prospect&limit=1",
  );
  const person = rows[0];
  if (!person) throw new Error("no prospect in the sample year");
  await follow(page, "lop", "Lớp ghi tay");
  for (const label of ["Cử người tham dự lớp", "Hoàn thành lớp bồi dưỡng"]) {
    await act(page, label);
    await pick(form, "Người", person.key, new RegExp(person.key));
    await write(form, "Có hiệu lực từ ngày", "3/10/2020");
    await send(page, "Ghi vào sổ");
  }
  await page.getByRole("tab", { name: "Học viên" }).click();
  await expect(page.getByRole("tabpanel", { name: "Học viên" })).toContainText(person.name);
});

test("a resolution is issued, studied, and its task given and done", async ({ as, house }) => {
  const page = await as("vanphong");
  const form = formOf(page);
  await opened(page, "nghi-quyet", "directive.issued");
  await write(form, "Số, ký hiệu", "99-NQ/ĐUK");
  await choose(form, "Loại", "Nghị quyết");
  await write(form, "Tiêu đề, trích yếu", "Nghị quyết ghi tay");
  await pick(form, "Tổ chức đảng", "DUK", /DUK/);
  await write(form, "Có hiệu lực từ ngày", "5/10/2020");
  await send(page, "Ghi vào sổ");
  await follow(page, "nghi-quyet", "Nghị quyết ghi tay");

  await act(page, "Quán triệt, học tập văn bản");
  await pick(form, "Tổ chức đảng", "CQ-01", /CQ-01/);
  await write(form, "Số có mặt", "10");
  await write(form, "Số phải có mặt", "12");
  await write(form, "Có hiệu lực từ ngày", "10/10/2020");
  await send(page, "Ghi vào sổ");
  await expectCounted(house, "vanphong", "tasks.assigned", async () => {
    await act(page, "Giao nhiệm vụ");
    await write(form, "Nội dung nhiệm vụ", "Rà soát danh sách");
    await pick(form, "Tổ chức thực hiện", "CQ-01", /CQ-01/);
    await write(form, "Có hiệu lực từ ngày", "11/10/2020");
    await send(page, "Ghi vào sổ");
  });
  await expectCounted(house, "vanphong", "tasks.done", async () => {
    await page.reload();
    await act(page, "Hoàn thành nhiệm vụ");
    await write(form, "Nội dung nhiệm vụ", "Rà soát danh sách");
    await write(form, "Có hiệu lực từ ngày", "20/10/2020");
    await send(page, "Ghi vào sổ");
  });
});

test("an activity is recorded", async ({ as, house }) => {
  const page = await as("vanphong");
  const form = formOf(page);
  await expectCounted(house, "vanphong", "activities.social_welfare", async () => {
    await opened(page, "hoat-dong", "activity.recorded");
    await pick(form, "Tổ chức đảng", "CQ-01", /CQ-01/);
    await choose(form, "Lĩnh vực", "Tình nghĩa, an sinh xã hội");
    await write(form, "Tên", "Thăm gia đình chính sách");
    await write(form, "Có hiệu lực từ ngày", "27/7/2020");
    await send(page, "Ghi vào sổ");
  });
  await follow(page, "hoat-dong", "Thăm gia đình chính sách");
});

test("a target is set, and says what has been reached", async ({ as }) => {
  const page = await as("vanphong");
  const form = formOf(page);
  await page.goto("/chi-tieu/2020?pv=CQ-01&lam=target.set");
  await form.waitFor();
  await pick(form, "Số liệu", "Kết nạp đảng viên", /^Kết nạp đảng viên/);
  await write(form, "Ít nhất", "1000");
  await write(form, "Có hiệu lực từ ngày", "2/1/2020");
  await send(page, "Ghi vào sổ");
  await expect(page.getByRole("main")).toContainText(/còn thiếu/);
});

test("an inspection is opened and concluded by those charged with it", async ({ as, house }) => {
  const page = await as("kiemtra");
  const form = formOf(page);
  await expectCounted(house, "kiemtra", "inspections.inspection", async () => {
    await opened(page, "kiem-tra", "inspection.opened");
    await choose(form, "Loại", "Kiểm tra");
    await pick(form, "Tổ chức tiến hành", "DUK", /DUK/);
    await pick(form, "Đối tượng", "CQ-02", /CQ-02/);
    await write(form, "Chủ đề, nội dung", "Kiểm tra ghi tay");
    await write(form, "Có hiệu lực từ ngày", "1/9/2020");
    await send(page, "Ghi vào sổ");
  });
  await follow(page, "kiem-tra", "Kiểm tra ghi tay");
  await act(page, "Kết luận cuộc kiểm tra, giám sát");
  await write(form, "Kết luận", "Chấp hành đúng quy định");
  await write(form, "Có hiệu lực từ ngày", "30/9/2020");
  await send(page, "Ghi vào sổ");
  await expect(page.getByRole("main")).toContainText("Chấp hành đúng quy định");
});
