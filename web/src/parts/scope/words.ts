import { words } from "../../lib/words";

export const useScopeWords = words("scope", {
  scope: { vi: "Phạm vi, năm, thời điểm", en: "Scope, year, moment" },
  organisation: { vi: "Tổ chức", en: "Organisation" },
  year: { vi: "Năm", en: "Year" },
  structure: { vi: "Cây tổ chức", en: "Tree of organisations" },
  periodEnd: { vi: "Của ngày cuối kỳ", en: "Of the period's last day" },
  event: { vi: "Của ngày từng việc", en: "Of each event's own day" },
  asKnown: { vi: "Sổ như đã biết lúc", en: "Books as known on" },
  time: { vi: "Giờ", en: "Time" },
  timeForm: { vi: "ví dụ 17:00", en: "such as 17:00" },
  notATime: { vi: "Ghi giờ và phút: 17:00", en: "Write hours and minutes: 17:00" },
  now: { vi: "Về hiện tại", en: "Back to now" },
  past: {
    vi: "Đang xem sổ như đã biết lúc {{moment}}; những gì ghi sau lúc đó không tính.",
    en: "The books as they were known on {{moment}}; what was recorded later does not count.",
  },
});
