// What people type, and what they should not be able to: Vietnamese by the keys of an input method, and markup
// that must stay text (S8).
import type { Locator, Page } from "@playwright/test";
import { formOf, sendForTwo } from "../harness/acts";
import type { House, Name } from "../harness/house";
import { addressOf, firstKey } from "../harness/places";
import { expect, stands, test } from "../harness/test";

test.use({ houseName: "text" });

/**
 * Types as UniKey and its like do: each mark takes back what it changes, by Backspace, and inserts it anew.
 * "Đảng" is D, D→Đ, a, n, g, then back to the vowel for its mark.
 */
async function typeByInputMethod(page: Page, text: string): Promise<void> {
  const bare = (letter: string) =>
    letter
      .normalize("NFD")
      .replace(/[\u0300-\u036f]/g, "")
      .replace("đ", "d")
      .replace("Đ", "D");
  for (const word of text.split(/(?<= )/)) {
    for (const letter of word) await page.keyboard.type(bare(letter));
    const first = [...word].findIndex((letter) => bare(letter) !== letter);
    if (first < 0) continue;
    const rest = [...word].slice(first);
    for (const _ of rest) await page.keyboard.press("Backspace");
    await page.keyboard.insertText(rest.join(""));
  }
}

const typed = "Đồng chí Nguyễn Thị Thủy, Chi bộ Văn phòng ";
/** For fields of a kind that has been tried with more. */
const briefly = "Đỗ Thị Thủy ";

async function expectTyped(page: Page, field: Locator, what: string, typed: string): Promise<void> {
  await field.click();
  await field.fill("");
  await typeByInputMethod(page, typed);
  expect(await field.inputValue(), what).toBe(typed);
  const caret = await field.evaluate((each) => (each as HTMLInputElement).selectionStart);
  expect(caret, `${what}: caret`).toBe(typed.length);
}

test("every text field takes Vietnamese as input methods type it", async ({ as, watch }) => {
  test.setTimeout(300_000);
  watch.expected.add(422);
  const page = await as("vanphong");
  const places = [
    "/dang-vien",
    "/dang-vien?lam=person.registered",
    "/sinh-hoat?lam=meeting.held",
    "/bao-cao/2020?pv=DUK&so=members.admitted",
  ];
  for (const place of places) {
    await page.goto(place);
    await stands(page);
    const scope = (await formOf(page).count()) > 0 ? formOf(page) : page.getByRole("main");
    for (const fold of await scope.locator("details:not([open]) > summary").all()) await fold.click();
    const fields = scope.locator("input[type=text]:not([readonly]), input[type=search], textarea, input:not([type])");
    const count = await fields.count();
    expect(count, place).toBeGreaterThan(0);
    for (let index = 0; index < count; index += 1) {
      const field = fields.nth(index);
      if (!(await field.isVisible()) || !(await field.isEditable())) continue;
      const name = await field.evaluate((each) => (each as HTMLInputElement).labels?.[0]?.textContent ?? each.id);
      await expectTyped(page, field, `${place} ${name}`, index === 0 ? typed : briefly);
      await page.keyboard.press("Tab");
    }
  }
});

interface Field {
  path: string;
  label: string;
  who?: Name;
  /** What is pressed before it is there. */
  press?: string[];
  key?: string;
  /** What stands in it is part of the address, and comes there whole. */
  inAddress?: string;
}

