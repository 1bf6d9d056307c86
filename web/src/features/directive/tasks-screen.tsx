import { TriangleAlert } from "lucide-react";
import type { ListRow, Reference } from "../../api/records";
import { ListScreen } from "../../parts/list/list-screen";
import { useDirectivesWords } from "./list-words";
import classes from "./tasks.module.css";

const columns = ["is_overdue", "seat", "assigned_on", "due", "progress", "done_on"];
const filters = ["is_overdue", "due", "progress"];

/** A task has no page of its own: it stands in the document that assigned it. */
function recordAddress(row: ListRow): string {
  const { key } = (row.directive as Reference | undefined) ?? row;
  return `/nghi-quyet/${encodeURIComponent(key)}`;
}

export function TasksScreen() {
  const say = useDirectivesWords();
  const cells = {
    is_overdue: (row: ListRow) =>
      row.is_overdue === "yes" ? (
        <span className={classes.overdue}>
          <TriangleAlert size={16} aria-hidden /> {say("overdue")}
        </span>
      ) : (
        say("inTime")
      ),
  };
  return (
    <ListScreen
      list="tasks"
      title={say("tasks")}
      noun={say("tasksNoun")}
      about={say("tasksAbout")}
      guide="nhiem-vu"
      name="task"
      order="-is_overdue"
      columns={columns}
      filters={filters}
      recordAddress={recordAddress}
      cells={cells}
    />
  );
}
