// The pictures of docs/guide. With GUIDE_PICTURES=1 they are made anew; otherwise each is only tried, so that
// whoever changes a screen learns that a picture can no longer be made. Look at them before they are committed:
//
//   GUIDE_PICTURES=1 web/tests/run build/nennep guide.browser
import { readdirSync, statSync, writeFileSync } from "node:fs";
import type { Locator, Page } from "@playwright/test";
import { formOf, pick, send, write } from "../harness/acts";
import type { House, Name } from "../harness/house";
import { small } from "../harness/picture";
import { addressOf } from "../harness/places";
import { expect, rests, stands, test } from "../harness/test";

test.use({ houseName: "guide" });

const folder = "../docs/guide/images";
const isWanted = process.env.GUIDE_PICTURES === "1";
/** What one may weigh, and all together: they ship inside the program. */
const most_bytes = 60_000;
const most_bytes_of_all = 1_000_000;

interface Picture {
  name: string;
  /** Nobody, where one is not yet signed in. */
  who?: Name;
  path: string | ((house: House) => Promise<string>);
  isPhone?: true;
  /** Of the window; what is below is not in the picture. */
  height: number;
  prepare?: (page: Page) => Promise<void>;
  /** Only this, where the window is more than is needed. */
  of?: (page: Page) => Locator;
}

const dialog = (page: Page) => page.getByRole("dialog").first();
const office = (name: string, path: Picture["path"], height = 520): Picture => ({
  name,
  who: "vanphong",
  path,
  height,
});

async function firstOf(house: House, asked: string): Promise<Record<string, unknown> & { key: string }> {
  const { rows } = await house.get<{ rows: (Record<string, unknown> & { key: string })[] }>("vanphong", asked);
  if (!rows[0]) throw new Error(`${asked} is empty`);
  return rows[0];
}

async function prospect(house: House): Promise<string> {
  return `/dang-vien/${(await firstOf(house, "/people?standing=prospect&limit=1")).key}?lam=member.admitted`;
}

async function fillAdmission(page: Page): Promise<void> {
  const form = formOf(page);
  await pick(form, "Chi bộ", "CQ-01-01", /Chi bộ Văn phòng/);
  await write(form, "Có hiệu lực từ ngày", "19/5/2021");
  await write(form, "Số, ký hiệu", "77-QĐ/ĐUK");
  await form.getByText("Đã kiểm tra: ghi được.").waitFor();
  await form.getByText("Việc này cần hai người").scrollIntoViewIfNeeded();
}

async function chooseTwo(page: Page): Promise<void> {
  const boxes = page.getByRole("main").getByRole("checkbox", { name: /^Chọn \D/ });
  await boxes.nth(0).check();
  await boxes.nth(1).check();
  await page.getByText("Đã chọn 2").waitFor();
}

