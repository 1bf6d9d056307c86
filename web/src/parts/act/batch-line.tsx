// One of several subjects: its cells, what is wrong with it, and a button that takes it off the list. Of a
// hundred lines only those are drawn anew that have changed.
import { ActionIcon, Text } from "@mantine/core";
import { X } from "lucide-react";
import { memo } from "react";
import type { EventField } from "../../api/catalogue";
import { useLabel } from "../../lib/words";
import { ActField } from "./act-field";
import { faultAt, idOf, textWithBasis } from "./faults";
import type { Fault, FieldValue } from "./form-values";
import type { Subject } from "./kinds";
import { useActWords } from "./words";

export interface LineSteps {
  set: (key: string, field: string, value: FieldValue) => void;
  touch: (key: string, field: string) => void;
  drop: (key: string) => void;
  /** Whether there was more than one line to fill. */
  paste: (key: string, field: EventField, text: string) => boolean;
}

interface Line {
  subject: Subject;
  fields: EventField[];
  form: string;
  values: FieldValue[];
  faults: Fault[];
  steps: LineSteps;
}

function DrawnLine({ subject, fields, form, values, faults, steps }: Line) {
  const say = useActWords();
  const label = useLabel();
  const { key } = subject;
  const cells = new Set(fields.map(({ name }) => `data.${name}`));
  return (
    <tr>
      <th scope="row" id={idOf(form, "", key)} tabIndex={-1}>
        <Text>{subject.label}</Text>
        {faults
          .filter(({ field }) => !cells.has(field))
          .map((fault) => (
            <Text key={`${fault.field} ${fault.code}`} size="sm" c="bad">
              {textWithBasis(fault)}
            </Text>
          ))}
      </th>
      {fields.map((field, at) => {
        const place = `data.${field.name}`;
        return (
          <td
            key={field.name}
            onPaste={(event) => {
              if (steps.paste(key, field, event.clipboardData.getData("text/plain"))) event.preventDefault();
            }}
          >
            <ActField
              field={field}
              id={idOf(form, place, key)}
              label={say("each", { label: label(field.label), who: subject.label })}
              value={values[at]}
              onChange={(value) => steps.set(key, field.name, value ?? "")}
              onBlur={() => steps.touch(key, place)}
              error={faultAt(faults, place, key)}
              hidesLabel
            />
          </td>
        );
      })}
      <td>
        <ActionIcon
          variant="subtle"
          size={44}
          aria-label={say("drop", { who: subject.label })}
          onClick={() => steps.drop(key)}
        >
          <X size={20} aria-hidden />
        </ActionIcon>
      </td>
    </tr>
  );
}

function isSame(before: Line, after: Line): boolean {
  return (
    before.subject.key === after.subject.key &&
    before.subject.label === after.subject.label &&
    before.form === after.form &&
    before.fields.length === after.fields.length &&
    before.fields.every((field, at) => field === after.fields[at]) &&
    before.values.every((value, at) => value === after.values[at]) &&
    JSON.stringify(before.faults) === JSON.stringify(after.faults)
  );
}

export const BatchLine = memo(DrawnLine, isSame);
