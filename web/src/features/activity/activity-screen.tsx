// One activity: its field, who took part, what came of it.
import { useParams } from "react-router";
import { RecordScreen } from "../../parts/record/record-screen";
import { useActivityWords } from "./activity-words";

export function ActivityScreen() {
  const say = useActivityWords();
  const { key = "" } = useParams();
  return (
    <RecordScreen
      list="activities"
      recordKey={key}
      guide="hoat-dong"
      facts={["field", "date", "participants", "amount_vnd"]}
      sections={[
        {
          name: "hoat-dong",
          title: say("about"),
          fields: ["organisation", "field", "name", "participants", "amount_vnd", "outcome", "grade"],
        },
      ]}
    />
  );
}