const pictures: Picture[] = [
  { name: "dang-nhap", path: "/dang-nhap", height: 520, of: (page) => page.getByRole("main") },
  { ...office("ghi-viec", prospect, 700), prepare: fillAdmission, of: dialog },
  { ...office("ghi-nhieu", "/dang-vien", 560), prepare: chooseTwo },
  {
    ...office("danh-sach", "/dang-vien", 560),
    prepare: async (page) => {
      await page.getByRole("button", { name: "Bộ lọc", exact: true }).click();
      await dialog(page).getByLabel("Tính đến ngày").waitFor();
    },
  },
  office("bao-cao", "/bao-cao/2020?pv=DUK", 560),
  { ...office("so-lieu", "/bao-cao/2020?pv=DUK&so=members.transfers.introduced", 600), of: dialog },
  office("chi-tieu", "/chi-tieu/2020?pv=DUK", 620),
  {
    ...office("thong-ke", "/thong-ke?pv=DUK", 640),
    prepare: (page) => page.getByRole("link", { name: "Tuổi đời theo Giới tính" }).click(),
  },
  office("to-chuc", "/to-chuc/CQ-01", 640),
  {
    ...office("sap-nhap", "/to-chuc/CQ-01?lam=organisation.merged", 560),
    prepare: (page) => pick(formOf(page), "Sáp nhập vào", "CQ-02", /CQ-02|Ủy ban Kiểm tra/),
    of: dialog,
  },
  office("dang-vien", (house) => addressOf(house, { name: "", path: "/dang-vien/{people}", who: "vanphong" }), 600),
  office("lop", async (house) => `/lop/${(await firstOf(house, "/classes?sort=-from&limit=1")).key}?tab=hoc-vien`),
  office("sinh-hoat", "/sinh-hoat"),
  office("nghi-quyet", async (house) => {
    const task = await firstOf(house, "/tasks?is_overdue=yes&limit=1");
    return `/nghi-quyet/${encodeURIComponent((task.directive as { key: string }).key)}?tab=nhiem-vu`;
  }),
  office("nhiem-vu", "/nhiem-vu"),
  office("hoat-dong", "/hoat-dong"),
  office("doan-the", "/doan-the"),
  office("dai-hoi", "/dai-hoi"),
  office(
    "cap-uy",
    async (house) => `/cap-uy/${(await firstOf(house, "/committees?sort=-seats_held&limit=1")).key}`,
    640,
  ),
  { name: "kiem-tra", who: "kiemtra", path: "/kiem-tra", height: 520 },
  {
    name: "tai-khoan",
    who: "vanphong",
    path: "/tai-khoan",
    height: 700,
    of: (page) => page.getByRole("region", { name: "Xác thực hai lớp" }),
  },
  { name: "quan-tri", who: "quantri", path: "/quan-tri/tai-khoan", height: 560 },
  { name: "nhat-ky", who: "kiemtoan", path: "/quan-tri/nhat-ky", height: 560 },
  { name: "bi-thu-sinh-hoat", who: "bithuchibo", path: "/sinh-hoat", height: 720, isPhone: true },
  {
    name: "bi-thu-dang-phi",
    who: "bithuchibo",
    path: "/dang-vien",
    height: 720,
    isPhone: true,
    prepare: chooseTwo,
  },
  { name: "ho-so-cua-toi", who: "dangvien", path: "/", height: 800, isPhone: true },
];

async function take(page: Page, { name, of }: Picture): Promise<void> {
  await rests(page);
  // Where the focus happens to be is not what the picture is about.
  await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
  const taken = small(await (of ? of(page) : page).screenshot());
  expect(taken.length, "bytes of the picture").toBeLessThan(most_bytes);
  if (isWanted) writeFileSync(`${folder}/${name}.png`, taken);
}

for (const picture of pictures) {
  test(`the guide's picture ${picture.name}`, async ({ as, stranger, house, watch }) => {
    // A form is checked while it is not yet whole, and answered so.
    watch.expected.add(422);
    const viewport = { width: picture.isPhone ? 390 : 1366, height: picture.height };
    const options = picture.isPhone ? { viewport, isMobile: true, hasTouch: true } : { viewport };
    const page = picture.who ? await as(picture.who, options) : await stranger(options);
    await page.goto(typeof picture.path === "string" ? picture.path : await picture.path(house));
    await stands(page);
    await picture.prepare?.(page);
    await take(page, picture);
  });
}

test("the guide's picture viec", async ({ as, house, watch }) => {
  watch.expected.add(422);
  const sender = await as("vanphong");
  await sender.goto(await prospect(house));
  await stands(sender);
  await fillAdmission(sender);
  await send(sender, "Gửi người thứ hai xác nhận");
  const page = await as("bithu", { viewport: { width: 1366, height: 640 } });
  await page.goto("/viec");
  await stands(page);
  await page.getByRole("region", { name: "Chờ tôi xác nhận" }).getByRole("link", { name: "Mở" }).first().click();
  await dialog(page).getByRole("button", { name: "Xác nhận và ghi vào sổ" }).waitFor();
  await take(page, { name: "viec", path: "/viec", height: 640 });
});

test("the guide shows each of these pictures, and no other", () => {
  const made = [...pictures.map(({ name }) => `${name}.png`), "viec.png"].sort();
  expect(readdirSync(folder).sort()).toEqual(made);
  const bytes = made.reduce((sum, name) => sum + statSync(`${folder}/${name}`).size, 0);
  expect(bytes).toBeLessThan(most_bytes_of_all);
});
