// What people do about accounts: sign in, set a password, and what their phone shows.
import { createHmac } from "node:crypto";
import { expect, type Locator, type Page } from "@playwright/test";

/** Fields of passwords have no role; the button that shows what is typed stands after them. */
export function passwordField(at: Page | Locator, label: string): Locator {
  return at.locator("input[type=password]").and(at.getByLabel(new RegExp(`^${label}`)));
}

/** Gives name and password at the door; what happens then is for the test to say. */
export async function give(page: Page, name: string, password: string): Promise<void> {
  await page.goto("/dang-nhap");
  await page.getByLabel("Tên tài khoản").fill(name);
  await passwordField(page, "Mật khẩu").fill(password);
  await page.getByRole("button", { name: "Đăng nhập", exact: true }).click();
}

export async function expectSignedIn(page: Page): Promise<void> {
  await expect(page).not.toHaveURL(/\/(dang-nhap|lan-dau)/);
  await expect(page.getByRole("button", { name: "Tài khoản của tôi" })).toBeVisible();
}

/** Follows a one-time link and sets a password. */
export async function setFirst(page: Page, link: string, password: string): Promise<void> {
  await page.goto(link);
  await passwordField(page, "Mật khẩu").fill(password);
  await passwordField(page, "Nhập lại mật khẩu").fill(password);
  await page.getByRole("button", { name: "Đặt mật khẩu và đăng nhập" }).click();
}

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
const step_ms = 30_000;

/** An authenticator as phones have it (RFC 6238). */
export class Phone {
  private last = 0;

  constructor(private readonly seed: string) {}

  /** A code that was not used yet: the present one or, where that is used up, the next, which is taken too. */
  code(): string {
    this.last = Math.max(this.last + 1, Math.floor(Date.now() / step_ms));
    const counter = Buffer.alloc(8);
    counter.writeBigUInt64BE(BigInt(this.last));
    const digest = createHmac("sha1", this.key()).update(counter).digest();
    const at = (digest.at(-1) ?? 0) & 15;
    return String((digest.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, "0");
  }

  private key(): Buffer {
    const bits = [...this.seed.replace(/\s/g, "")].map((one) => alphabet.indexOf(one).toString(2).padStart(5, "0"));
    return Buffer.from((bits.join("").match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  }
}
