// One document: what it is, who has studied it, and the tasks that come from it.
import { useParams } from "react-router";
import { RecordScreen } from "../../parts/record/record-screen";
import { DirectiveTasks } from "./directive-tasks";
import { useDirectiveWords } from "./directive-words";
import { Dissemination } from "./dissemination";

export function DirectiveScreen() {
  const say = useDirectiveWords();
  const { key = "" } = useParams();
  return (
    <RecordScreen
      list="directives"
      recordKey={key}
      guide="nghi-quyet"
      facts={["number", "kind", "direction", "issuer", "date", "thematic"]}
      sections={[
        {
          name: "van-ban",
          title: say("about"),
          fields: ["number", "kind", "title", "issuer", "organisation", "thematic", "grade"],
        },
      ]}
      tabs={(state) => [
        { name: "quan-triet", label: say("dissemination"), content: <Dissemination directive={state.key} /> },
        { name: "nhiem-vu", label: say("tasks"), content: <DirectiveTasks state={state} /> },
      ]}
    />
  );
}
