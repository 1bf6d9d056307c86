// One congress: its term, its delegates.
import { useParams } from "react-router";
import { RecordScreen } from "../../parts/record/record-screen";
import { useCongressWords } from "./congress-words";

export function CongressScreen() {
  const say = useCongressWords();
  const { key = "" } = useParams();
  return (
    <RecordScreen
      list="congresses"
      recordKey={key}
      guide="dai-hoi"
      facts={["held_on", "ordinal", "delegates_called", "delegates_present"]}
      sections={[
        {
          name: "dai-hoi",
          title: say("about"),
          fields: ["organisation", "ordinal", "term_from", "term_to", "delegates_called", "delegates_present"],
        },
      ]}
    />
  );
}
