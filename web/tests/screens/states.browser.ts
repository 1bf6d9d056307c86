// Every screen while it waits, when the server fails, and when there is nothing: for axe, at both widths.
import type { Page, Route } from "@playwright/test";
import { expectAccessible } from "../harness/axe";
import { addressOf, places } from "../harness/places";
import { expect, stands, test } from "../harness/test";

const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };
/** What the frame of the application needs comes as always. */
const framing = /\/api\/v1\/(session|catalogue)\b/;
const asking = places.filter(({ name }) => !["tai-khoan", "huong-dan", "mau-giao-dien", "khong-co"].includes(name));

async function answering(page: Page, how: (route: Route) => Promise<void>): Promise<void> {
  await page.route("**/api/v1/**", (route) => (framing.test(route.request().url()) ? route.continue() : how(route)));
}

const broken = {
  status: 503,
  contentType: "application/problem+json",
  body: JSON.stringify({ title: "Sổ đang bận", status: 503, detail: "Sổ đang bận. Hãy thử lại.", refusals: [] }),
};

for (const [width, options] of [
  ["1366", {}],
  ["390", phone],
] as const) {
  for (const place of asking) {
    test(`${place.name} waits, and fails, at ${width}`, async ({ as, house, watch }) => {
      const address = await addressOf(house, place);
      const page = await as(place.who, options);
      // Never answered: the page is left with it.
      await answering(page, () => new Promise(() => {}));
      await page.goto(address);
      await page.waitForTimeout(500);
      await expect(page.getByRole("status").filter({ hasText: "Đang tải" }).first()).toBeVisible();
      await expectAccessible(page, `${place.name} loading ${width}`);

      await page.unrouteAll({ behavior: "ignoreErrors" });
      watch.expected.add(503);
      await answering(page, (route) => route.fulfill(broken));
      await page.goto(address);
      await expect(page.getByRole("alert").first()).toBeVisible();
      await expect(page.getByRole("button", { name: "Thử lại" }).first()).toBeVisible();
      await expectAccessible(page, `${place.name} failed ${width}`);

      // And what failed once can be tried again.
      await page.unrouteAll({ behavior: "ignoreErrors" });
      // The last is that of a drawer, where one lies over the page.
      await page.getByRole("button", { name: "Thử lại" }).last().click();
      await stands(page);
    });
  }
}
