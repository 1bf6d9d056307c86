// The form of any act, drawn from its description.
import { Button, Fieldset, Group, Stack, Text, TextInput } from "@mantine/core";
import { type KeyboardEvent, useEffect, useId, useRef } from "react";
import { type EventType, useCatalogue } from "../../api/catalogue";
import { shownMoment } from "../../lib/day";
import { useLabel } from "../../lib/words";
import { DayField } from "../../ui/day-field";
import { ErrorState, Loading } from "../../ui/states";
import classes from "./act.module.css";
import { ActField } from "./act-field";
import { Bands } from "./bands";
import { BatchGrid } from "./batch-grid";
import { ErrorSummary } from "./error-summary";
import { faultAt, idOf, textWithBasis } from "./faults";
import { GrownNotice } from "./grown-notice";
import type { ActFormProps } from "./kinds";
import { useProposal } from "./proposal";
import { type ActFormState, isOwnByNature, useActForm } from "./use-act-form";
import { useActWords } from "./words";

/** Above the buttons there is little room. */
const shownFaults = 2;

/** More optional fields than these are folded away. */
const shownOptional = 6;

export function ActForm(form: ActFormProps) {
  const say = useActWords();
  const catalogue = useCatalogue();
  if (catalogue.isPending) return <Loading what={say("formOf")} />;
  if (catalogue.isError) return <ErrorState error={catalogue.error} retry={() => void catalogue.refetch()} />;
  const type = catalogue.data.events.find(({ name }) => name === form.type);
  if (!type) return <Text>{say("unknownAct")}</Text>;
  return <FormOf type={type} form={form} />;
}

function FormOf({ type: whole, form }: { type: EventType; form: ActFormProps }) {
  const label = useLabel();
  const id = useId().replace(/[^\w]/g, "");
  const state = useActForm(whole, form);
  const { type } = state;
  useProposal(type, state);
  const { subjects, sending } = state;
  const isMany = subjects.length > 1;
  const nameOf = (key: string) => subjects.find((subject) => subject.key === key)?.label ?? key;
  const element = useRef<HTMLFormElement>(null);
  useEffect(() => {
    // On a touch screen the keyboard would cover the form before it was read.
    if (!matchMedia("(pointer: fine)").matches) return;
    element.current?.querySelector<HTMLElement>("input, select, textarea")?.focus({ preventScroll: true });
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return;
    event.preventDefault();
    void state.send();
  };
  const [first] = state.made.events;
  const preview = first && form.preview?.({ type: type.name, effective_on: first.effective_on, data: first.data });
  const drawn = (
    <form
      ref={element}
      noValidate
      aria-label={label(type.label)}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        void state.send();
      }}
    >
      <Stack gap="lg">
        {state.isTried && state.faults.length > 0 && (
          <ErrorSummary form={id} faults={state.faults} at={state.summaryAt} nameOf={nameOf} />
        )}
        {state.growth && subjects[0] && <GrownNotice state={state} growth={state.growth} subject={subjects[0]} />}
        <Bands type={type} state={state} />
        <Fields type={type} state={state} form={id} isMany={isMany} />
        {isMany && <BatchGrid type={type} state={state} form={id} />}
        <Authority state={state} form={id} />
        <Foot
          type={type}
          state={state}
          isMany={isMany}
          isSending={sending.isSending}
          nameOf={nameOf}
          onCancel={form.onCancel}
        />
      </Stack>
    </form>
  );
  if (!preview) return drawn;
  return (
    <div className={classes.beside}>
      {drawn}
      {preview}
    </div>
  );
}

interface Part {
  type: EventType;
  state: ActFormState;
  form: string;
}

