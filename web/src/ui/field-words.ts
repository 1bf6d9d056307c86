import { words } from "../lib/words";

export const useFieldWords = words("field", {
  notADay: {
    vi: "Chưa đọc được ngày này. Ghi ngày/tháng/năm, năm đủ bốn chữ số: 26/03/2026.",
    en: "This is no day. Write day/month/year with four digits for the year: 26/03/2026.",
  },
  notAMonth: { vi: "Chưa đọc được tháng này. Ghi tháng/năm: 03/2026.", en: "This is no month. Write 03/2026." },
  notAYearOrDay: {
    vi: "Ghi năm (2026) hoặc ngày/tháng/năm (26/03/2026).",
    en: "Write a year (2026) or day/month/year (26/03/2026).",
  },
  notANumber: { vi: "Chưa đọc được số này. Ví dụ: 1.234,5", en: "This is no number. For example: 1,234.5" },
  notWhole: { vi: "Ghi số nguyên, không có phần lẻ.", en: "Write a whole number." },
  day: { vi: "ngày/tháng/năm", en: "day/month/year" },
  month: { vi: "tháng/năm", en: "month/year" },
  yearOrDay: { vi: "năm, hoặc ngày/tháng/năm", en: "year, or day/month/year" },
  today: { vi: "Hôm nay", en: "Today" },
});
