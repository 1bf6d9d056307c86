import { words } from "../../lib/words";

export const useActivitiesWords = words("activities", {
  title: { vi: "Hoạt động", en: "Activities" },
  noun: { vi: "hoạt động", en: "activities" },
  massOrganisations: { vi: "Đoàn thể", en: "Mass organisations" },
  massOrganisationsNoun: { vi: "tổ chức đoàn thể", en: "mass organisations" },
});