function Fields({ type, state, form, isMany }: Part & { isMany: boolean }) {
  const say = useActWords();
  const label = useLabel();
  const apart = new Set(isMany ? state.content.apart : []);
  const shared = type.fields.filter(({ name }) => !(apart.has(name) && isOwnByNature(name)));
  const optional = shared.filter(({ required }) => !required);
  const isFolded = !state.isChange && optional.length > shownOptional;
  const hasFault = optional.some(({ name }) => faultAt(state.shown, `data.${name}`) !== undefined);
  const drawn = (fields: EventType["fields"]) =>
    fields.map((field) => {
      const at = `data.${field.name}`;
      const called = label(field.label);
      return (
        <ActField
          key={field.name}
          field={apart.has(field.name) ? { ...field, required: false } : field}
          id={idOf(form, at)}
          label={apart.has(field.name) ? say("forAll", { label: called }) : called}
          value={state.content.shared[field.name]}
          onChange={(value) => state.setField(field.name, value)}
          onBlur={() => state.touch(at)}
          error={faultAt(state.shown, at)}
        />
      );
    });
  return (
    <>
      {drawn(isFolded ? shared.filter(({ required }) => required) : shared)}
      <DayField
        id={idOf(form, "effective_on")}
        label={say("effectiveOn")}
        description={say("effectiveOnWhat")}
        value={state.content.on || undefined}
        onChange={(day, written) => state.setContent("effective_on", { on: day ?? written })}
        onBlur={() => state.touch("effective_on")}
        error={faultAt(state.shown, "effective_on")}
        required
        offersToday
      />
      {isFolded && (
        <details open={hasFault || undefined} className={`card ${classes.fold}`}>
          <summary>{say("optional", { count: optional.length })}</summary>
          <Stack gap="lg" mt="md">
            {drawn(optional)}
          </Stack>
        </details>
      )}
      {type.opens && (
        <TextInput
          id={idOf(form, "subject")}
          label={say("key")}
          description={say("keyWhat", { key: state.proposed })}
          placeholder={state.proposed}
          value={state.content.key}
          onChange={(event) => state.setContent("subject", { key: event.currentTarget.value })}
          onBlur={() => state.touch("subject")}
          error={faultAt(state.shown, "subject")}
          autoComplete="off"
          spellCheck={false}
          size="md"
          maw={320}
        />
      )}
    </>
  );
}

function Authority({ state, form }: Omit<Part, "type">) {
  const label = useLabel();
  const say = useActWords();
  const { data } = useCatalogue();
  const { authority } = state.content;
  const set = (part: object) => state.setContent("authority", { authority: { ...authority, ...part } });
  return (
    <Fieldset legend={say("authority")}>
      <Stack gap="md">
        {(data?.authority ?? []).map(({ name, label: called, kind }) => {
          const at = `authority.${name}`;
          const told = authority[name as keyof typeof authority] ?? "";
          const common = {
            id: idOf(form, at),
            label: label(called),
            error: faultAt(state.shown, at),
            onBlur: () => state.touch(at),
          };
          return kind === "date" ? (
            <DayField
              key={name}
              {...common}
              value={told || undefined}
              onChange={(day, written) => set({ [name]: day ?? written })}
            />
          ) : (
            <TextInput
              key={name}
              {...common}
              value={told}
              onChange={(event) => set({ [name]: event.currentTarget.value })}
              autoComplete="off"
              size="md"
            />
          );
        })}
      </Stack>
    </Fieldset>
  );
}

/** What the check says of the whole, before anything was sent. */
function Whole({ state, nameOf }: { state: ActFormState; nameOf: (key: string) => string }) {
  const say = useActWords();
  const { sending } = state;
  // Beside the fields stands what one has been past; the rest is said here, so that nothing comes late.
  const seen = new Set(state.shown.filter(({ field }) => field !== ""));
  const rest = sending.refused.filter((fault) => !seen.has(fault));
  return (
    <div aria-live="polite" className={classes.whole}>
      {rest.slice(0, shownFaults).map((fault) => (
        <Text key={`${fault.field} ${fault.of ?? ""} ${fault.code}`} c="bad">
          {fault.of ? say("oneOf", { who: nameOf(fault.of), text: textWithBasis(fault) }) : textWithBasis(fault)}
        </Text>
      ))}
      {rest.length > shownFaults && <Text c="bad">{say("moreWrong", { count: rest.length - shownFaults })}</Text>}
    </div>
  );
}

interface FootProps {
  type: EventType;
  state: ActFormState;
  isMany: boolean;
  isSending: boolean;
  nameOf: (key: string) => string;
  onCancel: () => void;
}

function Foot({ type, state, isMany, isSending, nameOf, onCancel }: FootProps) {
  const say = useActWords();
  const { savedAt } = state.draft;
  const waits = state.sending.receipt?.needs_second ?? type.two;
  const count = state.made.events.length;
  const word = () =>
    waits ? say("sendToSecond") : isMany ? say("recordMany", { count }) : say(state.isChange ? "saveChange" : "record");
  const said = [
    state.sending.isChecking && !isSending ? say("checking") : "",
    state.sending.receipt ? say("sound") : "",
    savedAt ? say("saved", { time: shownMoment(savedAt).slice(-5) }) : "",
  ];
  return (
    <Stack gap={0} className={classes.foot ?? ""}>
      {!state.isTried && <Whole state={state} nameOf={nameOf} />}
      <Group gap="sm">
        <Button type="submit" h={44} loading={isSending} title={say("keys")}>
          {word()}
        </Button>
        <Button variant="default" h={44} onClick={onCancel}>
          {say("cancel")}
        </Button>
        <Text c="dimmed" size="sm" role="status">
          {said.filter(Boolean).join(" · ")}
        </Text>
      </Group>
    </Stack>
  );
}
