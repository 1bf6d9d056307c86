// Accounts as their keepers and their owners have them: two administrators agree, a link lets somebody in again,
// a password is changed.
import type { Page } from "@playwright/test";
import { expectSignedIn, give, passwordField, setFirst } from "../harness/accounts";
import { pick } from "../harness/acts";
import type { House } from "../harness/house";
import { expect, stands, test } from "../harness/test";

test.use({ houseName: "accounts" });

const password = "thuyền giấy qua cầu tre";

async function accountsOf(page: Page, asked = ""): Promise<void> {
  await page.goto(`/quan-tri/tai-khoan${asked}`);
  await stands(page);
}

/** The link that stands on the page once. */
async function linkFor(page: Page, name: string): Promise<string> {
  const told = page.getByRole("status").filter({ hasText: `Liên kết một lần cho ${name}` });
  const link = (await told.locator("code").textContent()) ?? "";
  expect(link).toContain(new URL(page.url()).origin);
  await told.getByRole("button", { name: "Tôi đã đưa liên kết" }).click();
  await expect(told).toHaveCount(0);
  return link;
}

async function addRole(page: Page, role: string, typed: string, wanted: RegExp): Promise<void> {
  const form = page.getByRole("dialog");
  const last = form.getByRole("group", { name: /^Vai trò \d/ }).last();
  await last.getByLabel("Vai trò", { exact: false }).first().click();
  await page.getByRole("option", { name: role, exact: true }).click();
  await pick(last, "Ở tổ chức", typed, wanted);
}

const waiting = (page: Page) => page.getByRole("region", { name: "Chờ người quản trị thứ hai" });

async function rolesOf(house: House, name: string): Promise<string[]> {
  const { accounts } = await house.get<{ accounts: { name: string; roles: { role: string }[] }[] }>(
    "quantri",
    "/accounts",
  );
  return accounts.find((one) => one.name === name)?.roles.map(({ role }) => role) ?? [];
}

test("a second administrator is let in by a link; what one asks for counts once the other agrees", async ({
  as,
  stranger,
  house,
}) => {
  const first = await as("quantri");
  await accountsOf(first, "?them=1");
  const form = first.getByRole("dialog");
  await form.getByLabel("Tên tài khoản").fill("quantri2");
  await addRole(first, "Quản trị hệ thống", "DUK", /Đảng bộ Khối/);
  await form.getByRole("button", { name: "Thêm tài khoản" }).click();
  const link = await linkFor(first, "quantri2");
  const second = await stranger();
  await setFirst(second, link, password);
  await expectSignedIn(second);

  await accountsOf(first, "?mo=dangvien");
  await form.getByRole("button", { name: "Đổi vai trò" }).click();
  await form.getByRole("button", { name: "Thêm vai trò" }).click();
  await addRole(first, "Bí thư chi bộ", "CQ-01-01", /Chi bộ Văn phòng/);
  await form.getByRole("button", { name: "Lưu vai trò" }).click();
  await expect(form.getByRole("status").filter({ hasText: "chờ người quản trị thứ hai" })).toBeVisible();
  await first.keyboard.press("Escape");
  await expect(form).toHaveCount(0);
  // Who asked does not agree as well.
  await expect(waiting(first)).toContainText("Đổi vai trò của dangvien");
  await expect(waiting(first).getByRole("button", { name: "Rút lại" })).toBeVisible();
  await expect(waiting(first).getByRole("button", { name: "Đồng ý", exact: true })).toHaveCount(0);
  expect(await rolesOf(house, "dangvien")).toEqual(["member"]);

  await accountsOf(second);
  await expect(waiting(second)).toContainText("Bí thư chi bộ · Chi bộ Văn phòng");
  await waiting(second).getByRole("button", { name: "Không đồng ý" }).click();
  await expect(waiting(second)).toHaveCount(0);
  expect(await rolesOf(house, "dangvien")).toEqual(["member"]);

  // Asked for anew.
  await accountsOf(first, "?mo=dangvien");
  await expect(waiting(first)).toHaveCount(0);
  await form.getByRole("button", { name: "Đổi vai trò" }).click();
  await form.getByRole("button", { name: "Thêm vai trò" }).click();
  await addRole(first, "Bí thư chi bộ", "CQ-01-01", /Chi bộ Văn phòng/);
  await form.getByRole("button", { name: "Lưu vai trò" }).click();
  await expect(form.getByRole("status").filter({ hasText: "chờ người quản trị thứ hai" })).toBeVisible();
  await accountsOf(second);
  await waiting(second).getByRole("button", { name: "Đồng ý", exact: true }).click();
  await expect(waiting(second)).toHaveCount(0);
  await expect(second.getByRole("row", { name: /dangvien/ })).toContainText("Bí thư chi bộ");
  expect(await rolesOf(house, "dangvien")).toEqual(["member", "branch_secretary"]);
});

