// One act about several at once: a line each, a column for each field that differs. Lines may be dropped.
import { ActionIcon, Button, Checkbox, Group, Stack, Text } from "@mantine/core";
import { X } from "lucide-react";
import type { ClipboardEvent } from "react";
import type { EventField, EventType } from "../../api/catalogue";
import { useLabel } from "../../lib/words";
import classes from "./act.module.css";
import { ActField } from "./act-field";
import { faultAt, idOf, textWithBasis } from "./faults";
import { ownValue } from "./form-values";
import type { Subject } from "./kinds";
import { readPasted } from "./pasted";
import { type ActFormState, isOwnByNature } from "./use-act-form";
import { useActWords } from "./words";

interface Grid {
  type: EventType;
  state: ActFormState;
  form: string;
}

const inGrid = new Set([
  "text",
  "choice",
  "yes_no",
  "date",
  "month",
  "year_or_date",
  "whole_number",
  "vnd",
  "points",
  "number",
]);

export function BatchGrid({ type, state, form }: Grid) {
  const say = useActWords();
  const label = useLabel();
  const { content, subjects, made } = state;
  const apart = type.fields.filter(({ name }) => content.apart.includes(name));
  const mayDiffer = type.fields.filter(({ kind, name }) => inGrid.has(kind) && !isOwnByNature(name));
  const fill = (field: EventField, from: Subject, event: ClipboardEvent) => {
    const lines = event.clipboardData
      .getData("text/plain")
      .replace(/\r?\n$/, "")
      .split(/\r?\n/);
    if (lines.length < 2) return;
    event.preventDefault();
    const first = made.lines.findIndex(({ key }) => key === from.key);
    made.lines.slice(first, first + lines.length).forEach(({ key }, at) => {
      state.setOwn(key, field.name, readPasted(field, lines[at] ?? "", label));
    });
  };
  return (
    <Stack gap="sm">
      {mayDiffer.length > 0 && (
        <Checkbox.Group
          label={say("apart")}
          value={content.apart}
          onChange={(names) => state.setContent("apart", { apart: names })}
        >
          <Group gap="md">
            {mayDiffer.map(({ name, label: called }) => (
              <Checkbox key={name} value={name} label={label(called)} size="md" />
            ))}
          </Group>
        </Checkbox.Group>
      )}
      {apart.length > 0 && <Text c="dimmed">{say("pasteWhat")}</Text>}
      <div className={classes.grid} tabIndex={-1} id={idOf(form, "subject")}>
        <table>
          <thead>
            <tr>
              <th scope="col">{say("name")}</th>
              {apart.map(({ name, label: called }) => (
                <th key={name} scope="col">
                  {label(called)}
                </th>
              ))}
              <td />
            </tr>
          </thead>
          <tbody>
            {made.lines.map((subject) => (
              <tr key={subject.key}>
                <th scope="row" id={idOf(form, "", subject.key)} tabIndex={-1}>
                  <Text>{subject.label}</Text>
                  <Faults state={state} of={subject.key} />
                </th>
                {apart.map((field) => {
                  const at = `data.${field.name}`;
                  return (
                    <td key={field.name} onPaste={(event) => fill(field, subject, event)}>
                      <ActField
                        field={field}
                        id={idOf(form, at, subject.key)}
                        label={say("each", { label: label(field.label), who: subject.label })}
                        value={ownValue(content, subject.key, field.name)}
                        onChange={(value) => state.setOwn(subject.key, field.name, value ?? "")}
                        onBlur={() => state.touch(at, subject.key)}
                        error={faultAt(state.shown, at, subject.key)}
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
                    onClick={() => state.setContent("", { dropped: [...content.dropped, subject.key] })}
                  >
                    <X size={20} aria-hidden />
                  </ActionIcon>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Group gap="sm">
        <Text>{say("manyOf", { count: made.lines.length, all: subjects.length })}</Text>
        {content.dropped.length > 0 && (
          <Button variant="default" h={44} onClick={() => state.setContent("", { dropped: [] })}>
            {say("putBack", { count: content.dropped.length })}
          </Button>
        )}
      </Group>
    </Stack>
  );
}

/** What is wrong with one of them, and has no cell of its own. */
function Faults({ state, of }: { state: ActFormState; of: string }) {
  const cells = new Set(state.content.apart.map((name) => `data.${name}`));
  const found = state.sending.refused.filter((fault) => fault.of === of && !cells.has(fault.field));
  return found.map((fault) => (
    <Text key={fault.code} size="sm" c="bad" fw={400}>
      {textWithBasis(fault)}
    </Text>
  ));
}
