// What the log notes in the program's words, in those of people: what of a file was seen, what of an account changed.
import { useCatalogue } from "../../api/catalogue";
import { shownDay } from "../../lib/day";
import { useLabel, words } from "../../lib/words";

const useDetailWords = words("log-detail", {
  record: { vi: "hồ sơ", en: "the file" },
  history: { vi: "lịch sử", en: "the history" },
  statistics: { vi: "thống kê", en: "statistics" },
  identity: { vi: "số định danh", en: "identity numbers" },
  family: { vi: "gia đình, nơi ở", en: "family and home" },
  health: { vi: "sức khỏe", en: "health" },
  discipline: { vi: "kỷ luật", en: "discipline" },
  report: { vi: "Báo cáo năm {{year}}, dạng {{form}}", en: "Report of {{year}} as {{form}}" },
  added: { vi: "thêm", en: "added" },
  removed: { vi: "bỏ", en: "removed" },
  changed: { vi: "đổi", en: "changed" },
  reset: { vi: "cấp liên kết dùng một lần", en: "given a link that counts once" },
  byLink: { vi: "đặt bằng liên kết dùng một lần", en: "set by a link that counts once" },
  firstAdministrator: { vi: "quản trị đầu tiên", en: "the first administrator" },
  newRecoveryCodes: { vi: "mã khôi phục mới", en: "new recovery codes" },
  anotherSession: { vi: "phiên khác", en: "another session" },
  confirm: { vi: "khi xác nhận mật khẩu", en: "when confirming the password" },
  changeOfPassword: { vi: "khi đổi mật khẩu", en: "when changing the password" },
  tokenEnded: { vi: "hủy mã truy cập", en: "token ended" },
  unused: { vi: "khóa vì lâu không dùng", en: "disabled, long unused" },
  disable: { vi: "khóa", en: "disabled" },
  enable: { vi: "mở khóa", en: "enabled" },
  dropSecondFactor: { vi: "bỏ xác thực hai lớp", en: "second factor dropped" },
  grants: { vi: "vai trò", en: "roles" },
  noGrants: { vi: "không có", en: "none" },
  waits: { vi: "(chờ người thứ hai)", en: "(waits for a second person)" },
  alone: { vi: "(không có người thứ hai)", en: "(no second person)" },
  agreed: { vi: "đồng ý với {{by}}: {{what}}", en: "agreed with {{by}}: {{what}}" },
  declined: { vi: "không đồng ý với {{by}}: {{what}}", en: "declined what {{by}} asked: {{what}}" },
  token: { vi: "tạo mã truy cập: {{scopes}}", en: "token made: {{scopes}}" },
  held: { vi: "{{role}} ở {{place}}", en: "{{role}} at {{place}}" },
  from: { vi: "từ {{day}}", en: "from {{day}}" },
  until: { vi: "đến {{day}}", en: "until {{day}}" },
});

// What stands there as it is.
const plain = {
  record: "record",
  history: "history",
  statistics: "statistics",
  identity: "identity",
  family: "family",
  health: "health",
  discipline: "discipline",
  added: "added",
  removed: "removed",
  changed: "changed",
  reset: "reset",
  "by link": "byLink",
  "first administrator": "firstAdministrator",
  "new recovery codes": "newRecoveryCodes",
  "another session": "anotherSession",
  confirm: "confirm",
  "change of password": "changeOfPassword",
  "token ended": "tokenEnded",
  "disabled: unused": "unused",
  disable: "disable",
  enable: "enable",
  drop_second_factor: "dropSecondFactor",
  grants: "grants",
} as const;
type Plain = keyof typeof plain;
const isPlain = (text: string): text is Plain => Object.hasOwn(plain, text);
const asides = [
  ["(waits for a second person)", "waits"],
  ["(no second person)", "alone"],
] as const;
const forms = ["json", "text", "docx", "pdf", "xlsx"];

export function useLogDetail(): (detail: string) => string {
  const say = useDetailWords();
  const label = useLabel();
  const { data: catalogue } = useCatalogue();

  /** "office@DUK from 2020-01-01", as the log has it. */
  function roleIn(grant: string): string {
    const parts = /^(\w+)@(\S*)(?: from (\S+))?(?: until (\S+))?$/.exec(grant);
    if (!parts) return grant;
    const [, name, place, from, until] = parts;
    const role = catalogue?.roles.find((one) => one.role === name);
    const called = role ? label(role.label) : (name ?? "");
    return [
      place ? say("held", { role: called, place }) : called,
      from && say("from", { day: shownDay(from) }),
      until && say("until", { day: shownDay(until) }),
    ]
      .filter(Boolean)
      .join(" ");
  }

  const known = (text: string) => (isPlain(text) ? say(plain[text]) : text);

  /** An act on an account: its name, or with the roles that were given. */
  function actIn(text: string): string {
    const aside = asides.find(([written]) => text.endsWith(` ${written}`));
    const act = aside ? text.slice(0, -aside[0].length - 1) : text;
    const grants = /^grants: ?(.*)$/.exec(act)?.[1];
    const said =
      grants === undefined
        ? known(act)
        : `${say("grants")}: ${grants === "" ? say("noGrants") : grants.split(", ").map(roleIn).join(", ")}`;
    return aside ? `${said} ${say(aside[1])}` : said;
  }

  return (detail) => {
    const [form, year] = detail.split(" ");
    if (form && forms.includes(form)) return say("report", { form: form.toUpperCase(), year: year ?? "" });
    const settled = /^(agreed to|declined) (\w+) asked by (.+?)(?:: (.*))?$/.exec(detail);
    if (settled) {
      const [, how, act, by, grants] = settled;
      const what = actIn(grants === undefined ? (act ?? "") : `${act}: ${grants}`);
      return say(how === "declined" ? "declined" : "agreed", { by: by ?? "", what });
    }
    const scopes = /^token made: (.*)$/.exec(detail)?.[1];
    if (scopes !== undefined) return say("token", { scopes });
    const named = [...(catalogue?.lists ?? []), ...(catalogue?.figures ?? [])].find(({ name }) => name === detail);
    return named ? label(named.label) : actIn(detail);
  };
}