test("a password is set anew by a one-time link, which works once", async ({ as, stranger, house, watch }) => {
  watch.expected.add(422);
  const owner = await as("tonghop", { fresh: true });
  await owner.goto("/tai-khoan");
  await stands(owner);
  const keeper = await as("quantri");
  await accountsOf(keeper, "?mo=tonghop");
  await keeper.getByRole("dialog").getByRole("button", { name: "Cấp liên kết đặt lại mật khẩu" }).click();
  const link = await linkFor(keeper, "tonghop");

  // The present password and the sessions are over.
  await owner.reload();
  await expect(owner).toHaveURL(/\/dang-nhap/);
  const page = await stranger();
  await give(page, "tonghop", house.passwords.tonghop ?? "");
  await expect(page.getByRole("alert")).toBeVisible();

  await setFirst(page, link, "tonghop123456789");
  await expect(page.getByText(/tên tài khoản|dễ đoán/i).last()).toBeVisible();
  await expect(page).toHaveURL(/\/lan-dau/);
  await setFirst(page, link, password);
  await expectSignedIn(page);
  expect(page.url()).not.toContain("#");

  const again = await stranger();
  await setFirst(again, link, "bốn mùa lá rụng bên sông");
  await expect(again.getByRole("alert")).toContainText("liên kết");
});

test("whoever changes the own password ends all sessions", async ({ as, stranger, house, watch }) => {
  watch.expected.add(422);
  const elsewhere = await as("kiemtoan", { fresh: true });
  await elsewhere.goto("/quan-tri/nhat-ky");
  await stands(elsewhere);
  const page = await as("kiemtoan", { fresh: true });
  await page.goto("/tai-khoan");
  await stands(page);
  const own = page.getByRole("region", { name: "Mật khẩu", exact: true });
  const change = async (before: string) => {
    await passwordField(own, "Mật khẩu hiện tại").fill(before);
    await passwordField(own, "Mật khẩu mới").fill(password);
    await passwordField(own, "Nhập lại mật khẩu").fill(password);
    await own.getByRole("button", { name: "Đổi mật khẩu" }).click();
  };
  await change("sai-rồi-nhé-bạn-ơi");
  await expect(passwordField(own, "Mật khẩu hiện tại")).toHaveAttribute("aria-invalid", "true");
  await expect(page).toHaveURL(/\/tai-khoan/);

  const before = house.passwords.kiemtoan ?? "";
  await change(before);
  await expect(page).toHaveURL(/\/dang-nhap/);
  await expect(page.getByRole("status")).toContainText("Đã đặt mật khẩu");
  await elsewhere.reload();
  await expect(elsewhere).toHaveURL(/\/dang-nhap/);

  const stale = await stranger();
  await give(stale, "kiemtoan", before);
  await expect(stale.getByRole("alert")).toBeVisible();
  await give(page, "kiemtoan", password);
  await expectSignedIn(page);
});
