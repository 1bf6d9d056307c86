// Takes an entry back, with a reason; what was wrong is written anew right after, from what it said.
import { Button, Checkbox, Group, List, Stack, Text, Textarea } from "@mantine/core";
import { type KeyboardEvent, useId, useState } from "react";
import { type EventField, type EventType, useCatalogue } from "../../api/catalogue";
import { type HistoryEvent, type Receipt, revealedEvent } from "../../api/records";
import { useSession } from "../../api/session";
import { shownDay, shownMoment } from "../../lib/day";
import { useLabel } from "../../lib/words";
import { useMayReveal } from "../record/masked";
import classes from "./act.module.css";
import { voiding } from "./act-address";
import { ActForm } from "./act-form";
import { Warnings } from "./bands";
import { draftName, isRestrictedMatter, type Kept, keptDraft } from "./drafts";
import { ErrorSummary } from "./error-summary";
import { faultAt, idOf } from "./faults";
import type { Fault } from "./form-values";
import type { Subject } from "./kinds";
import { sayRecorded } from "./recorded";
import { useShownData } from "./shown-value";
import { useDraft } from "./use-draft";
import { useSending } from "./use-sending";
import { useActWords } from "./words";

interface Voiding {
  subject: Subject;
  event: HistoryEvent;
  labels?: Record<string, string>;
  onDone: (receipt: Receipt) => void;
  onCancel: () => void;
}

/** What is written anew: the entry with what is masked told, as far as the reader may see it. */
interface Taken {
  receipt: Receipt;
  event: HistoryEvent;
}

function fieldsOf(type: EventType | undefined, names: string[] = []): EventField[] {
  return type?.fields.filter(({ name }) => names.includes(name)) ?? [];
}

export function VoidForm(voided: Voiding) {
  const say = useActWords();
  const label = useLabel();
  const { data } = useCatalogue();
  const [taken, setTaken] = useState<Taken>();
  const type = data?.events.find(({ name }) => name === voided.event.type);
  if (!taken) return <Reason {...voided} type={type} onTaken={setTaken} />;
  const { subject } = voided;
  const { event } = taken;
  const masked = fieldsOf(type, event.masked).map((field) => label(field.label));
  return (
    <Stack gap="md">
      <Text fw={600}>{say("anew", { what: label(type?.label) || event.type })}</Text>
      {masked.length > 0 && <Text>{say("anewMasked", { fields: masked.join(", ") })}</Text>}
      <ActForm
        type={event.type}
        {...(type?.opens ? { presetKey: subject.key } : { subject })}
        preset={event.data ?? {}}
        presetOn={event.effective_on}
        {...(event.authority ? { presetAuthority: event.authority } : {})}
        {...(voided.labels ? { labels: voided.labels } : {})}
        onDone={voided.onDone}
        onCancel={() => voided.onDone(taken.receipt)}
      />
    </Stack>
  );
}

interface Written {
  reason: string;
  isAgain: boolean;
}

const nothing: Written = { reason: "", isAgain: false };

