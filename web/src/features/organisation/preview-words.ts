import { words } from "../../lib/words";

export const usePreviewWords = words("organisation-preview", {
  title: { vi: "Sẽ thay đổi những gì", en: "What would change" },
  asOf: { vi: "Tính theo ngày {{day}}. Chưa ghi gì vào sổ.", en: "As of {{day}}. Nothing is recorded yet." },
  what: { vi: "các tổ chức liên quan", en: "the organisations concerned" },
  name: { vi: "Tên", en: "Name" },
  kind: { vi: "Loại tổ chức", en: "Kind" },
  path: { vi: "Vị trí trong cây tổ chức", en: "Place in the tree" },
  notChosen: { vi: "chưa điền", en: "not filled in yet" },
  newOne: { vi: "tổ chức mới", en: "the new organisation" },
  chooseInto: {
    vi: "Chọn tổ chức nhận để xem số liệu trước và sau.",
    en: "Choose who absorbs it to see before and after.",
  },
  chooseParent: {
    vi: "Chọn cấp trên để xem số liệu trước và sau.",
    en: "Choose the superior to see before and after.",
  },
  notEmpty: {
    vi: "Chỉ giải thể được khi không còn đảng viên và tổ chức trực thuộc nào.",
    en: "It can only end once no members and no subordinates are left.",
  },
  organisation: { vi: "Tổ chức", en: "Organisation" },
  members: { vi: "Đảng viên", en: "Members" },
  below: { vi: "Trực thuộc", en: "Directly below" },
  ends: { vi: "kết thúc", en: "ends" },
  same: { vi: "không đổi", en: "unchanged" },
  concernedMembers: {
    vi: "{{shown}} đảng viên đi theo",
    en: "{{shown}} members go along",
    one: "{{shown}} member goes along",
  },
  concernedBelow: {
    vi: "{{shown}} tổ chức trực thuộc đi theo",
    en: "{{shown}} subordinate organisations go along",
    one: "{{shown}} subordinate organisation goes along",
  },
  remainingMembers: {
    vi: "Còn {{shown}} đảng viên",
    en: "{{shown}} members remain",
    one: "{{shown}} member remains",
  },
  remainingBelow: {
    vi: "Còn {{shown}} tổ chức trực thuộc",
    en: "{{shown}} subordinate organisations remain",
    one: "{{shown}} subordinate organisation remains",
  },
  firstOf: { vi: "{{first}} người đầu trong {{shown}}", en: "The first {{first}} of {{shown}}" },
  whole: { vi: "Mở cả danh sách ở thẻ mới", en: "Open the whole list in a new tab" },
  nobody: { vi: "Không còn đảng viên, không còn tổ chức trực thuộc.", en: "No members and no subordinates remain." },
  list: { vi: "danh sách", en: "the list" },
});
