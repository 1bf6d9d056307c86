// One mass organisation: its members, and how it was rated each year.
import { useParams } from "react-router";
import { EntriesCard } from "../../parts/history/entries-card";
import { RecordScreen } from "../../parts/record/record-screen";
import { useActivityWords } from "./activity-words";

export function MassOrganisationScreen() {
  const say = useActivityWords();
  const { key = "" } = useParams();
  return (
    <RecordScreen
      list="mass_organisations"
      recordKey={key}
      guide="doan-the"
      facts={["members", "rating", "rating_year"]}
      sections={[{ name: "doan-the", title: say("massAbout"), fields: ["organisation", "kind", "name", "members"] }]}
      extra={(state) => (
        <EntriesCard
          subjectType={state.kind}
          subjectKey={state.key}
          type="mass_organisation.evaluated"
          title={say("evaluations")}
        />
      )}
    />
  );
}
