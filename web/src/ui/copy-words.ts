import { words } from "../lib/words";

export const useCopyWords = words("copy", {
  copy: { vi: "Sao chép liên kết", en: "Copy link" },
  copied: { vi: "Đã sao chép", en: "Copied" },
  failed: { vi: "Chưa sao chép được, hãy chép ở thanh địa chỉ", en: "Not copied: take it from the address bar" },
});
