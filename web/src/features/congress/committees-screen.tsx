import type { ListRow } from "../../api/records";
import { ListScreen } from "../../parts/list/list-screen";
import { useCongressWords } from "./list-words";

const columns = ["seat", "seats_held", "term_to"];
const filters = ["term_from", "term_to", "seats_held"];
const recordAddress = (row: ListRow) => `/cap-uy/${encodeURIComponent(row.key)}`;

export function CommitteesScreen() {
  const say = useCongressWords();
  return (
    <ListScreen
      list="committees"
      title={say("committees")}
      noun={say("committeesNoun")}
      guide="cap-uy"
      name="term_from"
      order="-term_from"
      columns={columns}
      filters={filters}
      recordAddress={recordAddress}
      acts={["committee.elected"]}
    />
  );
}
