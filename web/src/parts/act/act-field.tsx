// One field of an act, by its kind.
import { NativeSelect, Select, Textarea, TextInput } from "@mantine/core";
import { type EventField, useCatalogue } from "../../api/catalogue";
import { matches } from "../../lib/fold";
import { useLabel } from "../../lib/words";
import { DayField } from "../../ui/day-field";
import { NumberField } from "../../ui/number-field";
import { OrganisationPicker } from "../pick/organisation-picker";
import { PeoplePicker, PersonPicker } from "../pick/person-picker";
import type { Picked } from "../pick/picked";
import { SubjectPicker } from "../pick/subject-picker";
import { type FieldValue, listOfKind, numberKinds, type Seat, takesOf } from "./form-values";
import { useKnownLabel } from "./known-label";
import { SeatsField } from "./seats-field";
import { useActWords } from "./words";

/** Texts that run to sentences. */
const long = new Set([
  "grounds",
  "note",
  "minutes",
  "outcome",
  "topic",
  "finding",
  "recommendation",
  "evidence",
  "reason",
]);
const years = new Set(["year", "years", "ordinal"]);

export interface ActFieldProps {
  field: EventField;
  id: string;
  label: string;
  value: FieldValue;
  onChange: (value: FieldValue) => void;
  onBlur: () => void;
  error: string | undefined;
  /** In a grid: the label is said, not shown. */
  hidesLabel?: boolean;
}

const texts = (value: FieldValue) => (typeof value === "string" ? value : "");

export function ActField(props: ActFieldProps) {
  const { field, value, onChange } = props;
  const common = {
    id: props.id,
    label: props.label,
    error: props.error,
    required: field.required,
    hidesLabel: props.hidesLabel ?? false,
    onBlur: props.onBlur,
  };
  const takes = takesOf[field.kind];
  if (takes) {
    return (
      <DayField
        {...common}
        takes={takes}
        value={texts(value) || undefined}
        onChange={(day, written) => onChange(day ?? (written === "" ? undefined : written))}
      />
    );
  }
  if (numberKinds.has(field.kind)) return <AmountField {...props} />;
  if (field.kind === "choice" || field.kind === "yes_no") return <ChoiceField {...props} />;
  if (field.kind === "figure") return <FigureField {...props} />;
  if (field.kind === "people") {
    return <PeoplePicker {...common} value={(value as Picked[] | undefined) ?? []} onChange={onChange} />;
  }
  if (field.kind === "seats") {
    return (
      <SeatsField
        {...common}
        choices={field.choices ?? []}
        value={(value as Seat[] | undefined) ?? []}
        onChange={onChange}
      />
    );
  }
  if (field.kind === "text") return <TextField {...props} />;
  return <ReferenceField {...props} />;
}

function named({ label, hidesLabel, id, error, field, onBlur }: ActFieldProps) {
  return {
    id,
    label: hidesLabel ? undefined : label,
    "aria-label": hidesLabel ? label : undefined,
    error,
    required: field.required,
    onBlur,
    size: "md",
  } as const;
}

function TextField(props: ActFieldProps) {
  const { field, value, onChange } = props;
  if (long.has(field.name) && !props.hidesLabel) {
    return (
      <Textarea
        {...named(props)}
        value={texts(value)}
        onChange={(event) => onChange(event.currentTarget.value)}
        autosize
        minRows={2}
        maxRows={12}
      />
    );
  }
  return (
    <TextInput
      {...named(props)}
      value={texts(value)}
      onChange={(event) => onChange(event.currentTarget.value)}
      autoComplete="off"
    />
  );
}

function AmountField({ field, value, onChange, ...props }: ActFieldProps) {
  const say = useActWords();
  return (
    <NumberField
      id={props.id}
      label={props.label}
      hidesLabel={props.hidesLabel ?? false}
      error={props.error}
      onBlur={props.onBlur}
      required={field.required}
      value={typeof value === "number" || typeof value === "string" ? value : undefined}
      onChange={(number, written) => onChange(number ?? (written === "" ? undefined : written))}
      whole={field.kind === "whole_number" || field.kind === "vnd"}
      plain={years.has(field.name)}
      unit={field.kind === "vnd" ? say("vnd") : undefined}
    />
  );
}

function ChoiceField(props: ActFieldProps) {
  const say = useActWords();
  const label = useLabel();
  const { field, value, onChange } = props;
  const choices =
    field.kind === "yes_no"
      ? [
          { value: "yes", label: say("yes") },
          { value: "no", label: say("no") },
        ]
      : (field.choices ?? []).map((choice) => ({ value: choice.code, label: label(choice.label) }));
  return (
    <NativeSelect
      {...named(props)}
      value={texts(value)}
      onChange={(event) => onChange(event.currentTarget.value || undefined)}
      data={[{ value: "", label: say("choose") }, ...choices]}
    />
  );
}

function FigureField(props: ActFieldProps) {
  const label = useLabel();
  const { data } = useCatalogue();
  return (
    <Select
      {...named(props)}
      value={texts(props.value) || null}
      onChange={(code) => props.onChange(code ?? undefined)}
      data={(data?.figures ?? []).map((figure) => ({ value: figure.name, label: label(figure.label) }))}
      searchable
      comboboxProps={{ withinPortal: false }}
      clearable
      filter={({ options, search }) => options.filter((each) => "label" in each && matches(String(each.label), search))}
    />
  );
}

function ReferenceField({ field, value, onChange, ...props }: ActFieldProps) {
  const picked = value as Picked | undefined;
  const kind = picked?.kind ?? (field.kind === "person" ? "person" : "organisation");
  // Of what an address or an old entry names only the key is known.
  const called = useKnownLabel(kind, picked?.key, picked !== undefined && picked.label === picked.key);
  const common = {
    id: props.id,
    label: props.label,
    hidesLabel: props.hidesLabel ?? false,
    error: props.error,
    onBlur: props.onBlur,
    required: field.required,
    // A key that turns into a name under the reader's eyes is no name.
    value: picked && { ...picked, label: called.isAsking ? "" : (called.label ?? picked.label) },
    isNameAsked: called.isAsking,
    onChange,
  };
  if (field.kind === "person") return <PersonPicker {...common} />;
  if (field.kind === "organisation" || field.kind === "branch") return <OrganisationPicker {...common} />;
  const list = listOfKind[field.kind];
  return <SubjectPicker {...common} among={list ? { list } : {}} />;
}
