// The tasks of a document: to whom, until when, how far they are, from what was recorded of it.
import type { History } from "../../api/records";
import { numberOf, standing, textOf } from "../../parts/history/standing";

export interface Task {
  /** Number of the entry that assigned it: its name in addresses. */
  seq: number;
  text: string;
  owner: string;
  assignedOn: string;
  due?: string;
  progress?: number;
  evidence?: string;
  doneOn?: string;
  isOverdue: boolean;
}

/** Overdue ones first, then the others that run, then those that are done; each by their due day. */
function byUrgency(a: Task, b: Task): number {
  const rank = (task: Task) => (task.isOverdue ? 0 : task.doneOn ? 2 : 1);
  if (rank(a) !== rank(b)) return rank(a) - rank(b);
  return (a.due ?? "9999").localeCompare(b.due ?? "9999") || a.seq - b.seq;
}

export function tasksOf(history: History | undefined, on: string): Task[] {
  const tasks = new Map<string, Task>();
  for (const event of standing(history, "directive.task_assigned", on)) {
    const text = textOf(event, "task");
    const due = textOf(event, "due");
    const task: Task = {
      seq: event.seq,
      text,
      owner: textOf(event, "assignee"),
      assignedOn: event.effective_on,
      isOverdue: false,
    };
    if (due) task.due = due;
    tasks.set(text, task);
  }
  for (const event of standing(history, "directive.task_reported", on)) {
    const task = tasks.get(textOf(event, "task"));
    if (!task) continue;
    task.progress = numberOf(event, "progress") ?? task.progress ?? 0;
    task.evidence = textOf(event, "evidence") || task.evidence || "";
  }
  for (const event of standing(history, "directive.task_done", on)) {
    const task = tasks.get(textOf(event, "task"));
    if (!task) continue;
    task.doneOn = event.effective_on;
    task.evidence = textOf(event, "evidence") || task.evidence || "";
  }
  for (const task of tasks.values()) task.isOverdue = !task.doneOn && task.due !== undefined && task.due < on;
  return [...tasks.values()].sort(byUrgency);
}
