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
    // A bar says its number to whoever does not see it: "Tháng 5/2020: 46 người".
    const said = (await link.getAttribute("aria-label"))?.split(": ").at(-1);
    const shown = (await link.textContent())?.trim() || (said ?? "");
    found.set(address.search + shown, { asked: address.searchParams, shown });
  }
  return found;
}

/** What a figure's list answers. */
async function recordsOf(house: House, asked: URLSearchParams, year: string): Promise<Records> {
  const org = asked.get("so_org") ?? asked.get("pv") ?? "DUK";
  const month = asked.get("so_thang");
  const query = new URLSearchParams({ org, year, limit: "1", ...(month ? { month } : {}) });
  const path = `/figures/${asked.get("so")}/records?${query}`;
  const answer = await house.ask("bithu", path);
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
      const records = await recordsOf(house, asked, asked.get("so_nam") ?? year);
      const value = String(records.value ?? "");
      if (digits(shown).includes(digits(value))) continue;
      // Prose tells by how much it is more or less than the year before.
      const period = `${asked.get("so_thang") ?? ""} ${asked.get("so_nam") ?? year}`;
      const name = `${asked.get("so")} ${period}: "${shown}" shown, ${value} counted`;
      expect.soft(Number(digits(shown)), name).toBe(differences.get(asked.get("so") ?? ""));
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
    const records = await recordsOf(house, new URLSearchParams({ so: name, pv: "DUK" }), "2020");
    if (records.total > 0) {
      const rows = drawer.getByRole("grid").first();
      await expect.soft(rows, name).toHaveAttribute("aria-rowcount", String(records.total + 1));
    } else {
      await expect.soft(drawer.getByRole("grid"), name).toHaveCount(0);
    }
    await page.keyboard.press("Escape");
    await expect(drawer).toHaveCount(0);
  }
});

test("of inspections a leader sees the sums, and those charged with them the lists", async ({ as }) => {
  for (const [who, links] of [
    ["bithu", false],
    ["kiemtra", true],
  ] as const) {
    const page = await as(who);
    await page.goto("/bao-cao/2020?pv=DUK");
    await stands(page);
    await expect(page.getByRole("main")).toContainText("kiểm tra");
    const opened = page.getByRole("main").locator('a[href*="so=inspections."]');
    if (links) await expect(opened.first()).toBeVisible();
    else await expect(opened).toHaveCount(0);
    const closed = page.getByRole("main").getByTitle("danh sách chỉ dành cho người được giao việc này");
    if (links) await expect(closed).toHaveCount(0);
    else await expect(closed.first()).toBeVisible();
  }
});
