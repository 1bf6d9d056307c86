// The address is the view: every screen is the same after a reload, at its copied address in another browser,
// and when one comes back to it. What is chosen in a screen is a step of its own: steps.browser.ts.
import type { Page } from "@playwright/test";
import { addressOf, type Place, places } from "../harness/places";
import { expect, rests, stands, test } from "../harness/test";
import { expectTold, told } from "../harness/told";

test.use({ houseName: "addresses" });

/** Each look at the log adds a line to it. */
const growing = ["quan-tri-nhat-ky"];

async function expectKept({ name }: Place, address: string, page: Page, other: Page): Promise<void> {
  const grows = growing.includes(name);
  await page.goto(address);
  await stands(page, name === "mau-giao-dien");
  const shown = await told(page, grows);
  expect(shown.length, "what the page tells").toBeGreaterThan(40);
  await page.reload();
  await expectTold(page, shown, `${name} reloaded`, grows);
  await other.goto(page.url());
  await expectTold(other, shown, `${name} at the copied address`, grows);

  // Over the page lies what its address opens: it is stepped out of and into by steps.browser.ts.
  if ((await page.getByRole("dialog").count()) > 0) return;
  const here = page.url();
  await page.getByRole("banner").getByRole("button", { name: "Tài khoản" }).click();
  await page.getByRole("menuitem", { name: name === "tai-khoan" ? "Hướng dẫn" : "Tài khoản của tôi" }).click();
  await expect(page).toHaveURL(/\/(tai-khoan|huong-dan)$/);
  await page.goBack();
  await expect(page).toHaveURL(here);
  await expectTold(page, shown, `${name} after Back`, grows);
  await page.goForward();
  await expect(page).toHaveURL(/\/(tai-khoan|huong-dan)$/);
}

for (const who of new Set(places.map((place) => place.who))) {
  const own = places.filter((place) => place.who === who);
  test(`${own.length} screens of ${who}: reload, copied address, Back and Forward`, async ({ as, house, watch }) => {
    test.setTimeout(480_000);
    // One of the places is that of an address which leads nowhere.
    watch.expected.add(404);
    const page = await as(who);
    const other = await as(who);
    for (const place of own) {
      const address = await addressOf(house, place);
      await test.step(place.name, () => expectKept(place, address, page, other));
    }
  });
}

test("a document whose key is its number, with slashes, has an address as any other", async ({ as, house }) => {
  const key = "12/NQ-ĐU";
  await house.post("vanphong", "/events", {
    type: "directive.issued",
    subject: key,
    effective_on: "2020-12-01",
    data: { number: key, kind: "resolution", title: "Nghị quyết có dấu gạch", organisation: "DUK" },
  });
  const page = await as("vanphong");
  await page.goto(`/nghi-quyet/${encodeURIComponent(key)}`);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Nghị quyết có dấu gạch");
  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Nghị quyết có dấu gạch");
  await page.goto("/nghi-quyet");
  await page.getByRole("searchbox").fill("có dấu gạch");
  await page.getByRole("link", { name: /Nghị quyết có dấu gạch/ }).click();
  await expect(page).toHaveURL(/\/nghi-quyet\/12%2FNQ/);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Nghị quyết có dấu gạch");
});

const found = (page: Page) => page.getByRole("status").filter({ hasText: "đang lọc" });

test("what a list is searched for is in no address, and stays with its place in the history", async ({ as }) => {
  const page = await as("vanphong");
  await page.goto("/dang-vien");
  await stands(page);
  await page.getByRole("searchbox").pressSequentially("nguyen thi hong");
  await expect(found(page)).toBeVisible();
  await expect(page).toHaveURL(/\/dang-vien$/);
  const shown = await told(page);
  await page.reload();
  await expectTold(page, shown, "reloaded");
  // From a record that was found one comes back to what was found.
  await page.getByRole("grid").getByRole("link").first().click();
  await expect(page).toHaveURL(/\/dang-vien\/./);
  await page.goBack();
  await expectTold(page, shown, "back from a record");
  // Another order is of the same words; other words there are not those of the step before.
  await page.getByRole("columnheader").getByRole("button").first().click();
  await expect(page).toHaveURL(/sap=/);
  await expect(page.getByRole("searchbox")).toHaveValue("nguyen thi hong");
  await page.getByRole("searchbox").fill("tran");
  await page.goBack();
  await expectTold(page, shown, "back from another order");
  await page.goForward();
  await expect(page.getByRole("searchbox")).toHaveValue("tran");
  const other = await as("vanphong");
  await other.goto(page.url());
  await stands(other);
  await expect(other.getByRole("searchbox")).toHaveValue("");
  // What is typed into the address bar begins anew.
  await page.goto("/dang-vien");
  await stands(page);
  await expect(page.getByRole("searchbox")).toHaveValue("");
});

test("the columns that one chooses are there after a reload, and at another desk", async ({ as }) => {
  const page = await as("tochuc");
  await page.goto("/dang-vien");
  await stands(page);
  const chosen = page.getByRole("columnheader", { name: "Dân tộc" });
  await expect(chosen).toHaveCount(0);
  await page.getByRole("button", { name: "Cột", exact: true }).click();
  await page.getByRole("checkbox", { name: "Dân tộc", exact: true }).check();
  await page.keyboard.press("Escape");
  await expect(chosen).toBeVisible();
  await rests(page);
  const shown = await told(page);
  await page.reload();
  await expectTold(page, shown, "reloaded");
  const other = await as("tochuc");
  await other.goto(page.url());
  await expectTold(other, shown, "at another desk");
});