/** One field of each kind that is no field of an act's form. */
const kinds: Field[] = [
  { path: "/dang-vien", label: "Tìm trong danh sách" },
  { path: "/dang-vien", key: "Control+k", label: "Người, tổ chức, văn bản" },
  { path: "/dang-vien", press: ["Bộ lọc đã lưu"], label: "Tên bộ lọc đang xem" },
  { path: "/dang-vien", press: ["Bộ lọc"], label: "Phạm vi" },
  { path: "/dang-vien/{people}?sua=ly-lich", label: "Tên gọi khác" },
  {
    path: "/dang-vien?lam=member.card_issued&lam_ve=person:DV000001&lam_ve=person:DV000002",
    label: "Cơ quan ban hành",
  },
  { path: "/to-chuc/CQ-01", label: "Tìm tổ chức" },
  { path: "/bao-cao/2020?pv=DUK", label: "Tổ chức" },
  { path: "/bao-cao/2020?pv=DUK&so=members.admitted", label: "Tìm trong danh sách" },
  { path: "/thong-ke?pv=DUK", label: "Tổ chức" },
  { path: "/huong-dan", label: "Tìm trong hướng dẫn", inAddress: "q" },
  { path: "/quan-tri/tai-khoan", who: "quantri", label: "Tìm theo tên, vai trò, tổ chức", inAddress: "q" },
  { path: "/quan-tri/tai-khoan?them=1", who: "quantri", label: "Tên tài khoản" },
  { path: "/lop/{classes}?tab=hoc-vien", press: ["Cử nhiều người"], label: "Những người được cử" },
  { path: "/tai-khoan", press: ["Tạo mã truy cập"], label: "Tên để nhớ" },
  { path: "/quan-tri/quyen", who: "quantri", label: "Tìm quyền", inAddress: "q" },
  { path: "/quan-tri/nhat-ky", who: "kiemtoan", label: "Tài khoản" },
];

async function expectField(page: Page, house: House, field: Field): Promise<void> {
  const { path, label, press = [], key, inAddress, who = "vanphong" } = field;
  await page.goto(await addressOf(house, { name: path, path, who }));
  await stands(page);
  for (const name of press) await page.getByRole("button", { name, exact: true }).click();
  if (key) await page.keyboard.press(key);
  // What lies over the page comes last.
  const over = page.locator("main, [role=dialog]").last();
  const input = over.getByLabel(label).and(page.locator("input, textarea")).first();
  await input.click();
  // Some fetch what searches when one reaches for them, and cannot be written in until then.
  await expect(input).toBeEditable();
  await expect(input).toBeFocused();
  await expectTyped(page, input, `${path} ${label}`, briefly);
  if (inAddress) await expect.poll(() => new URL(page.url()).searchParams.get(inAddress)).toBe(briefly);
}

for (const who of ["vanphong", "quantri", "kiemtoan"] as const) {
  test(`each kind of text field of ${who} takes Vietnamese as input methods type it`, async ({ as, house, watch }) => {
    test.setTimeout(300_000);
    for (const status of [404, 422]) watch.expected.add(status);
    const page = await as(who);
    for (const field of kinds) if ((field.who ?? "vanphong") === who) await expectField(page, house, field);
  });
}

test("reasons, and the name at the door, take Vietnamese as input methods type it", async ({
  as,
  house,
  watch,
  stranger,
}) => {
  // The form asks whether what stands in it so far could be recorded.
  watch.expected.add(422);
  const key = await firstKey(house, "vanphong", "people");
  const { events } = await house.get<{ events: { seq: number }[] }>(
    "vanphong",
    `/events?subject_type=person&key=${key}`,
  );
  const office = await as("vanphong");
  await office.goto(`/dang-vien/${key}?lam=event.voided&lam_ve=person:${key}&lam_muc=${events[0]?.seq}`);
  await expectTyped(office, formOf(office).locator("textarea").first(), "why it is taken back", typed);

  const id = await sendForTwo(house);
  const secretary = await as("bithu");
  await secretary.goto(`/viec?mo=${id}`);
  await formOf(secretary).getByRole("button", { name: "Từ chối" }).click();
  await expectTyped(secretary, formOf(secretary).getByLabel("Vì sao từ chối"), "why it is refused", typed);

  const door = await stranger();
  await door.goto("/dang-nhap");
  await expectTyped(door, door.getByLabel("Tên tài khoản"), "the name at the door", briefly);
});

