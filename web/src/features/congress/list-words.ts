import { words } from "../../lib/words";

export const useCongressWords = words("congresses", {
  title: { vi: "Đại hội", en: "Congresses" },
  noun: { vi: "đại hội", en: "congresses" },
  committees: { vi: "Cấp ủy", en: "Committees" },
  committeesNoun: { vi: "cấp ủy", en: "committees" },
});
