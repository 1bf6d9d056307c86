// Files that one fetches by a click: each arrives, bears the name that says what it is, and begins as its kind does.
import { readFileSync } from "node:fs";
import type { Locator, Page } from "@playwright/test";
import { expect, stands, test } from "../harness/test";

test.use({ houseName: "files" });

const kinds = { docx: "PK\u0003\u0004", xlsx: "PK\u0003\u0004", pdf: "%PDF-" };

/** What the browser keeps after a click: its name, and its bytes. */
async function kept(page: Page, control: Locator): Promise<{ name: string; content: Buffer }> {
  const [file] = await Promise.all([page.waitForEvent("download"), control.click()]);
  return { name: file.suggestedFilename(), content: readFileSync(await file.path()) };
}

async function expectFile(page: Page, control: Locator, name: string): Promise<void> {
  const file = await kept(page, control);
  expect(file.name).toBe(name);
  const beginning = kinds[name.split(".").at(-1) as keyof typeof kinds];
  expect(file.content.toString("latin1", 0, beginning.length), name).toBe(beginning);
  expect(file.content.length, `bytes of ${name}`).toBeGreaterThan(4_000);
}

/** As many lines as the list has rows, under a line of heads. */
async function expectLines(page: Page, control: Locator, name: string, rows: number): Promise<void> {
  const file = await kept(page, control);
  expect(file.name).toBe(name);
  const lines = file.content.toString("utf8").split("\r\n");
  expect(lines.at(-1), `${name} ends its last line`).toBe("");
  expect(lines.length - 2, `lines of ${name}`).toBe(rows);
}

// With its lists, and for whoever may not take lists out, without.
for (const who of ["bithu", "tonghop"] as const) {
  test(`the report as DOCX, PDF and XLSX for ${who}`, async ({ as }) => {
    const page = await as(who);
    await page.goto("/bao-cao/2020?pv=CQ-01");
    await stands(page);
    for (const form of ["docx", "pdf", "xlsx"]) {
      const button = page.getByRole("main").getByRole("button", { name: form.toUpperCase(), exact: true });
      await expectFile(page, button, `report-2020.${form}`);
    }
  });
}

test("a list as it is filtered, as XLSX and CSV", async ({ as, house }) => {
  const page = await as("vanphong");
  const { total } = await house.get<{ total: number }>("vanphong", "/people?org=CQ-01&gender=female&limit=1");
  await page.goto("/dang-vien?pv=CQ-01&gender=female");
  await stands(page);
  const choose = async (form: string) => {
    await page.getByRole("button", { name: "Xuất tệp" }).click();
    return page.getByRole("menuitem", { name: form });
  };
  await expectFile(page, await choose("Excel"), "people.xlsx");
  await expectLines(page, await choose("CSV"), "people.csv", total);
});

test("the list of a figure as XLSX and CSV", async ({ as, house }) => {
  const page = await as("vanphong");
  const name = "members.transfers.introduced";
  const { total } = await house.get<{ total: number }>(
    "vanphong",
    `/figures/${name}/records?org=DUK&year=2020&limit=1`,
  );
  await page.goto(`/bao-cao/2020?pv=DUK&so=${name}`);
  await stands(page);
  const drawer = page.getByRole("dialog");
  await expectFile(page, drawer.getByRole("button", { name: /\(Excel\)/ }), `${name}-2020.xlsx`);
  await expectLines(page, drawer.getByRole("button", { name: /\(CSV\)/ }), `${name}-2020.csv`, total);
});

test("a table of statistics as XLSX and CSV", async ({ as }) => {
  const page = await as("vanphong");
  await page.goto("/thong-ke?pv=DUK&hang=gender&cot=standing");
  await stands(page);
  const main = page.getByRole("main");
  await expectFile(page, main.getByRole("button", { name: "Tải XLSX" }), "statistics.xlsx");
  // One line for each row of the table and for their sum.
  const rows = await main.getByRole("table").first().locator("tbody tr, tfoot tr").count();
  await expectLines(page, main.getByRole("button", { name: "Tải CSV" }), "statistics.csv", rows);
});
