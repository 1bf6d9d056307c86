import { words } from "../lib/words";

export const useTableWords = words("table", {
  choose: { vi: "Chọn {{name}}", en: "Select {{name}}" },
  chooseLoaded: { vi: "Chọn {{count}} dòng đã tải", en: "Select the {{count}} rows loaded" },
  sortBy: { vi: "Xếp theo {{name}}", en: "Sort by {{name}}" },
  order: { vi: "Xếp theo", en: "Sort by" },
  up: { vi: "{{name}}, tăng dần", en: "{{name}}, ascending" },
  down: { vi: "{{name}}, giảm dần", en: "{{name}}, descending" },
  unordered: { vi: "Theo mã", en: "By key" },
  printedAll: { vi: "Tất cả {{total}} dòng.", en: "All {{total}} rows." },
  printedPart: {
    vi: "{{printed}} dòng đầu trong tổng số {{total}} dòng.",
    en: "The first {{printed}} of {{total}} rows.",
  },
  coming: { vi: "Đang tải dòng {{row}}", en: "Loading row {{row}}" },
});
