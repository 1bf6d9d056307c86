import type { ListRow } from "../../api/records";
import { ListScreen } from "../../parts/list/list-screen";
import { useMeetingsWords } from "./list-words";

const columns = ["held_on", "kind", "seat", "present", "expected", "score"];
const filters = ["kind", "held_on", "score"];
const recordAddress = (row: ListRow) => `/sinh-hoat/${encodeURIComponent(row.key)}`;

export function MeetingsScreen() {
  const say = useMeetingsWords();
  return (
    <ListScreen
      list="meetings"
      title={say("title")}
      noun={say("noun")}
      guide="sinh-hoat"
      name="topic"
      order="-held_on"
      columns={columns}
      filters={filters}
      recordAddress={recordAddress}
      acts={["meeting.held"]}
    />
  );
}
