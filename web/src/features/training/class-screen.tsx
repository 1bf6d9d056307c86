// One class: what it is, who takes part, and the acts on several people at once.
import { useParams } from "react-router";
import { RecordScreen } from "../../parts/record/record-screen";
import { ClassPeople } from "./class-people";
import { useClassWords } from "./class-words";

export function ClassScreen() {
  const say = useClassWords();
  const { key = "" } = useParams();
  return (
    <RecordScreen
      list="classes"
      recordKey={key}
      guide="lop"
      facts={["host", "from", "to", "enrolled", "completed"]}
      sections={[{ name: "ve-lop", title: say("about"), fields: ["name", "kind", "host", "from", "to"] }]}
      tabs={(state) => [{ name: "hoc-vien", label: say("people"), content: <ClassPeople state={state} /> }]}
    />
  );
}
