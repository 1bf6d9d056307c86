import type { ListRow } from "../../api/records";
import { ListScreen } from "../../parts/list/list-screen";
import { useCongressWords } from "./list-words";

const columns = ["seat", "held_on", "delegates_called", "delegates_present", "term_from", "term_to"];
const filters = ["held_on", "term_from", "delegates_present"];
const recordAddress = (row: ListRow) => `/dai-hoi/${encodeURIComponent(row.key)}`;

export function CongressesScreen() {
  const say = useCongressWords();
  return (
    <ListScreen
      list="congresses"
      title={say("title")}
      noun={say("noun")}
      guide="dai-hoi"
      name="ordinal"
      order="-held_on"
      columns={columns}
      filters={filters}
      recordAddress={recordAddress}
      acts={["congress.held"]}
    />
  );
}
