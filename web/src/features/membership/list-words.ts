import { words } from "../../lib/words";

export const usePeopleWords = words("people", {
  title: { vi: "Đảng viên", en: "Members" },
  noun: { vi: "đảng viên", en: "members" },
});
