import { words } from "../../lib/words";

export const useFinderWords = words("finder", {
  title: { vi: "Tìm", en: "Find" },
  field: { vi: "Người, tổ chức, văn bản, mục, việc cần ghi", en: "People, organisations, documents, places, acts" },
  close: { vi: "Đóng", en: "Close" },
  begin: {
    vi: "Gõ vài chữ, có dấu hay không dấu đều được.",
    en: "Type a few letters, with accents or without.",
  },
  searching: { vi: "Đang tìm…", en: "Searching…" },
  none: { vi: "Không tìm thấy “{{text}}”. Thử ít chữ hơn.", en: "Nothing found for “{{text}}”. Try fewer words." },
  count: { vi: "{{count}} kết quả", en: "{{count}} results", one: "{{count}} result" },
  failed: {
    vi: "Chưa tìm được trong sổ; các mục và việc vẫn tìm được.",
    en: "The registers could not be searched; places and acts can.",
  },
  person: { vi: "Người", en: "People" },
  organisation: { vi: "Tổ chức", en: "Organisations" },
  directive: { vi: "Văn bản", en: "Documents" },
  place: { vi: "Mục", en: "Places" },
  act: { vi: "Việc cần ghi", en: "Acts to record" },
  keyMove: { vi: "chọn", en: "move" },
  keyOpen: { vi: "mở", en: "open" },
  keyClose: { vi: "đóng", en: "close" },
});
