import { words } from "../../lib/words";

export const useTargetWords = words("target", {
  targets: { vi: "Chỉ tiêu", en: "Targets" },
  title: { vi: "Chỉ tiêu năm {{year}}", en: "Targets of {{year}}" },
  set: { vi: "Giao chỉ tiêu", en: "Set a target" },
  report: { vi: "Báo cáo năm {{year}}", en: "Report of {{year}}" },
  own: { vi: "Chỉ tiêu của {{organisation}}", en: "Targets of {{organisation}}" },
  none: { vi: "Chưa giao chỉ tiêu nào cho năm {{year}}", en: "No target is set for {{year}}" },
  noneWhy: {
    vi: "Chỉ tiêu được giao cho từng tổ chức, từng năm; giao xong sẽ hiện cả kết quả và phần còn thiếu.",
    en: "Targets are set for one organisation and one year; what has been reached and what is missing shows here.",
  },
  noOrganisation: { vi: "Chưa chọn tổ chức", en: "No organisation chosen" },
  noOrganisationWhat: { vi: "Chọn một tổ chức ở ô trên.", en: "Choose an organisation above." },
  below: { vi: "Chỉ tiêu của tổ chức cấp dưới", en: "Targets of organisations below" },
  organisation: { vi: "Tổ chức", en: "Organisation" },
  count: { vi: "Số chỉ tiêu", en: "Targets" },
  trend: { vi: "{{label}}, theo tháng", en: "{{label}}, by month" },
  failed: { vi: "Chưa tải được số liệu này", en: "This figure could not be loaded" },
});
