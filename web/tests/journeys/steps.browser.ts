// What one chooses in a screen changes its address, and is a step of the history: the copied address shows the
// same elsewhere, Back returns to what was before, Forward to what was chosen, and a reload keeps it.
import type { Page } from "@playwright/test";
import { sendForTwo } from "../harness/acts";
import type { Name } from "../harness/house";
import { addressOf, places } from "../harness/places";
import { expect, rests, stands, test } from "../harness/test";
import { expectTold, told, waits } from "../harness/told";

test.use({ houseName: "steps" });

interface Step {
  name: string;
  from: string;
  choose: (page: Page) => Promise<unknown>;
  /** What the address holds afterwards. */
  to: RegExp;
  /** It opens something over the page, and Escape closes that again. */
  opens?: boolean;
  /** Each look adds a line to it. */
  grows?: boolean;
}

const main = (page: Page) => page.getByRole("main");
const press = (name: string | RegExp) => (page: Page) => main(page).getByRole("button", { name }).first().click();
const tab = (name: string) => (page: Page) => page.getByRole("tab", { name, exact: true }).click();
const follow = (wanted: string) => (page: Page) => main(page).locator(`a[href*="${wanted}"]`).first().click();
const select = (label: string, wanted: string) => (page: Page) =>
  main(page).getByLabel(label, { exact: true }).selectOption({ label: wanted });

/** Letter by letter, as people do: it is one step all the same. */
function write(label: string, text: string) {
  return async (page: Page) => {
    const field = main(page).getByLabel(label, { exact: true }).first();
    await field.press("Control+A");
    await field.pressSequentially(text);
    await page.keyboard.press("Tab");
  };
}

function pickOption(label: string, wanted: string) {
  return async (page: Page) => {
    const field = main(page).getByLabel(label, { exact: true });
    await field.selectOption({ label: wanted });
    // At once, though the address follows a moment later.
    expect(await field.locator("option:checked").textContent()).toBe(wanted);
  };
}

function tick(filter: string, wanted: string | RegExp) {
  return async (page: Page) => {
    await page.getByRole("search").getByRole("button", { name: filter, exact: true }).click();
    await page
      .getByRole("group", { name: filter.replace(/ \(\d+\)$/, "") })
      .getByRole("checkbox", { name: wanted })
      .check();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toHaveCount(0);
  };
}

async function filterByDay(page: Page): Promise<void> {
  await page.getByRole("search").getByRole("button", { name: "Ngày quyết định kết nạp" }).click();
  await page.getByLabel("Từ", { exact: true }).pressSequentially("1/6/2020");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
}

async function scopeOfList(page: Page): Promise<void> {
  await press("Bộ lọc")(page);
  const panel = page.getByRole("dialog");
  const scope = panel.getByLabel("Phạm vi").first();
  await scope.fill("");
  await scope.pressSequentially("Chi bộ Bảo tàng");
  await page
    .getByRole("option", { name: /Chi bộ Bảo tàng/ })
    .first()
    .click();
  await page.keyboard.press("Escape");
  await expect(panel).toHaveCount(0);
}

async function otherOrganisation(page: Page): Promise<void> {
  const field = main(page).getByLabel("Tổ chức", { exact: true }).first();
  // What searches comes when somebody reaches for the field.
  await field.click();
  await field.fill("");
  await field.pressSequentially("chi bộ bảo tàng");
  await page
    .getByRole("option", { name: /Chi bộ Bảo tàng/ })
    .first()
    .click();
}

async function anotherDay(page: Page): Promise<void> {
  await press("Xem ngày khác")(page);
  await page.getByLabel("Hiện trạng ngày").fill("30/06/2020");
  await page.keyboard.press("Enter");
}

const firstColumn = (page: Page) => page.getByRole("columnheader").getByRole("button").first().click();

const lists: Step[] = [
  "dang-vien",
  "lop",
  "sinh-hoat",
  "nghi-quyet",
  "nhiem-vu",
  "hoat-dong",
  "doan-the",
  "dai-hoi",
  "cap-uy",
].map((name) => ({ name: `order of ${name}`, from: `/${name}`, choose: firstColumn, to: /sap=/ }));
const records: Step[] = places
  .filter(({ name, who }) => name.endsWith("-mot") && who === "vanphong" && name !== "to-chuc-mot")
  .map(({ name, path }) => ({
    name: `timeline of ${name}`,
    from: path,
    choose: tab("Diễn biến"),
    to: /tab=dien-bien/,
  }));

const person = "/dang-vien/{people}";
const report = "/bao-cao/2020?pv=DUK";
// Of a day: what is told of today becomes another thing at midnight.
const table = "/thong-ke?pv=DUK&ngay=2020-06-30&hang=gender&cot=standing";

