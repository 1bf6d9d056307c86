// One document: what it is, who has studied it, and the tasks that come from it.
import { useParams } from "react-router";
import { useHistory } from "../../api/records";
import { useAddress } from "../../lib/address";
import { useAsOf } from "../../parts/record/as-of";
import { RecordScreen } from "../../parts/record/record-screen";
import { DirectiveTasks } from "./directive-tasks";
import { useDirectiveWords } from "./directive-words";
import { Dissemination } from "./dissemination";

export function DirectiveScreen() {
  const say = useDirectiveWords();
  const { key = "" } = useParams();
  const { get } = useAddress();
  const { as_known } = useAsOf();
  // The task that a form is about is named by the entry that assigned it: its text belongs in no address.
  const asked = Number(get("viec"));
  const { data: history } = useHistory("directive", key, as_known, get("viec") !== undefined);
  const task = history?.events.find((event) => event.seq === asked)?.data?.task;
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
      {...(task !== undefined && { preset: { task } })}
    />
  );
}
