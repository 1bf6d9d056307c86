// Whoever chooses English reads English: no screen leaves a Vietnamese word of the application's own. What the
// books say, names of people and organisations above all, stays as it was written.
import { readdirSync, readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import type { House, Name } from "../harness/house";
import { addressOf, type Place, places } from "../harness/places";
import { expect, stands, test } from "../harness/test";

interface Both {
  vi: string;
  en: string;
}

const marked = /[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]/i;

/** All texts of the application: each stands beside its other language in a file of words. */
function ownWords(): Both[] {
  const files = readdirSync("src", { recursive: true, encoding: "utf8" }).filter(
    // The page of patterns tells of people and organisations that could be.
    (name) => name.endsWith("words.ts") && !name.startsWith("features/pattern/"),
  );
  const quoted = '"((?:[^"\\\\]|\\\\.)*)"';
  const pair = new RegExp(`vi:\\s*${quoted},\\s*en:\\s*${quoted}`, "g");
  return files.flatMap((name) =>
    [...readFileSync(`src/${name}`, "utf8").matchAll(pair)].map(([, vi = "", en = ""]) => ({ vi, en })),
  );
}

/** What the server calls events, fields, choices, figures and traits. */
function labelsIn(catalogue: unknown): Both[] {
  if (catalogue === null || typeof catalogue !== "object") return [];
  const { vi, en } = catalogue as Partial<Both>;
  if (typeof vi === "string" && typeof en === "string") return [{ vi, en }];
  return Object.values(catalogue).flatMap(labelsIn);
}

/** Every text and name of the page that can be met, but for what says itself that it is Vietnamese. */
function textsOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found = new Set<string>(document.querySelector("[lang=vi]") ? [] : [document.title.split(" · ")[0] ?? ""]);
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node instanceof Element ? node : node.parentElement;
      if (!element || element.closest("[lang=vi], script, style")) continue;
      if (node instanceof Text) found.add(node.data.trim());
      else
        for (const name of ["aria-label", "placeholder", "title", "alt"]) found.add(element.getAttribute(name) ?? "");
    }
    return [...found];
  });
}

/**
 * A text with places for values matches what may stand in them: numbers, days and names of one kind. One that is
 * hardly more than its places would match what the books say.
 */
function matcherOf({ vi }: Both): RegExp {
  const escaped = vi.replace(/\\"/g, '"').replace(/[.*+?^$()|[\]\\]/g, "\\$&");
  return new RegExp(`^${escaped.replace(/\{\{\w+\}\}/g, "[^,;]{1,60}")}$`);
}

/** What the sample year wrote in free texts that labels say too: a religion, why somebody left a committee. */
const ofTheBooks: Record<string, RegExp> = { Không: /^dang-vien-/, "Từ trần": /^cap-uy-mot$/ };

const hasWords = (text: string) => marked.test(text.replace(/\{\{\w+\}\}/g, ""));
const isOpen = (text: string) => text.includes("{{") && text.replace(/\{\{\w+\}\}|\W/gu, "").length < 8;

test("no English text is left Vietnamese", () => {
  const words = ownWords();
  expect(words.length).toBeGreaterThan(800);
  const left = words.filter(({ en }) => hasWords(en)).map(({ en }) => en);
  expect([...new Set(left)]).toEqual(["Nền Nếp", "Tiếng Việt"]);
});

async function expectEnglish(page: Page, house: House, place: Place, matchers: RegExp[]): Promise<void> {
  await page.goto(await addressOf(house, place));
  await stands(page, place.name === "mau-giao-dien");
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  const texts = (await textsOf(page)).filter((text) => hasWords(text) && !ofTheBooks[text]?.test(place.name));
  const left = texts.filter((text) => matchers.some((each) => each.test(text)));
  expect.soft(left, `Vietnamese words of ${place.name}`).toEqual([]);
}

for (const who of new Set<Name>(places.map((place) => place.who))) {
  test(`the screens of ${who} in English`, async ({ as, house, watch }) => {
    test.setTimeout(300_000);
    watch.expected.add(404);
    const catalogue = await house.get(who, "/catalogue");
    const both = [...ownWords(), ...labelsIn(catalogue)].filter(
      ({ vi, en }) => hasWords(vi) && vi !== en && !isOpen(vi),
    );
    const matchers = both.map(matcherOf);
    const page = await as(who);
    await page.context().addInitScript(() => localStorage.setItem("nennep.language", "en"));
    for (const place of places.filter((each) => each.who === who)) {
      await test.step(place.name, () => expectEnglish(page, house, place, matchers));
    }
  });
}