function Reason(voided: Voiding & { type: EventType | undefined; onTaken: (taken: Taken) => void }) {
  const { subject, event, type, labels = {} } = voided;
  const say = useActWords();
  const label = useLabel();
  const shown = useShownData();
  const id = useId().replace(/[^\w]/g, "");
  const session = useSession();
  const isRestricted = !type || isRestrictedMatter(type);
  const name = draftName(session.data?.name ?? "", voiding, `${subject.kind}:${subject.key}:${event.seq}`);
  const [kept, setKept] = useState(() => keptDraft<Kept<Written>>(name, isRestricted));
  const [written, setWritten] = useState(kept?.content ?? nothing);
  const { reason, isAgain } = written;
  const [at, setAt] = useState(0);
  const asked = {
    // A voiding is described apart from the rooms' events: it has one field that people write.
    name: voiding,
    label: { vi: "", en: "" },
    subject: subject.kind,
    opens: false,
    two: false,
    fields: [{ name: "reason", label: { vi: "", en: "" }, kind: "text", required: true }],
  } satisfies EventType;
  const mayReveal = useMayReveal();
  const masked = fieldsOf(type, event.masked);
  const guards = [...new Set(masked.flatMap(({ guard }) => (guard && mayReveal(guard) ? [guard] : [])))];
  const told = reason.normalize("NFC").trim();
  const made = {
    events: [{ type: voiding, data: { event: event.seq, reason: told } }],
    lines: [subject],
    faults: told === "" ? [{ field: "data.reason", fault: "missing" as const }] : [],
  };
  const sending = useSending(asked, made, kept?.attempt);
  const isForTwo = sending.receipt?.needs_second ?? !!type?.two;
  const { attempt } = sending;
  const draft = useDraft({
    name,
    isRestricted,
    isChanged: written !== (kept?.content ?? nothing),
    draft: () => ({ content: written, ...(attempt.current ? { attempt: attempt.current } : {}) }),
  });
  const startAnew = () => {
    draft.drop(false);
    setKept(undefined);
    attempt.current = undefined;
    setWritten(nothing);
    setAt(0);
  };
  const local: Fault[] = told === "" ? [{ field: "data.reason", code: "missing", text: missing() }] : [];
  function missing() {
    return say("missing", { label: say("voidReason") });
  }
  const faults = at > 0 ? [...local, ...sending.refused] : [];
  const send = () =>
    sending.alone(async () => {
      if (local.length > 0) return setAt((before) => before + 1);
      sending.nameAttempt();
      draft.flush();
      const receipt = await sending.send(made.events, made.lines);
      if (Array.isArray(receipt)) return setAt((before) => before + 1);
      draft.drop(true);
      sayRecorded({ type: voiding, subjects: [subject], receipt });
      // What waits for a second person still stands: it cannot be written anew yet.
      if (!isAgain || receipt.waiting) return voided.onDone(receipt);
      const asked = guards.length > 0 && revealedEvent(subject.kind, subject.key, event.seq, guards);
      // It is taken back already: what cannot be shown is filled in by hand.
      voided.onTaken({ receipt, event: (await (asked || undefined)?.catch(() => undefined)) ?? event });
    });
  const onKeyDown = (key: KeyboardEvent) => {
    if (key.key !== "Enter" || !(key.ctrlKey || key.metaKey) || key.nativeEvent.isComposing) return;
    key.preventDefault();
    void send();
  };
  if (event.voided) return <Text>{say("voidedAlready")}</Text>;
  return (
    <form
      noValidate
      aria-label={say("void")}
      onKeyDown={onKeyDown}
      onSubmit={(submitted) => {
        submitted.preventDefault();
        void send();
      }}
    >
      <Stack gap="lg">
        {faults.length > 0 && <ErrorSummary form={id} faults={faults} at={at} nameOf={() => subject.label} />}
        <div className="card">
          <Text fw={600}>{`${type ? label(type.label) : event.type} · ${shownDay(event.effective_on)}`}</Text>
          <Text>{subject.label}</Text>
          <Text size="sm" c="dimmed">
            {say("grownBy", { by: event.recorded_by, at: shownMoment(event.recorded_at) })}
          </Text>
          {type && (
            <List size="sm">
              {shown(type, event.data ?? {}, labels).map(({ name, label: called, value }) => (
                <List.Item key={name}>{say("valueIs", { label: called, value })}</List.Item>
              ))}
              {masked.map((field) => (
                <List.Item key={field.name}>
                  {say("valueIs", { label: label(field.label), value: say("masked") })}
                </List.Item>
              ))}
            </List>
          )}
        </div>
        <Text>{say("voidWhat")}</Text>
        <Warnings
          isRestricted={!!type?.restricted}
          isForTwo={isForTwo}
          restoredAt={kept?.savedAt}
          startAnew={startAnew}
        />
        <Textarea
          id={idOf(id, "data.reason")}
          label={say("voidReason")}
          value={reason}
          onChange={(change) => {
            setWritten({ ...written, reason: change.currentTarget.value });
            sending.forget("data.reason");
          }}
          onBlur={draft.flush}
          error={faultAt(faults, "data.reason")}
          required
          autosize
          minRows={2}
          size="md"
        />
        <Checkbox
          label={say("voidAgain")}
          checked={isAgain}
          onChange={(change) => setWritten({ ...written, isAgain: change.currentTarget.checked })}
          size="md"
        />
        {isAgain && guards.length > 0 && <Text c="dimmed">{say("anewReveals")}</Text>}
        {at === 0 &&
          sending.refused.map((fault) => <Text key={fault.code} c="bad">{`${fault.text} ${fault.basis ?? ""}`}</Text>)}
        <Group gap="sm" className={classes.foot ?? ""}>
          <Button type="submit" color="bad" h={44} loading={sending.isSending}>
            {say(isForTwo ? "sendToSecond" : "void")}
          </Button>
          <Button variant="default" h={44} onClick={voided.onCancel}>
            {say("cancel")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
