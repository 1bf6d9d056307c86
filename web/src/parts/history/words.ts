import { words } from "../../lib/words";

/** Yes and no have no list of choices in the catalogue. */
export const truth = { true: { vi: "Có", en: "Yes" }, false: { vi: "Không", en: "No" } };

export const useHistoryWords = words("history", {
  title: { vi: "Diễn biến", en: "Timeline" },
  loading: { vi: "diễn biến", en: "the timeline" },
  none: { vi: "Chưa ghi việc nào.", en: "Nothing has been recorded." },
  kind: { vi: "Loại việc", en: "Kind of entry" },
  allKinds: { vi: "Tất cả ({{count}})", en: "All ({{count}})" },
  kindCount: { vi: "{{label}} ({{count}})", en: "{{label}} ({{count}})" },
  number: { vi: "Mục {{seq}}", en: "Entry {{seq}}" },
  address: { vi: "Liên kết đến mục {{seq}}", en: "Link to entry {{seq}}" },
  recorded: { vi: "Ghi lúc {{at}}, người ghi: {{by}}", en: "Recorded at {{at}} by {{by}}" },
  confirmed: { vi: "người xác nhận: {{by}}", en: "confirmed by {{by}}" },
  documentNumber: { vi: "Số {{number}}", en: "No. {{number}}" },
  documentDay: { vi: "ngày {{day}}", en: "of {{day}}" },
  voidedMark: { vi: "Đã hủy bỏ", en: "Taken back" },
  takenBack: { vi: "Hủy bỏ lúc {{at}}, người hủy: {{by}}", en: "Taken back at {{at}} by {{by}}" },
  reason: { vi: "Lý do: {{reason}}", en: "Reason: {{reason}}" },
  void: { vi: "Hủy bỏ", en: "Take back" },
  voidOne: { vi: "Hủy bỏ mục {{seq}}: {{label}}", en: "Take back entry {{seq}}: {{label}}" },
  restoreOne: { vi: "Hủy bỏ việc hủy mục {{seq}}", en: "Undo the taking back of entry {{seq}}" },
  position: { vi: "{{name}} ({{position}})", en: "{{name}} ({{position}})" },
  folded: { vi: "{{label}}: {{count}} lần", en: "{{label}}: {{count}} times" },
  foldedDays: { vi: "từ {{from}} đến {{to}}", en: "from {{from}} to {{to}}" },
  foldedMoney: { vi: "tổng {{amount}} đồng", en: "{{amount}} dong in all" },
  laterHidden: {
    vi: "{{count}} mục sau ngày {{day}} không hiện ở đây.",
    en: "{{count}} entries after {{day}} are not shown here.",
    one: "{{count}} entry after {{day}} is not shown here.",
  },
});