const office: Step[] = [
  ...lists,
  { name: "a second order", from: "/dang-vien?sap=full_name", choose: firstColumn, to: /sap=-full_name/ },
  { name: "a filter", from: "/dang-vien", choose: tick("Giới tính", /^Nữ/), to: /gender=female/ },
  {
    name: "a second value",
    from: "/dang-vien?gender=female",
    choose: tick("Giới tính (1)", /^Nam/),
    to: /gender=male/,
  },
  {
    name: "a filter dropped",
    from: "/dang-vien?gender=female&sap=full_name",
    choose: press(/^Bỏ lọc/),
    to: /\?sap=full_name$/,
  },
  { name: "a day as filter", from: "/dang-vien", choose: filterByDay, to: /admitted_on.from=2020-06-01/ },
  { name: "scope of a list", from: "/dang-vien", choose: scopeOfList, to: /pv=/ },
  { name: "another scope of a list", from: "/dang-vien?pv=CQ-01", choose: scopeOfList, to: /pv=(?!CQ-01$)/ },
  ...records,
  { name: "a section to change", from: person, choose: press("Sửa phần Lý lịch"), to: /sua=/ },
  { name: "a past day", from: person, choose: anotherDay, to: /ngay=2020-06-30/ },
  {
    name: "a kind of entry",
    from: `${person}?tab=dien-bien`,
    choose: (page) => page.getByLabel("Loại việc").selectOption({ index: 2 }),
    to: /loai=/,
  },
  { name: "a form", from: person, choose: follow("lam=member.card_issued"), to: /lam=member.card_issued/, opens: true },
  { name: "a form of a list", from: "/lop", choose: follow("lam="), to: /lam=/, opens: true },
  {
    name: "an organisation of the tree",
    from: "/to-chuc/CQ-01",
    choose: (page) => page.getByRole("treeitem", { name: /^Chi bộ Bảo tàng/ }).click(),
    to: /to-chuc\/(?!CQ-01$)/,
  },
  {
    name: "ended organisations",
    from: "/to-chuc/CQ-01",
    choose: (page) => page.getByLabel("Kể cả tổ chức đã kết thúc").check(),
    to: /het=1/,
  },
  { name: "a day of the tree", from: "/to-chuc/CQ-01", choose: write("Vào ngày", "30/6/2019"), to: /ngay=2019-06-30/ },
  {
    name: "another day of the tree",
    from: "/to-chuc/CQ-01?ngay=2020-06-30",
    choose: write("Vào ngày", "30/6/2019"),
    to: /ngay=2019-06-30/,
  },
  {
    name: "books of the tree",
    from: "/to-chuc/CQ-01",
    choose: write("Theo sổ đến", "31/12/2099"),
    to: /biet=2099-12-31/,
  },
  { name: "a tab of an organisation", from: "/to-chuc/CQ-01", choose: tab("Cấp ủy, chức vụ"), to: /tab=cap-uy/ },
  { name: "earlier years", from: "/to-chuc/CQ-01?tab=ket-qua", choose: press("Các năm trước"), to: /den=\d{4}/ },
  {
    name: "a figure of an organisation",
    from: "/to-chuc/CQ-01?ngay=2020-12-31",
    choose: follow("so="),
    to: /so=/,
    opens: true,
  },
  { name: "a figure", from: report, choose: follow("so=members.admitted"), to: /so=members.admitted/, opens: true },
  { name: "another year", from: report, choose: select("Năm", "2019"), to: /bao-cao\/2019/ },
  { name: "another tree", from: report, choose: select("Cây tổ chức", "Của ngày từng việc"), to: /cay=event/ },
  { name: "books as known", from: report, choose: write("Sổ như đã biết lúc", "31/12/2099"), to: /biet=2099-12-31/ },
  {
    name: "targets of another year",
    from: "/chi-tieu/2020?pv=DUK",
    choose: select("Năm", "2019"),
    to: /chi-tieu\/2019/,
  },
  {
    name: "a month of a target",
    from: "/chi-tieu/2020?pv=DUK",
    choose: follow("so_thang=5"),
    to: /so_thang=5/,
    opens: true,
  },
  {
    name: "a target to be set",
    from: "/chi-tieu/2020?pv=DUK",
    choose: follow("lam=target.set"),
    to: /lam=target.set/,
    opens: true,
  },
  { name: "report of another organisation", from: report, choose: otherOrganisation, to: /pv=(?!DUK)/ },
  { name: "table of another organisation", from: table, choose: otherOrganisation, to: /pv=(?!DUK)/ },
  { name: "rows of a table", from: "/thong-ke", choose: select("Hàng", "Giới tính"), to: /hang=gender/ },
  { name: "columns of a table", from: "/thong-ke?hang=gender", choose: select("Cột", "Tư cách"), to: /cot=standing/ },
  { name: "a cell of a table", from: table, choose: follow("gender=female"), to: /dang-vien\?.*gender=female/ },
  { name: "a day of a table", from: table, choose: write("Tính đến ngày", "31/12/2020"), to: /ngay=2020-12-31/ },
  { name: "an example of a table", from: "/thong-ke", choose: follow("hang=rating"), to: /hang=rating/ },
  { name: "a page of the guide", from: "/huong-dan", choose: follow("huong-dan/thong-ke"), to: /huong-dan\/thong-ke/ },
  { name: "words in the guide", from: "/huong-dan", choose: write("Tìm trong hướng dẫn", "kết nạp"), to: /q=k/ },
];

