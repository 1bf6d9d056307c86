import type { ListRow } from "../../api/records";
import { ListScreen } from "../../parts/list/list-screen";
import { usePeopleWords } from "./list-words";

const columns = ["birth_date", "gender", "standing", "seat", "admitted_on", "full_from", "card_number", "rating"];
const filters = ["standing", "gender", "admitted_on", "party_age", "rating"];
const recordAddress = (row: ListRow) => `/dang-vien/${encodeURIComponent(row.key)}`;

export function PeopleScreen() {
  const say = usePeopleWords();
  return (
    <ListScreen
      list="people"
      title={say("title")}
      noun={say("noun")}
      guide="dang-vien"
      name="full_name"
      columns={columns}
      filters={filters}
      recordAddress={recordAddress}
      acts={["person.registered"]}
      batch={["member.evaluated", "member.card_issued", "member.badge_awarded", "member.fee_paid"]}
    />
  );
}
