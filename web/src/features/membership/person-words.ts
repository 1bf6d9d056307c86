import { words } from "../../lib/words";

export const usePersonWords = words("person", {
  background: { vi: "Lý lịch", en: "Background" },
  education: { vi: "Nghề nghiệp, trình độ", en: "Occupation and education" },
  party: { vi: "Đảng", en: "Party" },
  contact: { vi: "Liên hệ, giấy tờ", en: "Contact and papers" },
  other: { vi: "Sức khỏe, ghi chú", en: "Health and notes" },
  viewers: { vi: "Ai xem được", en: "Who can see this" },
  looks: { vi: "Ai đã xem", en: "Who has looked" },
  own: { vi: "Hồ sơ của đồng chí", en: "Your own file" },
  ownAbout: {
    vi: "Đây là những gì tổ chức đảng đang giữ về đồng chí. Điều gì chưa đúng, đồng chí báo với bí thư chi bộ để sửa.",
    en: "This is what the Party organisation keeps about you. If something is wrong, tell your branch secretary.",
  },
  ownStanding: { vi: "Đồng chí là {{standing}} của {{seat}}.", en: "You are: {{standing}}, at {{seat}}." },
  ownAdmitted: { vi: "Vào Đảng ngày {{day}}.", en: "You were admitted on {{day}}." },
  ownFull: { vi: "Chính thức từ ngày {{day}}.", en: "You have been a full member since {{day}}." },
  ownAge: { vi: "Tuổi đảng: {{years}} năm.", en: "Party age: {{years}} years." },
  ownCard: { vi: "Số thẻ đảng viên: {{number}}.", en: "Card number: {{number}}." },
  ownRating: { vi: "Xếp loại năm {{year}}: {{rating}}.", en: "Rating of {{year}}: {{rating}}." },
  ownFee: { vi: "Đảng phí đã đóng đến tháng {{month}}.", en: "Fees are paid until {{month}}." },
  ownViewers: { vi: "Xem ai được xem hồ sơ này", en: "See who can see this file" },
  ownLooks: { vi: "Xem ai đã xem hồ sơ này", en: "See who has looked at this file" },
});
