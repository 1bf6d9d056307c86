import { words } from "../../lib/words";

export const useRecordWords = words("record", {
  loading: { vi: "hồ sơ", en: "the record" },
  overview: { vi: "Tổng quan", en: "Overview" },
  history: { vi: "Diễn biến", en: "Timeline" },
  tabs: { vi: "Các phần của hồ sơ", en: "Parts of the record" },
  facts: { vi: "Hiện trạng", en: "As it stands" },
  since: { vi: "từ {{day}}", en: "since {{day}}" },
  sinceEntry: { vi: "{{label}}: xem việc ghi từ {{day}}", en: "{{label}}: the entry of {{day}}" },
  unknown: { vi: "Chưa có", en: "Not known" },
  masked: { vi: "Đã che", en: "Masked" },
  reveal: { vi: "Hiện", en: "Show" },
  revealOne: { vi: "Hiện {{label}}", en: "Show {{label}}" },
  revealLogged: {
    vi: "Mục này được che. Mỗi lần hiện đều được ghi vào nhật ký truy cập.",
    en: "This is masked. Each showing is recorded in the access log.",
  },
  revealNoRight: {
    vi: "Mục này được che với tài khoản này.",
    en: "This is masked for this account.",
  },
  revealed: { vi: "Lần hiện này đã được ghi lại.", en: "This showing has been recorded." },
  change: { vi: "Sửa", en: "Change" },
  changeSection: { vi: "Sửa phần {{section}}", en: "Change {{section}}" },
  missing: {
    vi: "Thiếu {{count}} mục",
    en: "{{count}} items are missing",
    one: "{{count}} item is missing",
  },
  restricted: { vi: "Hạn chế. Lần xem này được ghi lại.", en: "Restricted. This look is recorded." },
  asOf: { vi: "Xem như ngày {{day}}", en: "As of {{day}}" },
  asKnown: { vi: "theo những gì đã ghi đến {{moment}}", en: "by what had been recorded until {{moment}}" },
  asOfOnlyLook: {
    vi: "Chỉ xem; muốn ghi việc mới, hãy về hôm nay.",
    en: "For looking only; go back to today to record.",
  },
  backToToday: { vi: "Về hôm nay", en: "Back to today" },
  otherDay: { vi: "Xem ngày khác", en: "Another day" },
  day: { vi: "Hiện trạng ngày", en: "As it stood on" },
  known: { vi: "Theo sổ đã ghi đến hết ngày", en: "As recorded until the end of" },
  knownAbout: {
    vi: "Bỏ trống để tính cả những gì ghi về sau.",
    en: "Leave empty to count what was recorded later, too.",
  },
  look: { vi: "Xem", en: "Show" },
  print: { vi: "In", en: "Print" },
  printed: { vi: "In lúc {{at}}, {{by}}", en: "Printed at {{at}} by {{by}}" },
  notFound: { vi: "Không có hồ sơ này", en: "There is no such record" },
  notFoundWhat: {
    vi: "Địa chỉ có thể đã gõ sai, hoặc hồ sơ nằm ngoài phạm vi của tài khoản này.",
    en: "The address may be mistyped, or the record lies outside what this account may see.",
  },
  notThen: { vi: "{{when}}: chưa có hồ sơ này", en: "{{when}}: this record was not there" },
  notThenWhat: {
    vi: "Hồ sơ được lập hoặc ghi vào sổ sau đó, hoặc nằm ngoài phạm vi của tài khoản này.",
    en: "It was opened or recorded later, or lies outside what this account may see.",
  },
});
