import { words } from "../../lib/words";

export const useInspectionWords = words("inspection", {
  about: { vi: "Cuộc kiểm tra, giám sát", en: "The case" },
  conclusion: { vi: "Kết luận", en: "Conclusion" },
});
