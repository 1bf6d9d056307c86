import { expect, test } from "../harness/test";

test("the office opens the application", async ({ as }) => {
  const page = await as("vanphong");
  await page.goto("/");
  await expect(page.getByRole("navigation").first()).toBeVisible();
  await page.waitForTimeout(500);
  await page.screenshot({ path: "/tmp/t-web-tests/smoke.png" });
});
