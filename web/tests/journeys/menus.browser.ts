import { expect, test } from "../harness/test";

test("menus open by mouse and by keys, and give the focus back", async ({ as }) => {
  const page = await as("vanphong");
  await page.goto("/");
  const account = page.getByRole("button", { name: "Tài khoản" });
  await account.click();
  await expect(page.getByRole("menuitem")).toHaveCount(4);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("menuitem")).toHaveCount(0);
  await expect(account).toBeFocused();

  const more = page.getByRole("button", { name: "Thêm", exact: true });
  await more.focus();
  await page.keyboard.press("Enter");
  const first = page.getByRole("menuitem").first();
  await expect(first).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("menuitem").nth(1)).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await expect(first).toBeFocused();
  const address = await first.getAttribute("href");
  await page.keyboard.press("Enter");
  // A place may lead on to the first of its parts.
  await expect(page).toHaveURL(new RegExp(`${address}(/|$)`));
});
