import { expect, test } from "vitest";
import type { History, HistoryEvent } from "../../api/records";
import { tasksOf } from "./tasks";

const event = (seq: number, type: string, on: string, data: object): HistoryEvent => ({
  seq,
  type: `directive.${type}`,
  effective_on: on,
  data: { ...data },
  voided: false,
  recorded_at: on,
  recorded_by: "a",
});
const history: History = {
  subject_type: "directive",
  subject: { key: "D1", label: "Chương trình" },
  events: [
    event(1, "task_assigned", "2019-01-26", { task: "Báo cáo", assignee: "CB1", due: "2019-05-07" }),
    event(2, "task_assigned", "2019-01-26", { task: "Đột phá", assignee: "CB2", due: "2019-05-31" }),
    event(3, "task_assigned", "2019-01-26", { task: "Rà soát", assignee: "CB3" }),
    event(4, "task_reported", "2019-04-01", { task: "Báo cáo", progress: 90 }),
    event(5, "task_done", "2019-06-10", { task: "Báo cáo", evidence: "Báo cáo số 12" }),
  ],
};

test("overdue tasks stand first, done ones last", () => {
  const tasks = tasksOf(history, "2019-12-31");
  expect(tasks.map((task) => task.text)).toEqual(["Đột phá", "Rà soát", "Báo cáo"]);
  expect(tasks.map((task) => task.isOverdue)).toEqual([true, false, false]);
  expect(tasks[2]).toMatchObject({ doneOn: "2019-06-10", progress: 90, evidence: "Báo cáo số 12" });
});

test("on an earlier day nothing is done yet", () => {
  const [first] = tasksOf(history, "2019-05-08");
  expect(first).toMatchObject({ text: "Báo cáo", isOverdue: true });
});
