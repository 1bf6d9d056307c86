import { words } from "../../lib/words";

export const useInspectionsWords = words("inspections", {
  title: { vi: "Kiểm tra, giám sát, kỷ luật", en: "Inspections" },
  noun: { vi: "cuộc, đơn thư", en: "cases" },
});
