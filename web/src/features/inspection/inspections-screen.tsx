import type { ListRow } from "../../api/records";
import { ListScreen } from "../../parts/list/list-screen";
import { useInspectionsWords } from "./list-words";

const columns = ["kind", "target", "by", "opened_on", "concluded_on"];
// Neither what a case is about nor whom it concerns is filtered by: filters stand in the address.
const filters = ["kind", "opened_on", "concluded_on"];
const recordAddress = (row: ListRow) => `/kiem-tra/${encodeURIComponent(row.key)}`;

export function InspectionsScreen() {
  const say = useInspectionsWords();
  return (
    <ListScreen
      list="inspections"
      title={say("title")}
      noun={say("noun")}
      guide="kiem-tra"
      name="topic"
      order="-opened_on"
      columns={columns}
      filters={filters}
      recordAddress={recordAddress}
      acts={["inspection.opened"]}
      isSecret
    />
  );
}
