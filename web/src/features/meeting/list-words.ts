import { words } from "../../lib/words";

export const useMeetingsWords = words("meetings", {
  title: { vi: "Sinh hoạt, hội họp", en: "Meetings" },
  noun: { vi: "buổi sinh hoạt, cuộc họp", en: "meetings" },
});
