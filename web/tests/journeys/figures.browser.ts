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

/** What a figure's list answers; undefined where this person may see the sum alone. */
async function recordsOf(house: House, asked: URLSearchParams, year: string): Promise<Records | undefined> {
  const org = asked.get("so_org") ?? asked.get("pv") ?? "DUK";
  const path = `/figures/${asked.get("so")}/records?${new URLSearchParams({ org, year, limit: "1" })}`;
  const answer = await house.ask("bithu", path);
  if (answer.status === 403) return undefined;
  expect(answer.status, path).toBe(200);
  return (await answer.json()) as Records;
}

/** The year before, by the tree of this one, as the report sets the two side by side. */
async function differencesOf(house: House, path: string): Promise<Map<string, number>> {
  const [, year, org] = /(\d{4})\?pv=(.+)$/.exec(path) ?? [];
  const text = await (await house.ask("bithu", `/reports/annual?org=${org}&year=${year}`)).text();
  const told = text.matchAll(/"name":"([\w.]+)"[^\n]*?"value":([\d.]+),"previous":([\d.]+)/g);
  return new Map([...told].map(([, name = "", now, before]) => [name, Math.abs(Number(now) - Number(before))]));
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
    const differences = await differencesOf(house, path);
    for (const { asked, shown } of questions) {
      // Of a month the chart tells a part; the drawer says which.
      if ([...asked.keys()].some((name) => name.includes("thang"))) continue;
      const records = await recordsOf(house, asked, asked.get("so_nam") ?? year);
      if (records === undefined) continue;
      const value = String(records.value ?? "");
      if (digits(shown).includes(digits(value))) continue;
      // Prose tells by how much it is more or less than the year before.
      const name = `${asked.get("so")} ${asked.get("so_nam") ?? year}: "${shown}" shown, ${value} counted`;
      expect.soft(Number(digits(shown)), name).toBe(differences.get(asked.get("so") ?? ""));
    }
  });
}

test("each figure of the report opens a list of that length", async ({ as, house, watch }) => {
  // Of inspections a leader sees the sums; the lists say which right they want.
  watch.expected.add(403);
  test.setTimeout(240_000);
  const page = await as("bithu");
  await page.goto("/bao-cao/2020?pv=DUK");
  await stands(page);
  const names = new Set([...(await questionsOf(page)).values()].map(({ asked }) => asked.get("so") ?? ""));
  for (const name of names) {
    const link = page.getByRole("main").locator(`a[href*="so=${name}&"], a[href$="so=${name}"]`).first();
    await link.click();
    const drawer = page.getByRole("dialog");
    const records = await recordsOf(house, new URLSearchParams({ so: name, pv: "DUK" }), "2020");
    if (records === undefined) {
      await expect.soft(drawer, name).toContainText("không có quyền “Xem: ");
    } else if (records.total > 0) {
      const rows = drawer.getByRole("grid").first();
      await expect.soft(rows, name).toHaveAttribute("aria-rowcount", String(records.total + 1));
    } else {
      await expect.soft(drawer.getByRole("grid"), name).toHaveCount(0);
    }
    await page.keyboard.press("Escape");
    await expect(drawer).toHaveCount(0);
  }
});
