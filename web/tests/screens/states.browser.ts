// Every screen while it waits, when the server fails, and before anything of it has come: for axe, at both widths.
import type { Page, Route } from "@playwright/test";
import { expectAccessible } from "../harness/axe";
import { addressOf, places } from "../harness/places";
import { expect, rests, stands, test } from "../harness/test";

const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };
/** Who one is comes as always; and but for the first moments also what things are called. */
const session = /\/api\/v1\/session\b/;
const catalogue = /\/api\/v1\/catalogue\b/;
const asking = places.filter(({ name }) => !["tai-khoan", "huong-dan", "mau-giao-dien", "khong-co"].includes(name));

type Answering = (route: Route) => Promise<void>;

/** The server's answers, held back until it is said how each is to be given; so are those asked for later. */
async function heldAnswers(page: Page): Promise<(which: RegExp, how: Answering) => Promise<void>> {
  const held = new Set<Route>();
  const known: [RegExp, Answering][] = [[session, (route) => route.continue()]];
  await page.route("**/api/v1/**", (route) => {
    const answering = known.find(([which]) => which.test(route.request().url()));
    if (answering) return answering[1](route);
    held.add(route);
  });
  return async (which, how) => {
    known.push([which, how]);
    for (const route of [...held].filter((each) => which.test(each.request().url()))) {
      held.delete(route);
      await how(route);
    }
  };
}

const broken = {
  status: 503,
  contentType: "application/problem+json",
  body: JSON.stringify({ title: "Sổ đang bận", status: 503, detail: "Sổ đang bận. Hãy thử lại.", refusals: [] }),
};

const widths = [
  ["1366", {}],
  ["390", phone],
] as const;

for (const [width, options] of widths) {
  for (const place of asking) {
    test(`${place.name} waits, and fails, at ${width}`, async ({ as, house, watch }) => {
      watch.expected.add(503);
      const page = await as(place.who, options);
      const answer = await heldAnswers(page);
      const waiting = page.getByRole("status").filter({ hasText: "Đang tải" }).first();
      await page.goto(await addressOf(house, place));
      await expect(waiting).toBeVisible();
      await expectAccessible(page, `${place.name} first moments ${width}`);

      await answer(catalogue, (route) => route.continue());
      await rests(page, { stands: true, showsWaiting: true, isAsking: true });
      await expect(waiting).toBeVisible();
      await expectAccessible(page, `${place.name} loading ${width}`);

      await answer(/./, (route) => route.fulfill(broken));
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

/** What a page is before anything of its own has come: the file itself, who one is, its code. */
const beginnings = [
  { name: "the program's code", held: /\/assets\/index-.*\.js$/, said: "Đang mở sổ" },
  { name: "who one is", held: session, said: "Đang tải" },
  { name: "the screen's code", held: /\/assets\/classes-screen-.*\.js$/, said: "Đang tải" },
];

for (const [width, options] of widths) {
  for (const { name, held, said } of beginnings) {
    test(`waiting for ${name}, at ${width}`, async ({ as }) => {
      const page = await as("vanphong", options);
      await page.route(held, () => new Promise(() => {}));
      await page.goto("/lop", { waitUntil: "commit" });
      await expect(page.getByText(said).first()).toBeVisible();
      await expectAccessible(page, `${name} ${width}`);
    });
  }

  test(`who one is cannot be asked, and can at the second try, at ${width}`, async ({ as, watch }) => {
    watch.expected.add(503);
    const page = await as("vanphong", options);
    await page.route(session, (route) => route.fulfill(broken));
    await page.goto("/lop");
    await expect(page.getByRole("alert")).toBeVisible();
    await expectAccessible(page, `who one is, failed ${width}`);
    await page.unrouteAll({ behavior: "ignoreErrors" });
    await page.getByRole("button", { name: "Thử lại" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Lớp bồi dưỡng" })).toBeVisible();
    await stands(page);
  });

  for (const { who, path, held, title } of [
    { who: "vanphong", path: "/lop", held: /\/assets\/classes-screen-.*\.js$/, title: "Lớp bồi dưỡng" },
    { who: undefined, path: "/dang-nhap", held: /\/assets\/sign-in-screen-.*\.js$/, title: "Đăng nhập" },
  ] as const) {
    test(`the code of ${path} does not come, and does at the second try, at ${width}`, async ({
      as,
      stranger,
      watch,
    }) => {
      watch.expected.add(503);
      const page = await (who ? as(who, options) : stranger(options));
      await page.route(held, (route) => route.fulfill({ status: 503 }));
      await page.goto(path);
      await expect(page.getByRole("alert")).toContainText("Không mở được trang này");
      await expectAccessible(page, `${path}, its code failed ${width}`);
      // The browser says it too.
      expect(watch.faults.splice(0).join("\n")).toMatch(/^(.*Failed to fetch dynamically imported module.*\n?)+$/);
      await page.unrouteAll({ behavior: "ignoreErrors" });
      await page.getByRole("button", { name: "Thử lại" }).click();
      await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
      await stands(page);
    });
  }
}
