import { words } from "../../lib/words";

export const useMeetingWords = words("meeting", {
  about: { vi: "Buổi sinh hoạt", en: "The meeting" },
  minutes: { vi: "Nội dung, biên bản", en: "Contents and minutes" },
});
