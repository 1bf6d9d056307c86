// A leader opens a figure of the report down to one decision, and comes back the way they went.
import { expect, stands, test } from "../harness/test";

test("741 transfers are opened down to one decision", async ({ as, house }) => {
  const page = await as("bithu");
  await page.goto("/");
  await stands(page);
  await expect(page).toHaveURL(/\/bao-cao\/2020/);
  const figure = page.getByRole("main").getByRole("link", { name: /741/ }).first();
  await figure.click();

  const drawer = page.getByRole("dialog", { name: /Giới thiệu chuyển sinh hoạt đảng: 741/ });
  await expect(drawer).toBeVisible();
  const opened = page.url();
  expect(opened).toContain("so=members.transfers.introduced");
  const table = drawer.getByRole("grid");
  // One row for the heads, and one for each turn.
  await expect(table).toHaveAttribute("aria-rowcount", "742");
  const first = table
    .getByRole("row")
    .filter({ has: page.getByRole("link") })
    .first();
  const link = first.getByRole("link").first();
  const name = (await link.textContent())?.trim() ?? "";
  await link.click();

  // The record, at the very entry that was counted: its decision is written there.
  await expect(page).toHaveURL(/\/dang-vien\/[^/]+.*#muc-\d+$/);
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  const seq = /#muc-(\d+)$/.exec(page.url())?.[1] ?? "";
  const entry = page.locator(`#muc-${seq}`);
  await expect(entry).toContainText("Giới thiệu chuyển sinh hoạt");
  const key = decodeURIComponent(new URL(page.url()).pathname.split("/").at(-1) ?? "");
  const history = await house.get<{ events: { seq: number; authority?: { number?: string } }[] }>(
    "bithu",
    `/events?subject_type=person&key=${encodeURIComponent(key)}`,
  );
  const decision = history.events.find((event) => String(event.seq) === seq)?.authority?.number;
  expect(decision).toBeTruthy();
  await expect(entry).toContainText(decision ?? "");

  // Back to the list, back to the report, forward again; and what is reloaded is the same.
  await page.goBack();
  await expect(page).toHaveURL(opened);
  await expect(drawer).toBeVisible();
  await page.goBack();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(figure).toBeVisible();
  await page.goForward();
  await expect(drawer).toBeVisible();
  await page.reload();
  await expect(drawer.getByRole("grid")).toHaveAttribute("aria-rowcount", "742");
});

test("a copied address shows somebody else the same", async ({ as }) => {
  const leader = await as("bithu");
  await leader.goto("/bao-cao/2020?pv=DUK&so=members.admitted");
  await expect(leader.getByRole("dialog", { name: /Kết nạp đảng viên: 368/ })).toBeVisible();
  const office = await as("vanphong");
  await office.goto(leader.url());
  await expect(office.getByRole("dialog", { name: /Kết nạp đảng viên: 368/ })).toBeVisible();
  // Whoever came by an address has nothing to go back to: the drawer closes all the same.
  await office.keyboard.press("Escape");
  await expect(office.getByRole("dialog")).toHaveCount(0);
  await expect(office).toHaveURL(/\/bao-cao\/2020\?pv=DUK$/);
});
