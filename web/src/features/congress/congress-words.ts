import { words } from "../../lib/words";

export const useCongressWords = words("congress", {
  about: { vi: "Đại hội", en: "The congress" },
  term: { vi: "Nhiệm kỳ", en: "The term" },
  seats: { vi: "Cấp ủy viên", en: "Seats" },
  loading: { vi: "danh sách cấp ủy", en: "the seats" },
  none: { vi: "Không còn ai giữ chức danh", en: "No seat is held" },
  position: { vi: "Chức danh", en: "Position" },
  person: { vi: "Họ và tên", en: "Name" },
  from: { vi: "Từ ngày", en: "From" },
  former: { vi: "Đã thôi giữ chức danh", en: "Former holders" },
  until: { vi: "Đến ngày", en: "Until" },
  reason: { vi: "Lý do", en: "Reason" },
});
