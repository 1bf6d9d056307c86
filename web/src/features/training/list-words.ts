import { words } from "../../lib/words";

export const useClassesWords = words("classes", {
  title: { vi: "Lớp bồi dưỡng", en: "Classes" },
  noun: { vi: "lớp", en: "classes" },
});
