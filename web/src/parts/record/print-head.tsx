// What a printed page says of itself: of which organisation, as of when, by whom, from which address.
import { useSession } from "../../api/session";
import { shownMoment } from "../../lib/day";
import { useAsOfText } from "./as-of";
import classes from "./record.module.css";
import { useRecordWords } from "./words";

export function PrintHead({ scope }: { scope: string | undefined }) {
  const say = useRecordWords();
  const { data } = useSession();
  const asOf = useAsOfText();
  const printed = say("printed", { at: shownMoment(new Date().toISOString()), by: data?.name ?? "" });
  return (
    <div className={classes.head} aria-hidden>
      <div>{[scope, asOf, printed].filter(Boolean).join(" · ")}</div>
      <div>{window.location.href}</div>
    </div>
  );
}
