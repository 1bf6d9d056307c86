// What people do in forms, by the labels that the catalogue gives to fields.
import type { Locator, Page } from "@playwright/test";
import type { House } from "./house";
import { firstKey } from "./places";
import { expect } from "./test";

/** The drawer in which a form stands. */
export function formOf(page: Page): Locator {
  return page.getByRole("dialog");
}

export async function write(form: Locator, label: string, text: string): Promise<void> {
  const field = form.getByRole("textbox", { name: label }).first();
  await field.fill(text);
  await field.press("Tab");
}

/** Types into a picker and takes the line that is wanted. */
export async function pick(form: Locator, label: string, typed: string, wanted: RegExp): Promise<void> {
  const field = form.getByRole("combobox", { name: label }).first();
  await field.click();
  await field.fill(typed);
  await form.page().getByRole("option", { name: wanted }).first().click();
}

/** A choice, however it is drawn: radio buttons or a list. */
export async function choose(form: Locator, label: string, wanted: string): Promise<void> {
  const radio = form.getByRole("radio", { name: wanted, exact: true });
  if ((await radio.count()) > 0) return radio.check();
  const field = form.getByLabel(label).first();
  if ((await field.evaluate((each) => each.tagName)) === "SELECT") {
    await field.selectOption({ label: wanted });
    return;
  }
  await field.click();
  await form.page().getByRole("option", { name: wanted, exact: true }).click();
}

/** Sends the form, and waits until the server has taken it. */
export async function send(page: Page, button: string): Promise<void> {
  const form = formOf(page);
  await form.getByRole("button", { name: button }).click();
  await expect(form).toHaveCount(0);
}

/** Opens an act of the record that is shown, whether it is a button of its own or in the menu of acts. */
export async function act(page: Page, label: string): Promise<void> {
  // Its name begins so; "Take back …: label" is another act.
  const name = new RegExp(`^${label}`);
  const link = page.getByRole("main").getByRole("link", { name }).first();
  const button = page.getByRole("main").getByRole("button", { name }).first();
  const direct = link.or(button).first();
  if (!(await direct.isVisible())) await page.getByRole("button", { name: "Ghi việc khác" }).first().click();
  await page.getByRole("menuitem", { name }).or(direct).first().click();
  await formOf(page).waitFor();
}

/** An act of two persons that the office has sent; the secretary finds it waiting. */
export async function sendForTwo(house: House): Promise<string> {
  const { waiting } = await house.post<{ waiting: { id: string } }>("vanphong", "/events", {
    type: "member.name_removed",
    subject: await firstKey(house, "vanphong", "people"),
    effective_on: "2021-06-30",
    authority: { number: "12-QĐ/ĐUK", date: "2021-06-30", issuer: "Đảng ủy Khối" },
    data: {},
  });
  return waiting.id;
}
