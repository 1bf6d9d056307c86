// One meeting: when, of whom, how many came, and what was written down.
import { useParams } from "react-router";
import { RecordScreen } from "../../parts/record/record-screen";
import { useMeetingWords } from "./meeting-words";

export function MeetingScreen() {
  const say = useMeetingWords();
  const { key = "" } = useParams();
  return (
    <RecordScreen
      list="meetings"
      recordKey={key}
      guide="sinh-hoat"
      facts={["held_on", "present", "expected", "score"]}
      sections={[
        {
          name: "buoi",
          title: say("about"),
          fields: ["organisation", "kind", "present", "absent_excused", "absent_unexcused", "score", "grade"],
        },
        { name: "bien-ban", title: say("minutes"), fields: ["topic", "minutes"] },
      ]}
    />
  );
}
