// One committee of a term: who sits in it, and who did.
import { useParams } from "react-router";
import { RecordScreen } from "../../parts/record/record-screen";
import { CommitteeSeats } from "./committee-seats";
import { useCongressWords } from "./congress-words";

export function CommitteeScreen() {
  const say = useCongressWords();
  const { key = "" } = useParams();
  return (
    <RecordScreen
      list="committees"
      recordKey={key}
      guide="cap-uy"
      facts={["term_from", "term_to", "seats_held"]}
      sections={[
        { name: "nhiem-ky", title: say("term"), fields: ["organisation", "congress", "term_from", "term_to"] },
      ]}
      extra={(state) => <CommitteeSeats committee={state.key} />}
    />
  );
}
