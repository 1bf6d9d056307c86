import type { ListRow } from "../../api/records";
import { ListScreen } from "../../parts/list/list-screen";
import { useActivitiesWords } from "./list-words";

const columns = ["kind", "seat", "members", "rating", "rating_year"];
const filters = ["kind", "rating", "rating_year"];
const recordAddress = (row: ListRow) => `/doan-the/${encodeURIComponent(row.key)}`;

export function MassOrganisationsScreen() {
  const say = useActivitiesWords();
  return (
    <ListScreen
      list="mass_organisations"
      title={say("massOrganisations")}
      noun={say("massOrganisationsNoun")}
      guide="doan-the"
      name="name"
      columns={columns}
      filters={filters}
      recordAddress={recordAddress}
      acts={["mass_organisation.registered"]}
      batch={["mass_organisation.evaluated"]}
    />
  );
}
