// What was recorded of one kind, said in full: what a concluded case found, how a union was rated each year.
import { useHistory } from "../../api/records";
import { shownDay } from "../../lib/day";
import { useAsOf } from "../record/as-of";
import { Masked } from "../record/masked";
import { Pieces } from "./piece";
import { linesOf } from "./reading";
import { standing } from "./standing";
import classes from "./timeline.module.css";
import { useReader } from "./use-reader";

interface EntriesProps {
  subjectType: string;
  subjectKey: string;
  type: string;
  title: string;
}

/** Nothing at all where nothing of the kind was recorded. */
export function EntriesCard({ subjectType, subjectKey, type, title }: EntriesProps) {
  const { on, as_known } = useAsOf();
  const { data: history } = useHistory(subjectType, subjectKey, as_known);
  const reader = useReader(history);
  const events = standing(history, type, on).reverse();
  if (!reader || events.length === 0) return null;
  return (
    <section className="card" aria-label={title}>
      <h2 className={classes.year}>{title}</h2>
      {events.map((event) => (
        <dl key={event.seq} className={classes.entryLines}>
          <dt>{shownDay(event.effective_on)}</dt>
          {linesOf(event, reader).map((line) => (
            <dd key={line.name}>
              <span className={classes.seq}>{`${line.label}: `}</span>
              <Pieces pieces={line.pieces} />
              {line.isMasked && <Masked label={line.label} guard={line.guard} reveal={undefined} />}
            </dd>
          ))}
        </dl>
      ))}
    </section>
  );
}
