// Signing in and out; a session that runs out in mid-form loses nothing; two people at one record.
import { formOf, write } from "../harness/acts";
import { cookieName } from "../harness/house";
import { firstKey } from "../harness/places";
import { expect, stands, test } from "../harness/test";

test.use({ houseName: "session" });

test("one signs in, is led back to where one wanted to go, and signs out", async ({ stranger, house }) => {
  const page = await stranger();
  await page.goto("/to-chuc/CQ-01?tab=dong-thoi-gian#muc-12");
  await expect(page).toHaveURL(/\/dang-nhap\?tiep=/);
  await page.getByLabel("Tên tài khoản").fill("vanphong");
  await page
    .getByLabel("Mật khẩu")
    .first()
    .fill(house.passwords.vanphong ?? "");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/to-chuc\/CQ-01\?tab=dong-thoi-gian#muc-12$/);
  await stands(page);
  await page.getByRole("button", { name: "Tài khoản" }).click();
  await page.getByRole("menuitem", { name: "Đăng xuất" }).click();
  await expect(page).toHaveURL(/\/dang-nhap/);
  await page.goto("/dang-vien");
  await expect(page).toHaveURL(/\/dang-nhap/);
});

test("a session that runs out in mid-form loses nothing", async ({ as, house, watch }) => {
  watch.expected.add(422);
  const page = await as("vanphong", { fresh: true });
  const person = await firstKey(house, "vanphong", "people");
  await page.goto(
    `/dang-vien/${encodeURIComponent(person)}?lam=person.details_changed&lam_truong=note&lam_ve=person:${person}`,
  );
  const form = formOf(page);
  await write(form, "Ghi chú", "Đang ghi thì hết phiên.");
  await write(form, "Có hiệu lực từ ngày", "30/12/2020");
  // As if the time had run out: the server no longer knows this cookie.
  const [cookie] = await page.context().cookies();
  const headers = { cookie: `${cookieName}=${cookie?.value}`, "X-Nennep": "1" };
  await fetch(`${house.address}/api/v1/session`, { method: "DELETE", headers });
  await form.getByRole("button", { name: "Ghi thay đổi" }).click();
  const again = page.getByRole("dialog", { name: /đăng nhập/i }).last();
  await again
    .getByLabel("Mật khẩu")
    .first()
    .fill(house.passwords.vanphong ?? "");
  await again.getByRole("button", { name: "Đăng nhập" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Đã ghi" })).toBeVisible();
  const state = await house.get<{ fields: Record<string, { value?: string }> }>(
    "vanphong",
    `/people/${encodeURIComponent(person)}`,
  );
  expect(state.fields.note?.value).toBe("Đang ghi thì hết phiên.");
});

test("two people change one record: the second is told what the first wrote", async ({ as, house, watch }) => {
  watch.expected.add(422);
  const { rows } = await house.get<{ rows: { key: string }[] }>("vanphong", "/people?limit=2");
  const path = `/dang-vien/${encodeURIComponent(rows[1]?.key ?? "")}?lam=person.details_changed&lam_truong=occupation`;
  const first = await as("vanphong");
  const second = await as("tochuc");
  for (const page of [first, second]) {
    await page.goto(path);
    await write(formOf(page), "Có hiệu lực từ ngày", "29/12/2020");
  }
  await write(formOf(first), "Nghề nghiệp", "Giáo viên");
  await write(formOf(second), "Nghề nghiệp", "Bác sĩ");
  await formOf(first).getByRole("button", { name: "Ghi thay đổi" }).click();
  await expect(first.getByRole("status").filter({ hasText: "Đã ghi" })).toBeVisible();
  await formOf(second).getByRole("button", { name: "Ghi thay đổi" }).click();
  const told = formOf(second);
  await expect(told).toContainText("Giáo viên");
  await expect(told).toContainText("Bác sĩ");
  await told.getByRole("button", { name: "Vẫn ghi" }).click();
  await expect(second.getByRole("status").filter({ hasText: "Đã ghi" })).toBeVisible();
});
