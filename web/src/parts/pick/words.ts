import { words } from "../../lib/words";

export const usePickWords = words("pick", {
  find: { vi: "Gõ tên, có dấu hoặc không dấu", en: "Type a name, with or without accents" },
  searching: { vi: "Đang tìm…", en: "Searching…" },
  none: { vi: "Không tìm thấy. Thử ít chữ hơn.", en: "Nothing found. Try fewer letters." },
  failed: { vi: "Chưa tìm được. Kiểm tra mạng rồi gõ lại.", en: "Search failed. Check the network and type again." },
  more: { vi: "Còn {{count}} kết quả nữa. Gõ thêm để thu hẹp.", en: "{{count}} more. Type more to narrow down." },
  found: { vi: "{{count}} kết quả", en: "{{count}} found", one: "{{count}} found" },
  unchosen: { vi: "Chọn một dòng trong danh sách.", en: "Choose one of the list." },
  clear: { vi: "Bỏ chọn {{label}}", en: "Remove {{label}}" },
});
