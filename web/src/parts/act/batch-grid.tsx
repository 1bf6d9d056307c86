// One act about several at once: a line each, a column for each field that differs. Lines may be dropped.
import { Button, Checkbox, Group, Stack, Text } from "@mantine/core";
import { useRef, useState } from "react";
import type { EventType } from "../../api/catalogue";
import { useLabel } from "../../lib/words";
import classes from "./act.module.css";
import { BatchLine, type LineSteps } from "./batch-line";
import { idOf } from "./faults";
import { type Fault, ownValue } from "./form-values";
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
  const steps = useSteady(state);
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
              <BatchLine
                key={subject.key}
                subject={subject}
                fields={apart}
                form={form}
                values={apart.map(({ name }) => ownValue(content, subject.key, name))}
                faults={faultsOn(state, subject.key)}
                steps={steps}
              />
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

/** The faults of one line: those of its cells as they are shown, and all that have no cell. */
function faultsOn({ content, shown, sending }: ActFormState, of: string): Fault[] {
  const hasCell = ({ field }: Fault) => content.apart.some((name) => field === `data.${name}`);
  const own = (fault: Fault) => fault.of === of;
  return [
    ...shown.filter((fault) => own(fault) && hasCell(fault)),
    ...sending.refused.filter((fault) => own(fault) && !hasCell(fault)),
  ];
}

/** The same functions at each drawing, so that a line is drawn anew only when it has changed. */
function useSteady(state: ActFormState): LineSteps {
  const latest = useRef(state);
  latest.current = state;
  const label = useRef(useLabel());
  const [steps] = useState<LineSteps>(() => ({
    set: (key, field, value) => latest.current.setOwn(key, field, value),
    touch: (key, field) => latest.current.touch(field, key),
    drop: (key) => {
      const { content, setContent } = latest.current;
      setContent("", { dropped: [...content.dropped, key] });
    },
    paste: (key, field, text) => {
      const { made, setOwn } = latest.current;
      const lines = text.replace(/\r?\n$/, "").split(/\r?\n/);
      if (lines.length < 2) return false;
      const first = made.lines.findIndex((line) => line.key === key);
      made.lines.slice(first, first + lines.length).forEach((line, at) => {
        setOwn(line.key, field.name, readPasted(field, lines[at] ?? "", label.current));
      });
      return true;
    },
  }));
  return steps;
}
