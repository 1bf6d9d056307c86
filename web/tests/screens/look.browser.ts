// Every screen at the width of a PC and of a phone: nothing for axe, nothing to scroll sideways, and a picture
// to be looked at (build/web-tests/screens).
import { expectAccessible, expectNoSidewaysScroll } from "../harness/axe";
import { addressOf, places } from "../harness/places";
import { expect, stands, test } from "../harness/test";

const unknown = "khong-co";
const patterns = "mau-giao-dien";
const pictures = "../build/web-tests/screens";
const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };

for (const place of places) {
  test(`${place.name} on a PC, and on paper`, async ({ as, house, watch }) => {
    if (place.name === unknown) watch.expected.add(404);
    const page = await as(place.who);
    await page.goto(await addressOf(house, place));
    await stands(page, place.name === patterns);
    await expect(page).toHaveTitle(/\S · Nền Nếp$/);
    await expectAccessible(page, `${place.name} 1366`);
    await expectNoSidewaysScroll(page, `${place.name} 1366`);
    await page.screenshot({ path: `${pictures}/${place.name}-1366.png` });
    await page.emulateMedia({ media: "print" });
    await page.setViewportSize({ width: 794, height: 1123 });
    await expectNoSidewaysScroll(page, `${place.name} on paper`);
    await page.screenshot({ path: `${pictures}/${place.name}-print.png` });
  });

  test(`${place.name} on a phone, and with large letters`, async ({ as, house, watch }) => {
    if (place.name === unknown) watch.expected.add(404);
    const page = await as(place.who, phone);
    await page.goto(await addressOf(house, place));
    await stands(page, place.name === patterns);
    await expectAccessible(page, `${place.name} 390`);
    await expectNoSidewaysScroll(page, `${place.name} 390`);
    await page.screenshot({ path: `${pictures}/${place.name}-390.png` });
    await page.evaluate(() => {
      document.documentElement.style.fontSize = "200%";
    });
    await expectNoSidewaysScroll(page, `${place.name} 390 with letters of 200 %`);
    await page.evaluate(() => {
      document.documentElement.style.fontSize = "";
    });
    await page.setViewportSize({ width: 320, height: 640 });
    await expectNoSidewaysScroll(page, `${place.name} 320`);
  });
}
