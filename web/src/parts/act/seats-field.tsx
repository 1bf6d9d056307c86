// Who sits where: a line for each person and position.
import { ActionIcon, Button, Fieldset, Group, Input, NativeSelect, Stack } from "@mantine/core";
import { Plus, X } from "lucide-react";
import type { Choice } from "../../api/catalogue";
import { useLabel } from "../../lib/words";
import { PersonPicker } from "../pick/person-picker";
import classes from "./act.module.css";
import type { Seat } from "./form-values";
import { useActWords } from "./words";

interface Seats {
  id: string;
  label: string;
  choices: Choice[];
  value: Seat[];
  onChange: (value: Seat[]) => void;
  onBlur: () => void;
  error: string | undefined;
}

export function SeatsField({ id, label, choices, value, onChange, onBlur, error }: Seats) {
  const say = useActWords();
  const labelled = useLabel();
  const lines = value.length > 0 ? value : [{ position: "" }];
  const set = (at: number, part: Partial<Seat>) =>
    onChange(lines.map((line, number) => (number === at ? { ...line, ...part } : line)));
  return (
    <Fieldset legend={label} id={id} tabIndex={-1}>
      <Stack gap="md">
        {lines.map((line, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place
          <Group key={at} gap="sm" align="flex-end" className={classes.seat ?? ""}>
            <PersonPicker
              label={say("seatNumber", { label: say("person"), number: at + 1 })}
              value={line.person}
              onChange={(person) => {
                const { person: _, ...rest } = line;
                onChange(lines.map((each, number) => (number === at ? (person ? { ...rest, person } : rest) : each)));
              }}
              onBlur={onBlur}
            />
            <NativeSelect
              label={say("seatNumber", { label: say("seat"), number: at + 1 })}
              value={line.position}
              onChange={(event) => set(at, { position: event.currentTarget.value })}
              onBlur={onBlur}
              data={[
                { value: "", label: say("choose") },
                ...choices.map((choice) => ({ value: choice.code, label: labelled(choice.label) })),
              ]}
              size="md"
            />
            <ActionIcon
              variant="subtle"
              size={44}
              aria-label={say("dropSeat", { number: at + 1 })}
              onClick={() => onChange(lines.filter((_, number) => number !== at))}
            >
              <X size={20} aria-hidden />
            </ActionIcon>
          </Group>
        ))}
        {error && <Input.Error size="md">{error}</Input.Error>}
        <Button
          variant="default"
          h={44}
          leftSection={<Plus size={20} aria-hidden />}
          onClick={() => onChange([...lines, { position: "" }])}
          className={classes.start ?? ""}
        >
          {say("addSeat")}
        </Button>
      </Stack>
    </Fieldset>
  );
}
