import type { ListRow } from "../../api/records";
import { ListScreen } from "../../parts/list/list-screen";
import { useActivitiesWords } from "./list-words";

const columns = ["field", "date", "seat", "participants", "amount_vnd"];
const filters = ["field", "date", "amount_vnd"];
const recordAddress = (row: ListRow) => `/hoat-dong/${encodeURIComponent(row.key)}`;

export function ActivitiesScreen() {
  const say = useActivitiesWords();
  return (
    <ListScreen
      list="activities"
      title={say("title")}
      noun={say("noun")}
      guide="hoat-dong"
      name="name"
      order="-date"
      columns={columns}
      filters={filters}
      recordAddress={recordAddress}
      acts={["activity.recorded"]}
    />
  );
}
