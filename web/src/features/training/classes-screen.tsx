import type { ListRow } from "../../api/records";
import { ListScreen } from "../../parts/list/list-screen";
import { useClassesWords } from "./list-words";

const columns = ["kind", "host", "from", "to", "enrolled", "completed"];
const filters = ["kind", "host", "from"];
const recordAddress = (row: ListRow) => `/lop/${encodeURIComponent(row.key)}`;

export function ClassesScreen() {
  const say = useClassesWords();
  return (
    <ListScreen
      list="classes"
      title={say("title")}
      noun={say("noun")}
      guide="lop"
      name="name"
      order="-from"
      columns={columns}
      filters={filters}
      recordAddress={recordAddress}
      acts={["class.opened"]}
      batch={["class.enrolled"]}
    />
  );
}
