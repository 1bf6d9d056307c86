// The second factor from its setting up to its end: a phone, the codes on paper, and what helps without either.
import type { Page } from "@playwright/test";
import { expectSignedIn, give, Phone, setFirst } from "../harness/accounts";
import { expect, stands, test } from "../harness/test";

test.use({ houseName: "second-factor" });

const section = (page: Page) => page.getByRole("region", { name: "Xác thực hai lớp" });
const press = (page: Page, name: string) => section(page).getByRole("button", { name, exact: true }).click();

interface Factor {
  phone: Phone;
  codes: string[];
}

async function setUp(page: Page): Promise<Factor> {
  await page.goto("/tai-khoan");
  await stands(page);
  await expect(section(page)).toContainText("Chưa bật");
  await press(page, "Bật xác thực hai lớp");
  await expect(section(page).getByRole("img", { name: "Hình QR của khóa xác thực" })).toBeVisible();
  const phone = new Phone((await section(page).locator("code").textContent()) ?? "");
  const field = section(page).getByLabel("Nhập mã 6 số");
  await field.fill("12345");
  await press(page, "Bật");
  await expect(field).toHaveAttribute("aria-invalid", "true");
  await field.fill(phone.code());
  await press(page, "Bật");
  const shown = section(page).getByRole("group", { name: "Mã dự phòng" });
  await expect(shown).toBeVisible();
  const codes = await shown.getByRole("listitem").allTextContents();
  expect(codes.length).toBeGreaterThanOrEqual(8);
  await press(page, "Tôi đã cất các mã");
  await expect(section(page)).toContainText("Đang bật");
  return { phone, codes };
}

/** Name and password, which are not enough, and what is given besides. */
async function giveBoth(page: Page, name: string, password: string, code: string, isRecovery = false): Promise<void> {
  await give(page, name, password);
  if (isRecovery) await page.getByRole("button", { name: "dùng mã dự phòng" }).click();
  await page.getByLabel(isRecovery ? "Mã dự phòng" : "Mã 6 số", { exact: false }).fill(code);
  await page.getByRole("button", { name: "Đăng nhập", exact: true }).click();
}

test("set up, signed in with, by the phone and by paper, and dropped", async ({ as, stranger, house, watch }) => {
  watch.expected.add(422);
  const name = "tochuc";
  const password = house.passwords[name] ?? "";
  const { phone, codes } = await setUp(await as(name));

  const page = await stranger();
  const used = phone.code();
  await giveBoth(page, name, password, used);
  await expectSignedIn(page);
  // Neither a code nor a line of the paper works twice.
  const other = await stranger();
  await giveBoth(other, name, password, used);
  await expect(other.getByRole("alert")).toBeVisible();
  await expect(other).toHaveURL(/\/dang-nhap/);
  await giveBoth(other, name, password, (codes[0] ?? "").toUpperCase(), true);
  await expectSignedIn(other);
  const third = await stranger();
  await giveBoth(third, name, password, codes[0] ?? "", true);
  await expect(third.getByRole("alert")).toBeVisible();

  // New lines end the old ones.
  await other.goto("/tai-khoan");
  await stands(other);
  await press(other, "Tạo mã dự phòng mới");
  const lines = section(other).getByRole("group", { name: "Mã dự phòng" }).getByRole("listitem");
  await expect(lines).toHaveCount(codes.length);
  const fresh = await lines.allTextContents();
  expect(fresh).not.toContain(codes[1]);
  await press(other, "Tôi đã cất các mã");
  await giveBoth(third, name, password, codes[1] ?? "", true);
  await expect(third.getByRole("alert")).toBeVisible();

  await press(other, "Gỡ xác thực hai lớp");
  await press(other, "Thôi");
  await expect(section(other)).toContainText("Đang bật");
  await press(other, "Gỡ xác thực hai lớp");
  await press(other, "Gỡ");
  await expect(section(other)).toContainText("Chưa bật");
  await give(third, name, password);
  await expectSignedIn(third);
});

test("whoever lost phone and paper is helped by two administrators", async ({ as, stranger, house, watch }) => {
  watch.expected.add(422);
  const name = "kiemtra";
  await setUp(await as(name));
  const told = house.run("user", "add", "quantri2", "--role", "administrator");
  const second = await stranger();
  await setFirst(second, /\S+#\S+/.exec(told)?.[0] ?? "", "thuyền giấy qua cầu tre");
  await expectSignedIn(second);

  const first = await as("quantri");
  await first.goto(`/quan-tri/tai-khoan?mo=${name}`);
  await stands(first);
  const account = first.getByRole("dialog");
  await account.getByRole("button", { name: "Gỡ xác thực hai lớp" }).click();
  await expect(account.getByRole("status").filter({ hasText: "chờ người quản trị thứ hai" })).toBeVisible();
  // Until both agree the code is asked for.
  const page = await stranger();
  await give(page, name, house.passwords[name] ?? "");
  await expect(page.getByLabel("Mã 6 số")).toBeVisible();

  await second.goto("/quan-tri/tai-khoan");
  const waiting = second.getByRole("region", { name: "Chờ người quản trị thứ hai" });
  await expect(waiting).toContainText(`Gỡ xác thực hai lớp của ${name}`);
  await waiting.getByRole("button", { name: "Đồng ý", exact: true }).click();
  await expect(waiting).toHaveCount(0);
  await give(page, name, house.passwords[name] ?? "");
  await expectSignedIn(page);
});
