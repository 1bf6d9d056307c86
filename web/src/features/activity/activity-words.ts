import { words } from "../../lib/words";

export const useActivityWords = words("activity", {
  about: { vi: "Hoạt động", en: "The activity" },
  massAbout: { vi: "Tổ chức đoàn thể", en: "The mass organisation" },
  evaluations: { vi: "Xếp loại từng năm", en: "Rated year by year" },
});
