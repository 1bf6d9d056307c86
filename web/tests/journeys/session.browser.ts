// Signing in and out; a session that runs out in mid-form loses nothing; two people at one record.
import { formOf, sendForTwo, write } from "../harness/acts";
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

test("a password may be pasted, and comes from where the browser keeps them", async ({ stranger, house }) => {
  const page = await stranger();
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto("/dang-nhap");
  const name = page.getByLabel("Tên tài khoản");
  const password = page.getByLabel("Mật khẩu").first();
  await expect(name).toHaveAttribute("autocomplete", "username");
  await expect(password).toHaveAttribute("autocomplete", "current-password");
  await name.fill("bithu");
  await page.evaluate((text) => navigator.clipboard.writeText(text), house.passwords.bithu ?? "");
  await password.press("Control+V");
  await page.keyboard.press("Enter");
  await expect(page).not.toHaveURL(/\/dang-nhap/);
});

test("nothing of what was seen, searched or begun stays in the browser of who signed out", async ({ as, house }) => {
  const page = await as("vanphong", { fresh: true });
  const { rows } = await house.get<{ rows: { key: string; name: string }[] }>("vanphong", "/people?limit=1");
  const person = rows[0];
  if (!person) throw new Error("nobody in the list");
  await page.goto("/dang-vien");
  await stands(page);
  await page.getByRole("searchbox").pressSequentially("nguyen");
  await page.goto(`/dang-vien/${encodeURIComponent(person.key)}?lam=person.details_changed&lam_truong=note`);
  await write(formOf(page), "Ghi chú", "Bản nháp chưa ghi");
  const kept = () => page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
  await expect.poll(kept).toContain("Bản nháp chưa ghi");
  await formOf(page).getByRole("button", { name: "Đóng" }).first().click();
  await page.goto(`/dang-vien/${encodeURIComponent(person.key)}`);
  await expect(page.getByRole("main")).toContainText(person.name);
  await page.getByRole("button", { name: "Tài khoản" }).click();
  await page.getByRole("menuitem", { name: "Đăng xuất" }).click();
  await expect(page).toHaveURL(/\/dang-nhap/);
  expect(await kept()).not.toMatch(/Bản nháp|nguyen|draft|words/);
  await page.goBack();
  await expect(page).toHaveURL(/\/dang-nhap/);
  await expect(page.locator("body")).not.toContainText(person.name);
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

test("a reason for taking back stands again after a reload, until it is thrown away", async ({ as, house, watch }) => {
  // On a slow machine there is time to ask whether it could be taken back: others rest on it.
  watch.expected.add(422);
  const page = await as("vanphong");
  const key = await firstKey(house, "vanphong", "people");
  const query = new URLSearchParams({ subject_type: "person", key });
  const { events } = await house.get<{ events: { seq: number }[] }>("vanphong", `/events?${query}`);
  await page.goto(
    `/dang-vien/${encodeURIComponent(key)}?lam=event.voided&lam_ve=person:${key}&lam_muc=${events[0]?.seq}`,
  );
  const reason = formOf(page).getByLabel("Lý do hủy");
  await reason.fill("Ghi nhầm người.");
  await page.reload();
  await expect(reason).toHaveValue("Ghi nhầm người.");
  await expect(formOf(page).getByRole("status").filter({ hasText: "Đây là bản nháp" })).toBeVisible();
  await formOf(page).getByRole("button", { name: "Bỏ nháp, ghi từ đầu" }).click();
  await expect(reason).toHaveValue("");
  await page.reload();
  await expect(reason).toHaveValue("");
});

test("a reason for refusing stands again after a reload, and after it was left", async ({ as, house }) => {
  const id = await sendForTwo(house);
  const page = await as("bithu");
  await page.goto(`/viec?mo=${id}`);
  const refuse = formOf(page).getByRole("button", { name: "Từ chối" });
  const reason = formOf(page).getByLabel("Vì sao từ chối");
  await refuse.click();
  await reason.fill("Thiếu biên bản họp chi bộ.");
  await page.reload();
  await refuse.click();
  await expect(reason).toHaveValue("Thiếu biên bản họp chi bộ.");
  await reason.fill("Thiếu biên bản.");
  await formOf(page).getByRole("button", { name: "Thôi" }).click();
  await refuse.click();
  await expect(reason).toHaveValue("Thiếu biên bản.");
  await formOf(page).getByRole("button", { name: "Gửi từ chối" }).click();
  await expect(formOf(page)).toHaveCount(0);
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
