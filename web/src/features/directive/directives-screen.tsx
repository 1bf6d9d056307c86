import type { ListRow } from "../../api/records";
import { ListScreen } from "../../parts/list/list-screen";
import { useDirectivesWords } from "./list-words";

const columns = ["kind", "direction", "issuer", "seat", "date", "thematic"];
const filters = ["kind", "direction", "thematic", "date"];
const recordAddress = (row: ListRow) => `/nghi-quyet/${encodeURIComponent(row.key)}`;

export function DirectivesScreen() {
  const say = useDirectivesWords();
  return (
    <ListScreen
      list="directives"
      title={say("title")}
      noun={say("noun")}
      guide="nghi-quyet"
      name="title"
      order="-date"
      columns={columns}
      filters={filters}
      recordAddress={recordAddress}
      acts={["directive.received", "directive.issued"]}
    />
  );
}
