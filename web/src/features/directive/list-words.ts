import { words } from "../../lib/words";

export const useDirectivesWords = words("directives", {
  title: { vi: "Nghị quyết, văn bản chỉ đạo", en: "Directives" },
  noun: { vi: "văn bản", en: "documents" },
  tasks: { vi: "Nhiệm vụ", en: "Tasks" },
  tasksNoun: { vi: "nhiệm vụ", en: "tasks" },
  tasksAbout: {
    vi: "Việc quá hạn đứng đầu. Mở một dòng để đến văn bản đã giao việc đó.",
    en: "Overdue ones come first. A row opens the document that assigned it.",
  },
  overdue: { vi: "Quá hạn", en: "Overdue" },
  inTime: { vi: "Không", en: "No" },
});
