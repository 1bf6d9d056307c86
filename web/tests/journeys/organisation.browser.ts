// Acts on the tree of organisations: each shows what it would change, is recorded, and everything follows; then it
// is taken back with a reason, and everything is as before.
import type { Page } from "@playwright/test";
import { act, formOf, pick, send, write } from "../harness/acts";
import type { House } from "../harness/house";
import { expect, stands, test } from "../harness/test";

test.use({ houseName: "organisation" });

const day = "30/06/2021";
const on = "2021-06-30";

interface Organisation {
  label: string;
  kind: string;
  live: boolean;
  members: number;
  children: number;
}

const organisation = (house: House, key: string) =>
  house.get<Organisation>("vanphong", `/organisations/${key}?on=${on}`);

async function open(page: Page, key: string, asked = ""): Promise<void> {
  await page.goto(`/to-chuc/${key}${asked}`);
  await stands(page);
}

/** A line of the preview, by the name of its organisation. */
const previewed = (page: Page, name: string) =>
  formOf(page).getByRole("region", { name: "Sẽ thay đổi những gì" }).getByRole("row", { name });

const fact = (page: Page, name: string) =>
  page
    .getByRole("main")
    .locator("dl > div")
    .filter({ has: page.getByText(name, { exact: true }) });

/** With the number of its members behind its name. */
const inTree = (page: Page, { label }: Organisation) =>
  page.getByRole("treeitem", { name: new RegExp(`^${label} \\d`) });

async function takeBack(page: Page, key: string, entry: string, reason: string): Promise<void> {
  await open(page, key, "?tab=dong-thoi-gian");
  const recorded = page.getByRole("article", { name: `${day} ${entry}` });
  await recorded.getByRole("link", { name: "Hủy bỏ" }).click();
  const form = formOf(page);
  await form.getByRole("button", { name: "Hủy bản ghi" }).click();
  // Not without a reason.
  await expect(form.getByLabel("Lý do hủy")).toHaveAttribute("aria-invalid", "true");
  await form.getByLabel("Lý do hủy").fill(reason);
  await send(page, "Hủy bản ghi");
  await expect(recorded).toContainText("Đã hủy bỏ");
  await expect(recorded).toContainText(reason);
}

test("one branch is absorbed by another, and the act taken back", async ({ as, house, watch }) => {
  // What is checked while a form is not yet whole is answered so.
  watch.expected.add(422);
  const page = await as("vanphong");
  const gone = await organisation(house, "CQ-01-02");
  const heir = await organisation(house, "CQ-01-01");
  const above = await organisation(house, "CQ-01");
  expect(gone.members).toBeGreaterThan(0);

  await open(page, "CQ-01-02");
  await act(page, "Sáp nhập tổ chức đảng");
  const form = formOf(page);
  await write(form, "Có hiệu lực từ ngày", day);
  await expect(form).toContainText("Chọn tổ chức nhận để xem số liệu trước và sau.");
  await pick(form, "Sáp nhập vào", "CQ-01-01", /Chi bộ Văn phòng/);
  const joined = gone.members + heir.members;
  await expect(previewed(page, gone.label)).toContainText(`(kết thúc)${gone.members} → 0`);
  await expect(previewed(page, heir.label)).toContainText(`${heir.members} → ${joined}`);
  await expect(previewed(page, above.label)).toContainText(`${above.members} không đổi`);
  await expect(previewed(page, above.label)).toContainText(`${above.children} → ${above.children - 1}`);
  await form.getByText(`${gone.members} đảng viên đi theo`).click();
  await expect(form.getByRole("listitem")).not.toHaveCount(0);
  // So far it was only asked.
  expect((await organisation(house, "CQ-01-02")).live).toBe(true);
  await send(page, "Ghi vào sổ");

  // The page stands at the day of the act, and beside it the tree as it is from then on.
  await expect(page).toHaveURL(new RegExp(`/to-chuc/CQ-01-02\\?.*ngay=${on}`));
  const band = page.getByRole("alert").filter({ hasText: "đã sáp nhập ngày" });
  await expect(band).toContainText(`${day} vào ${heir.label}`);
  await expect(inTree(page, heir)).toBeVisible();
  await expect(inTree(page, gone)).toHaveCount(0);
  await band.getByRole("link", { name: heir.label }).click();
  await expect(page.getByRole("heading", { level: 1, name: heir.label })).toBeVisible();
  await expect(fact(page, "Số đảng viên")).toContainText(String(joined));
  expect((await organisation(house, "CQ-01")).members).toBe(above.members);

  await takeBack(page, "CQ-01-02", "Sáp nhập tổ chức đảng", "Quyết định chưa được ký.");
  await expect(inTree(page, gone)).toBeVisible();
  await open(page, "CQ-01-02", `?ngay=${on}`);
  await expect(band).toHaveCount(0);
  await expect(fact(page, "Số đảng viên")).toContainText(String(gone.members));
  expect(await organisation(house, "CQ-01-01")).toEqual(heir);
});

test("a branch becomes a grassroots branch, not what holds no members, and the act is taken back", async ({
  as,
  house,
  watch,
}) => {
  watch.expected.add(422);
  const page = await as("vanphong");
  await open(page, "CQ-02-01");
  await act(page, "Chuyển đổi loại hình tổ chức đảng");
  const form = formOf(page);
  await write(form, "Có hiệu lực từ ngày", day);
  const preview = form.getByRole("region", { name: "Sẽ thay đổi những gì" });
  await expect(preview).toContainText("Chi bộ → chưa điền");
  const kind = form.getByRole("combobox", { name: /^Loại/ });
  await kind.selectOption({ label: "Đảng bộ cơ sở" });
  await expect(preview).toContainText("Chi bộ → Đảng bộ cơ sở");
  await form.getByRole("button", { name: "Ghi vào sổ" }).click();
  await expect(form.getByRole("alert")).toContainText("đảng viên");
  expect((await organisation(house, "CQ-02-01")).kind).toBe("branch");

  await kind.selectOption({ label: "Chi bộ cơ sở" });
  await expect(preview).toContainText("Chi bộ → Chi bộ cơ sở");
  await send(page, "Ghi vào sổ");
  await expect(fact(page, "Loại tổ chức")).toContainText("Chi bộ cơ sở");
  expect((await organisation(house, "CQ-02-01")).kind).toBe("grassroots_branch");

  await takeBack(page, "CQ-02-01", "Chuyển đổi loại hình tổ chức đảng", "Ghi nhầm tổ chức.");
  await open(page, "CQ-02-01", `?ngay=${on}`);
  await expect(fact(page, "Loại tổ chức")).toHaveText(/Chi bộ$/);
  expect((await organisation(house, "CQ-02-01")).kind).toBe("branch");
});
