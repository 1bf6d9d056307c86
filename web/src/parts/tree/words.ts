import { words } from "../../lib/words";

export const useTreeWords = words("tree", {
  name: { vi: "Cây tổ chức đảng", en: "Tree of organisations" },
  what: { vi: "cây tổ chức", en: "the tree of organisations" },
  members: { vi: "{{shown}} đảng viên", en: "{{shown}} members", one: "{{shown}} member" },
  ended: { vi: "đã kết thúc", en: "ended" },
  empty: { vi: "Chưa có tổ chức nào vào ngày này", en: "There is no organisation on this day" },
});
