// Every figure of every page that tells figures: the number on the page, the number in the drawer, and the
// length of its list (or its sum, where things are added up) are one.
import type { Page } from "@playwright/test";
import type { House } from "../harness/house";
import { expect, stands, test } from "../harness/test";

interface Records {
  value: number | null;
  total: number;
  label?: { vi: string };
}

/** The figures that a page links to: their questions, without a second telling. */
async function questionsOf(page: Page): Promise<Map<string, { asked: URLSearchParams; shown: string }>> {
  const links = await page.getByRole("main").locator('a[href*="so="]').all();
  const found = new Map<string, { asked: URLSearchParams; shown: string }>();
  for (const link of links) {
    const address = new URL((await link.getAttribute("href")) ?? "", page.url());
    const shown = (await link.textContent())?.trim() ?? "";
    found.set(address.search + shown, { asked: address.searchParams, shown });
  }
  return found;
}

async function recordsOf(house: House, asked: URLSearchParams, year: string): Promise<Records> {
  const question = new URLSearchParams({
    org: asked.get("so_org") ?? asked.get("pv") ?? "DUK",
    year,
    limit: "1",
  });
  return house.get<Records>("bithu", `/figures/${asked.get("so")}/records?${question}`);
}

const digits = (text: string) => text.replace(/[^\d]/g, "");

for (const [path, year] of [
  ["/bao-cao/2020?pv=DUK", "2020"],
  ["/bao-cao/2020?pv=CQ-01", "2020"],
  ["/bao-cao/2019?pv=DUK", "2019"],
  ["/chi-tieu/2020?pv=DUK", "2020"],
] as const) {
  test(`what ${path} tells is what its lists hold`, async ({ as, house }) => {
    test.setTimeout(180_000);
    const page = await as("bithu");
    await page.goto(path);
    await stands(page);
    const questions = [...(await questionsOf(page)).values()];
    expect(questions.length, "figures of the page").toBeGreaterThan(path.startsWith("/bao-cao") ? 40 : 3);
    for (const { asked, shown } of questions) {
      // Of a month the chart tells a part; the drawer says which.
      if ([...asked.keys()].some((name) => name.includes("thang"))) continue;
      const { value } = await recordsOf(house, asked, asked.get("so_nam") ?? year);
      if (digits(shown).includes(digits(String(value ?? "")))) continue;
      // Prose tells by how much it is more or less than the year before.
      const before = await recordsOf(house, asked, String(Number(asked.get("so_nam") ?? year) - 1));
      const name = `${asked.get("so")} ${asked.get("so_nam") ?? year}: ${value} counted`;
      expect.soft(Number(digits(shown)), name).toBe(Math.abs((value ?? 0) - (before.value ?? 0)));
    }
  });
}

test("each figure of the report opens a list of that length", async ({ as, house }) => {
  test.setTimeout(240_000);
  const page = await as("bithu");
  await page.goto("/bao-cao/2020?pv=DUK");
  await stands(page);
  const names = new Set([...(await questionsOf(page)).values()].map(({ asked }) => asked.get("so") ?? ""));
  for (const name of names) {
    const link = page.getByRole("main").locator(`a[href*="so=${name}&"], a[href$="so=${name}"]`).first();
    await link.click();
    const drawer = page.getByRole("dialog");
    const { total } = await house.get<Records>("bithu", `/figures/${name}/records?org=DUK&year=2020&limit=1`);
    if (total > 0) {
      await expect.soft(drawer.getByRole("grid"), name).toHaveAttribute("aria-rowcount", String(total + 1));
    } else {
      await expect.soft(drawer.getByRole("grid"), name).toHaveCount(0);
    }
    await page.keyboard.press("Escape");
    await expect(drawer).toHaveCount(0);
  }
});
