import { Stack, Text, Title } from "@mantine/core";
import { Fragment, type ReactNode } from "react";
import { useCatalogue } from "../../api/catalogue";
import type { NewEvent } from "../../api/records";
import { shownDay } from "../../lib/day";
import { useLabel, useLanguage } from "../../lib/words";
import { voiding } from "../../parts/act/act-address";
import { linesOf, type Piece, type Reader } from "../../parts/history/reading";
import { Masked } from "../../parts/record/masked";
import { RecordLink } from "../../parts/record/record-link";
import { Loading } from "../../ui/states";
import classes from "./waiting.module.css";
import type { Waiting } from "./waiting-screen";
import { useWaitingWords } from "./words";

const most_shown = 50;
type What = Waiting["what"][number];
/** How one asks for what is behind a guard; undefined where that was done already. */
type Reveal = (guard: string) => (() => void) | undefined;
interface ProposedProps {
  event: Shown;
  reader: Reader;
  voided: What | undefined;
  reveal: Reveal;
}
/** `masked` names the fields that are there, and guarded. */
type Shown = NewEvent & { masked?: string[] };

/** The events as they would be recorded, in words. */
export function ProposedEvents({ act, reveal }: { act: Waiting; reveal: Reveal }) {
  const say = useWaitingWords();
  const label = useLabel();
  const language = useLanguage();
  const { data: catalogue } = useCatalogue();
  if (!catalogue) return <Loading what={say("loading")} />;
  const labels: Record<string, string> = { ...act.labels };
  for (const { subject_type: kind, subject } of act.what) {
    if (subject) labels[`${kind}:${subject.key}`] = subject.label;
  }
  const reader: Reader = { catalogue, labels, language, say: label };
  const lines = (act.lines ?? []) as unknown as Shown[];
  const voided = act.what.filter(({ voids }) => voids !== undefined);
  const voidings = lines.filter(({ type }) => type === voiding);
  return (
    <Stack gap="md">
      {lines.slice(0, most_shown).map((event, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they stand in their order, and never change
        <Proposed key={index} event={event} reader={reader} voided={voided[voidings.indexOf(event)]} reveal={reveal} />
      ))}
      {lines.length > most_shown && <Text>{say("more", { count: lines.length - most_shown })}</Text>}
    </Stack>
  );
}

function Proposed({ event, reader, voided, reveal }: ProposedProps) {
  const say = useWaitingWords();
  const type = reader.catalogue.events.find(({ name }) => name === event.type);
  const isVoiding = event.type === voiding;
  const kind = type?.subject ?? "";
  const called = event.subject && (reader.labels[`${kind}:${event.subject}`] ?? event.subject);
  const shown = { ...event, seq: 0, effective_on: event.effective_on ?? "", recorded_at: "", recorded_by: "" };
  return (
    <Stack component="section" gap="xs" className="card">
      <Title order={3} fz="lg">
        {isVoiding ? say("voided") : reader.say(type?.label) || event.type}
      </Title>
      {voided && (
        <Text fw={600}>
          {reader.say(reader.catalogue.events.find(({ name }) => name === voided.voids)?.label) || voided.voids}
          {" · "}
          {voided.subject && (
            <RecordLink kind={voided.subject_type} recordKey={voided.subject.key} label={voided.subject.label} />
          )}
        </Text>
      )}
      {event.subject && called && (
        <Text fw={600}>
          <RecordLink kind={kind} recordKey={event.subject} label={called} />
        </Text>
      )}
      <dl className={classes.fields}>
        {event.effective_on && <Field name={say("effective")}>{shownDay(event.effective_on)}</Field>}
        {event.authority && (
          <Field name={say("authority")}>
            {[event.authority.number, shownDay(event.authority.date ?? ""), event.authority.issuer]
              .filter(Boolean)
              .join(" · ")}
          </Field>
        )}
        {isVoiding && (
          <>
            <Field name={say("voidedEvent")}>{String(event.data.event)}</Field>
            <Field name={say("reasonOf")}>{String(event.data.reason)}</Field>
          </>
        )}
        {linesOf({ ...shown, voided: false }, reader).map((line) => (
          <Field key={line.name} name={line.label}>
            <Pieces pieces={line.pieces} />
            {line.isMasked && <Masked label={line.label} guard={line.guard} reveal={reveal(line.guard ?? "")} />}
          </Field>
        ))}
      </dl>
    </Stack>
  );
}

function Field({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Pieces({ pieces }: { pieces: Piece[] }) {
  return pieces.map((piece, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the values of one field, in their order
    <Fragment key={index}>
      {index > 0 && ", "}
      {piece.reference ? (
        <RecordLink kind={piece.reference.kind} recordKey={piece.reference.key} label={piece.text} />
      ) : (
        piece.text
      )}
      {piece.of && ` (${piece.of})`}
    </Fragment>
  ));
}