const steps: Partial<Record<Name, Step[]>> = {
  vanphong: office,
  kiemtra: [
    { name: "order of kiem-tra", from: "/kiem-tra", choose: firstColumn, to: /sap=/ },
    { name: "timeline of a case", from: "/kiem-tra/{inspections}", choose: tab("Diễn biến"), to: /tab=dien-bien/ },
  ],
  quantri: [
    { name: "a part of the administration", from: "/quan-tri/tai-khoan", choose: tab("Quyền"), to: /quan-tri\/quyen/ },
    {
      name: "words for accounts",
      from: "/quan-tri/tai-khoan",
      choose: write("Tìm theo tên, vai trò, tổ chức", "chi bộ"),
      to: /q=chi/,
    },
    {
      name: "an account",
      from: "/quan-tri/tai-khoan?q=chi",
      choose: follow("mo=dangvien"),
      to: /q=chi&mo=dangvien/,
      opens: true,
    },
    { name: "a new account", from: "/quan-tri/tai-khoan", choose: press("Thêm tài khoản"), to: /them=1/, opens: true },
    { name: "the rights of a role", from: "/quan-tri/quyen", choose: pickOption("Vai trò", "Đảng viên"), to: /vai=/ },
    { name: "words for rights", from: "/quan-tri/quyen", choose: write("Tìm quyền", "xem"), to: /q=xem/ },
  ],
  kiemtoan: [
    {
      name: "an act of the log",
      from: "/quan-tri/nhat-ky",
      choose: pickOption("Việc", "Đăng nhập"),
      to: /viec=sign_in/,
      grows: true,
    },
    {
      name: "an account of the log",
      from: "/quan-tri/nhat-ky",
      choose: write("Tài khoản", "quantri"),
      to: /ai=quantri/,
      grows: true,
    },
    {
      name: "a day of the log",
      from: "/quan-tri/nhat-ky",
      choose: write("Từ ngày", "1/6/2020"),
      to: /tu=2020-06-01/,
      grows: true,
    },
  ],
  bithu: [{ name: "what waits", from: "/viec", choose: follow("mo="), to: /mo=/, opens: true }],
};

interface View {
  address: string;
  told: string;
}

async function expectAt(page: Page, view: View, what: string, grows: boolean): Promise<void> {
  await expect(page, what).toHaveURL(view.address);
  await expectTold(page, view.told, what, grows);
}

/** From `before`, at which the page stands, and back to it. */
async function expectStep(step: Step, before: View, page: Page, other: Page): Promise<void> {
  const { name, choose, to, opens = false, grows = false } = step;
  await choose(page);
  await expect(page, name).toHaveURL(to);
  await other.goto(page.url());
  await rests(other);
  const after = { address: other.url(), told: "" };
  await expect(async () => {
    after.told = await told(other, grows);
    expect(after.told).not.toContain(waits);
    expect(await told(page, grows), `${name}: chosen, as at the copied address`).toBe(after.told);
    if (!grows) expect(after.told, `${name} changes the page`).not.toBe(before.told);
  }).toPass({ intervals: [100], timeout: 10_000 });
  // However many keys it took, one Back undoes it.
  await page.goBack();
  await expectAt(page, before, `${name}: Back`, grows);
  await page.goForward();
  await expectAt(page, after, `${name}: Forward`, grows);
  await page.reload();
  await expectAt(page, after, `${name}: reload`, grows);
  if (opens) await page.keyboard.press("Escape");
  else await page.goBack();
  await expectAt(page, before, `${name}: left`, grows);
}

for (const [who, own] of Object.entries(steps) as [Name, Step[]][]) {
  test(`${own.length} steps of ${who}: copied address, Back, Forward, reload`, async ({ as, house }) => {
    test.setTimeout(600_000);
    if (who === "bithu") await sendForTwo(house);
    const page = await as(who);
    const other = await as(who);
    for (const from of new Set(own.map((step) => step.from))) {
      const there = own.filter((step) => step.from === from);
      const grows = there.some((step) => step.grows);
      await page.goto(await addressOf(house, { name: from, path: from, who }));
      await stands(page);
      const before = { address: page.url(), told: await told(page, grows) };
      for (const step of there) await test.step(step.name, () => expectStep(step, before, page, other));
    }
  });
}
