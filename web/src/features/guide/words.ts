import { words } from "../../lib/words";

export const useGuideWords = words("guide", {
  title: { vi: "Hướng dẫn", en: "Guide" },
  contents: { vi: "Các trang hướng dẫn", en: "Pages of the guide" },
  search: { vi: "Tìm trong hướng dẫn", en: "Search the guide" },
  found: { vi: "{{count}} đoạn có “{{text}}”", en: "{{count}} passages with “{{text}}”" },
  noneFound: { vi: "Không có đoạn nào. Thử ít chữ hơn.", en: "No passage. Try fewer words." },
  noPage: { vi: "Chưa có trang hướng dẫn này", en: "There is no such page in the guide" },
  noPageWhat: {
    vi: "Chọn một trang trong danh sách, hoặc tìm theo từ.",
    en: "Choose a page of the list, or search for words.",
  },
  onlyVietnamese: { vi: "Hướng dẫn bằng tiếng Việt.", en: "The guide is written in Vietnamese." },
});
