// One inspection case. Restricted: whoever lacks the right gets the answer that it does not exist.
import { useParams } from "react-router";
import { EntriesCard } from "../../parts/history/entries-card";
import { RecordScreen } from "../../parts/record/record-screen";
import { useInspectionWords } from "./inspection-words";

export function InspectionScreen() {
  const say = useInspectionWords();
  const { key = "" } = useParams();
  return (
    <RecordScreen
      list="inspections"
      recordKey={key}
      guide="kiem-tra"
      isRestricted
      facts={["target", "by", "opened_on", "concluded_on"]}
      sections={[{ name: "cuoc", title: say("about"), fields: ["kind", "by", "target", "topic", "grade"] }]}
      extra={(state) => (
        <EntriesCard
          subjectType={state.kind}
          subjectKey={state.key}
          type="inspection.concluded"
          title={say("conclusion")}
        />
      )}
    />
  );
}
