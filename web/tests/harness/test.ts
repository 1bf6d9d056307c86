// What every test in a browser stands on: a server, people who are signed in, and a watch over each page.
// A test fails on an error in the page, on a violation of the policy of contents (S8), on a dialog that a
// script opens, on a request to any other host, and on an answer that the application should not have asked for.
import { type BrowserContext, type BrowserContextOptions, test as base, expect, type Page } from "@playwright/test";
import { cookieName, House, type Name } from "./house";

interface Watch {
  faults: string[];
  /** Statuses that refuse, and are expected to: 401 where a session runs out, 422 where a form is wrong. */
  expected: Set<number>;
}

declare global {
  interface Window {
    nennepReport: (said: string) => void;
    /** Questions to the server that have no answer yet; how often the page has changed. */
    nennepPage: { open: number; changes: number };
  }
}

interface Fixtures {
  watch: Watch;
  /** A page of someone who is signed in; each call is a browser of its own. */
  as: (name: Name, options?: BrowserContextOptions & { fresh?: boolean }) => Promise<Page>;
  /** A page of nobody. */
  stranger: (options?: BrowserContextOptions) => Promise<Page>;
}

interface Houses {
  /** Tests that record name a house of their own, so that what they do is not seen by others. */
  houseName: string;
  house: House;
}

/** Every answer comes up to so many milliseconds late, each by chance: what a slow line or PC shows. */
const latest = Number(process.env.LATE_ANSWERS ?? 0);

async function watched(context: BrowserContext, house: House, watch: Watch): Promise<void> {
  const host = new URL(house.address).host;
  if (latest > 0) {
    await context.route("**/*", async (route) => {
      await new Promise((done) => setTimeout(done, Math.random() * latest));
      await route.continue().catch(() => {});
    });
  }
  await context.exposeBinding("nennepReport", (_source, said: string) => void watch.faults.push(said));
  await context.addInitScript(() => {
    const { fetch, nennepReport: report } = window;
    window.nennepPage = { open: 0, changes: 0 };
    new MutationObserver(() => window.nennepPage.changes++).observe(document, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
    });
    window.fetch = async (...asked) => {
      window.nennepPage.open++;
      const answer = fetch(...asked);
      // Down to the last byte of it.
      const answered = () => window.nennepPage.open--;
      void answer.then((response) => response.clone().text()).then(answered, answered);
      return answer;
    };
    document.addEventListener("securitypolicyviolation", (violation) => {
      report(`policy: ${violation.violatedDirective} ${violation.blockedURI} ${violation.sample}`);
    });
  });
  context.on("request", (request) => {
    const url = new URL(request.url());
    if (["http:", "https:", "ws:", "wss:"].includes(url.protocol) && url.host !== host) {
      watch.faults.push(`request to another host: ${request.url()}`);
    }
  });
  context.on("response", (response) => {
    const status = response.status();
    if (status >= 400 && !watch.expected.has(status)) {
      watch.faults.push(`${status} for ${response.request().method()} ${response.url()}`);
    }
  });
  context.on("weberror", (error) => void watch.faults.push(`error: ${error.error().stack ?? error.error()}`));
  context.on("dialog", (dialog) => {
    watch.faults.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  context.on("console", (message) => {
    // Refusing answers are judged above, by their status.
    const isAnswer = message.text().startsWith("Failed to load resource: the server responded");
    if (message.type() === "error" && !isAnswer) watch.faults.push(`console: ${message.text()}`);
  });
}

export const test = base.extend<Fixtures, Houses>({
  houseName: ["shared", { option: true, scope: "worker" }],
  house: [
    async ({ houseName }, use) => {
      const house = await new House(houseName).open();
      await use(house);
      await house.close();
    },
    { scope: "worker", timeout: 60_000 },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern that nothing is needed.
  watch: async ({}, use) => {
    // Whoever comes is asked who they are; that nobody is signed in is told by this status.
    const watch: Watch = { faults: [], expected: new Set([401]) };
    await use(watch);
    expect(watch.faults, "faults that the page showed by itself").toEqual([]);
  },
  as: async ({ browser, house, watch, contextOptions, viewport, locale, timezoneId }, use) => {
    const opened: BrowserContext[] = [];
    await use(async (name, { fresh, ...options } = {}) => {
      const reducedMotion = "reduce" as const;
      const common = { ...contextOptions, viewport, reducedMotion, ...(locale && { locale }) };
      const context = await browser.newContext({
        ...common,
        ...(timezoneId && { timezoneId }),
        baseURL: house.address,
        ...options,
      });
      opened.push(context);
      await watched(context, house, watch);
      const value = fresh ? await house.newCookie(name) : await house.cookie(name);
      const domain = new URL(house.address).hostname;
      const kept = { path: "/", domain, secure: true, httpOnly: true, sameSite: "Strict" as const };
      await context.addCookies([{ name: cookieName, value, ...kept }]);
      return context.newPage();
    });
    for (const context of opened) await context.close();
  },
  stranger: async ({ browser, house, watch }, use) => {
    const opened: BrowserContext[] = [];
    await use(async (options) => {
      const context = await browser.newContext({ baseURL: house.address, locale: "vi-VN", ...options });
      opened.push(context);
      await watched(context, house, watch);
      return context.newPage();
    });
    for (const context of opened) await context.close();
  },
});

export { expect };

interface Rest {
  /** A heading is there, and nothing that says it waits. */
  stands?: boolean;
  showsWaiting?: boolean;
  /** Questions may be open, which a test answers later. */
  isAsking?: boolean;
}

/** Waits until a page asks the server nothing more, and has drawn what it was told. */
export async function rests(page: Page, rest: Rest = {}): Promise<void> {
  const { stands: mustStand = false, showsWaiting = false, isAsking = false } = rest;
  const isAtRest = () =>
    page.evaluate(
      async ([mustStand, showsWaiting, isAsking]) => {
        const { changes } = window.nennepPage;
        const isQuiet = () =>
          document.readyState === "complete" &&
          (isAsking || window.nennepPage.open === 0) &&
          window.nennepPage.changes === changes &&
          (!mustStand || document.querySelector("h1") !== null) &&
          (!mustStand || showsWaiting || document.querySelector("[aria-busy=true]") === null);
        // Counted in turns in which the page found time for nothing else: by the clock, a machine too busy to
        // draw a page looks like one that has nothing to draw.
        for (let turn = 0; turn < 6; turn++) {
          if (!isQuiet()) return false;
          await new Promise((idle) => setTimeout(() => requestIdleCallback(idle), 50));
        }
        return isQuiet();
      },
      [mustStand, showsWaiting, isAsking] as const,
    );
  // Where the page is left for another meanwhile, the question itself fails, and is put again.
  await expect(async () => expect(await isAtRest()).toBe(true)).toPass({ intervals: [50], timeout: 30_000 });
}

/** Waits until a screen stands: its heading is there and nothing is being fetched. */
export async function stands(page: Page, showsWaiting = false): Promise<void> {
  // The page of patterns shows what waits, too.
  await rests(page, { stands: true, showsWaiting });
}
