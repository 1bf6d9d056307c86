import { words } from "../../lib/words";

export const useReportWords = words("report", {
  report: { vi: "Báo cáo năm", en: "Annual report" },
  title: { vi: "Báo cáo tổng kết năm {{year}}", en: "Annual report {{year}}" },
  files: { vi: "Tải về, in, sao chép liên kết", en: "Download, print, copy link" },
  docx: { vi: "DOCX", en: "DOCX" },
  pdf: { vi: "PDF", en: "PDF" },
  xlsx: { vi: "XLSX", en: "XLSX" },
  print: { vi: "In", en: "Print" },
  failed: { vi: "Chưa tải được, hãy thử lại", en: "Not downloaded, try again" },
  keyFigures: { vi: "Số liệu chính", en: "Key figures" },
  figure: { vi: "Số liệu", en: "Figure" },
  thisYear: { vi: "Năm {{year}}", en: "{{year}}" },
  difference: { vi: "Chênh lệch", en: "Difference" },
  target: { vi: "Chỉ tiêu", en: "Target" },
  nextTarget: { vi: "Chỉ tiêu {{year}}", en: "Target {{year}}" },
  standing: { vi: "Kết quả", en: "Result" },
  byThisTree: {
    vi: "số năm trước tính theo phạm vi tổ chức cuối năm nay, nên không có danh sách riêng",
    en: "the year before is counted by this year's tree, so it has no list of its own",
  },
  byThisTreeNote: {
    vi: "Tổ chức được thành lập trong năm: số năm trước tính theo phạm vi tổ chức cuối năm nay.",
    en: "Formed within the year: the year before is counted by this year's tree.",
  },
  madeFrom: {
    vi: "Lập từ sổ đến mục {{seq}} ({{hash}}…)",
    en: "Made from the journal up to entry {{seq}} ({{hash}}…)",
  },
  month: { vi: "{{month}}", en: "{{month}}" },
  monthOf: { vi: "T{{month}}", en: "M{{month}}" },
  compare: { vi: "So với sổ như đã biết lúc khác", en: "Compare with the books as known at another moment" },
  compareWith: { vi: "Sổ như đã biết lúc", en: "Books as known on" },
  compareAbout: {
    vi: "Báo cáo đã gửi ngày nào thì chọn ngày đó: bảng dưới cho biết số liệu nào đã đổi vì có bản ghi mới, bản ghi muộn hoặc bản ghi bị hủy.",
    en: "Choose the day on which a report was sent: the table tells which figures have changed by new, late or voided entries.",
  },
  noDifference: { vi: "Không số liệu nào khác.", en: "No figure differs." },
  differences: { vi: "Số liệu khác nhau", en: "Figures that differ" },
  now: { vi: "Đang xem", en: "As shown" },
  earlier: { vi: "Như đã biết lúc {{moment}}", en: "As known on {{moment}}" },
  notThen: {
    vi: "Lúc đó sổ chưa có tổ chức này, hoặc tài khoản không được xem.",
    en: "At that moment the books did not know this organisation, or it is not for this account.",
  },
  noOrganisation: { vi: "Chưa chọn tổ chức", en: "No organisation chosen" },
  noOrganisationWhat: {
    vi: "Tài khoản này không gắn với tổ chức nào. Chọn một tổ chức ở ô trên.",
    en: "This account stands in no organisation. Choose one above.",
  },
  address: { vi: "Địa chỉ: {{address}}", en: "Address: {{address}}" },
  scope: { vi: "{{organisation}} và cấp dưới", en: "{{organisation}} and below" },
});
