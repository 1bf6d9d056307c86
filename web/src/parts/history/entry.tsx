// One entry of a timeline, with whatever took it back.
import { Anchor, Badge, Button, Group, Text } from "@mantine/core";
import { useContext, useMemo } from "react";
import { Link } from "react-router";
import type { Authority, HistoryEvent } from "../../api/records";
import { openedHere } from "../../lib/address";
import { shownDay, shownMoment } from "../../lib/day";
import { Masked } from "../record/masked";
import { HistoryContext } from "./context";
import type { Entry } from "./folding";
import { Pieces } from "./piece";
import { eventLabel, linesOf } from "./reading";
import classes from "./timeline.module.css";
import { useHistoryWords } from "./words";

export function EntryShown({ entry }: { entry: Entry }) {
  const { reader, asked, reveal } = useContext(HistoryContext);
  const say = useHistoryWords();
  const { event } = entry;
  const lines = useMemo(() => (reader ? linesOf(event, reader) : []), [event, reader]);
  if (!reader) return null;
  const label = eventLabel(event.type, reader);
  return (
    <article
      id={`muc-${event.seq}`}
      tabIndex={-1}
      className={`${classes.spot} ${classes.entry} ${asked === event.seq ? classes.asked : ""}`}
      aria-label={`${shownDay(event.effective_on)} ${label}`}
    >
      <div>
        <div>
          <time dateTime={event.effective_on}>{shownDay(event.effective_on)}</time>{" "}
          {event.voided ? (
            <>
              <s className={classes.struck}>{label}</s>{" "}
              <Badge color="bad" variant="light" radius="sm" size="lg" tt="none">
                {say("voidedMark")}
              </Badge>
            </>
          ) : (
            <strong>{label}</strong>
          )}
        </div>
        {lines.length > 0 && (
          <dl className={`${classes.lines} ${event.voided ? classes.struck : ""}`}>
            {lines.map((line) => (
              <div key={line.name} className={classes.line}>
                <dt>{`${line.label}: `}</dt>
                <dd>
                  <Pieces pieces={line.pieces} />
                  {line.isMasked && <Masked label={line.label} guard={line.guard} reveal={reveal} />}
                </dd>
              </div>
            ))}
          </dl>
        )}
        <Basis authority={event.authority} />
        <Recorded event={event} />
      </div>
      <TakeBack event={event} label={say("voidOne", { seq: event.seq, label })} />
      {entry.takenBackBy.map((back) => (
        <TakenBack key={back.event.seq} entry={back} target={event.seq} />
      ))}
    </article>
  );
}

/** By whom, when and why an entry was taken back; an address of its own, as any entry has. */
function TakenBack({ entry, target }: { entry: Entry; target: number }) {
  const { asked } = useContext(HistoryContext);
  const say = useHistoryWords();
  const { event } = entry;
  const how = say("takenBack", { at: shownMoment(event.recorded_at), by: event.recorded_by });
  return (
    <div
      id={`muc-${event.seq}`}
      tabIndex={-1}
      className={`${classes.spot} ${classes.back} ${asked === event.seq ? classes.asked : ""}`}
    >
      <Group gap="sm" justify="space-between" align="flex-start" wrap="nowrap">
        <Text component="div" miw={0}>
          {event.voided ? <s>{how}</s> : how}
          {event.confirmed_by && `, ${say("confirmed", { by: event.confirmed_by })}`}
          {event.reason && <div>{say("reason", { reason: event.reason })}</div>}
        </Text>
        <TakeBack event={event} label={say("restoreOne", { seq: target })} />
      </Group>
      <Address seq={event.seq} />
      {entry.takenBackBy.map((back) => (
        <TakenBack key={back.event.seq} entry={back} target={event.seq} />
      ))}
    </div>
  );
}

function TakeBack({ event, label }: { event: HistoryEvent; label: string }) {
  const { takeBack } = useContext(HistoryContext);
  const say = useHistoryWords();
  if (!takeBack || event.voided || event.may_void !== true) return null;
  return (
    <Button
      component={Link}
      to={takeBack(event.seq)}
      state={openedHere}
      preventScrollReset
      variant="subtle"
      color="bad"
      h={44}
      px="sm"
      flex="none"
      className="no-print"
      aria-label={label}
    >
      {say("void")}
    </Button>
  );
}

function Basis({ authority }: { authority: Authority | undefined }) {
  const say = useHistoryWords();
  if (!authority) return null;
  const parts = [
    authority.number && say("documentNumber", { number: authority.number }),
    authority.date && say("documentDay", { day: shownDay(authority.date) }),
  ].filter(Boolean);
  return <Text>{[parts.join(" "), authority.issuer].filter(Boolean).join(", ")}</Text>;
}

function Recorded({ event }: { event: HistoryEvent }) {
  const say = useHistoryWords();
  const by = [
    say("recorded", { at: shownMoment(event.recorded_at), by: event.recorded_by }),
    event.confirmed_by && say("confirmed", { by: event.confirmed_by }),
  ].filter(Boolean);
  return (
    <Text size="xs" c="dimmed" component="div">
      {`${by.join(", ")} · `}
      <Address seq={event.seq} />
    </Text>
  );
}

function Address({ seq }: { seq: number }) {
  const say = useHistoryWords();
  return (
    <Anchor
      href={`#muc-${seq}`}
      size="xs"
      underline="always"
      className={classes.seq ?? ""}
      aria-label={say("address", { seq })}
    >
      {say("number", { seq })}
    </Anchor>
  );
}