const vectors = [
  "<script>window.broken=1</script>",
  "<img src=x onerror=window.broken=1>",
  "<svg/onload=window.broken=1>",
  "<svg><animate onbegin=window.broken=1 attributeName=x dur=1s>",
  "<iframe srcdoc='<script>parent.broken=1</script>'>",
  "<a href=javascript:window.broken=1>x</a>",
  "javascript:window.broken=1",
  "<details open ontoggle=window.broken=1>",
  "<body onload=window.broken=1>",
  "<input autofocus onfocus=window.broken=1>",
  "<style>@import 'javascript:window.broken=1'</style>",
  "<math href=javascript:window.broken=1>x",
  "<object data=javascript:window.broken=1>",
  "<embed src=javascript:window.broken=1>",
  "<form action=javascript:window.broken=1><button>x",
  "<video><source onerror=window.broken=1>",
  "<marquee onstart=window.broken=1>x",
  "{{constructor.constructor('window.broken=1')()}}",
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is one for others
  "${window.broken=1}",
  "[x](javascript:window.broken=1)",
  "<template><script>window.broken=1</script></template>",
  "<base href=//evil.example/>",
  "<link rel=stylesheet href=//evil.example/x.css>",
  "<meta http-equiv=refresh content='0;url=//evil.example'>",
  "<x contenteditable onblur=window.broken=1>",
];
const wrappings: ((vector: string) => string)[] = [
  (vector) => vector,
  (vector) => `"><!--${"-"}->${vector}`,
  (vector) => `'>${vector}`,
  (vector) => `</textarea>${vector}`,
  (vector) => `</title>${vector}`,
  (vector) => `</style></script>${vector}`,
  (vector) => vector.replaceAll("<", "&lt;").replaceAll(">", "&gt;"),
  (vector) => vector.replaceAll("<", "&#60;"),
  (vector) => vector.replaceAll("<", "\uFF1C"),
  (vector) => encodeURIComponent(vector),
  (vector) => vector.replace(/script/gi, "ScRiPt"),
  (vector) => vector.replaceAll(" ", "/"),
  (vector) => `]]>${vector}`,
  (vector) => `\\u003c${vector.slice(1)}`,
  (vector) => `${vector}${vector}`,
  (vector) => `Chi bộ ${vector} Văn phòng`,
  (vector) => `\`${vector}\``,
  (vector) => `--!>${vector}`,
  (vector) => `</svg>${vector}`,
  (vector) => `" autofocus onfocus=window.broken=1 x="${vector}`,
];
const payloads = wrappings.flatMap((wrap) => vectors.map(wrap));

test("500 payloads in text fields are shown as they are, and none runs", async ({ as, house, watch }) => {
  test.setTimeout(480_000);
  expect(payloads.length).toBe(500);
  const fields =
    "other_name birth_place home_place residence temporary_residence ethnicity religion class_background occupation post education professional academic_title political_theory foreign_language informatics minority_language health phone email note".split(
      " ",
    );
  const keys: string[] = [];
  for (let first = 0; first < payloads.length; first += fields.length) {
    const own = payloads.slice(first, first + fields.length);
    const key = `MA-${first}`;
    const data = Object.fromEntries(own.map((payload, index) => [fields[index] ?? "note", payload]));
    const registered = {
      type: "person.registered",
      subject: key,
      effective_on: "2020-05-02",
      authority: { number: own[0], issuer: own[1] ?? own[0] },
      data: {
        ...data,
        full_name: own[2] ?? own[0],
        gender: "female",
        birth_date: "1990-01-01",
        organisation: "CQ-01-01",
      },
    };
    const answer = await house.ask("vanphong", "/events", registered);
    // What the books refuse cannot be shown; what they take has to be shown as it is.
    if (answer.ok) keys.push(key);
    else expect(answer.status, await answer.text()).toBe(422);
  }
  expect(keys.length, "payloads that the books took").toBeGreaterThan(20);
  watch.expected.add(422);
  const page = await as("vanphong");
  const broken = () => page.evaluate(() => (window as unknown as { broken?: unknown }).broken);
  for (const key of keys) {
    for (const tab of ["", "?tab=dien-bien"]) {
      await page.goto(`/dang-vien/${key}${tab}`);
      await stands(page);
      expect(await broken(), `${key}${tab}`).toBeUndefined();
    }
  }
  // In lists, in what is found, and in the words of an error.
  for (const place of [
    "/dang-vien?q=broken",
    "/dang-vien?q=%3Cimg%20src%3Dx%20onerror%3Dwindow.broken%3D1%3E",
    "/to-chuc/%3Cimg%3E?tab=%3Cscript%3E",
  ]) {
    for (const status of [400, 404]) watch.expected.add(status);
    await page.goto(place);
    await stands(page);
    expect(await broken(), place).toBeUndefined();
  }
});
