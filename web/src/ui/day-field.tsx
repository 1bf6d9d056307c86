// A day as people write it: 5/9/1995, 05.09.1995, 05091995. Nothing is done to it before they leave.
import { Button, TextInput } from "@mantine/core";
import { today } from "../lib/day";
import { readPart, shownPart, type Takes } from "../lib/partial-day";
import { useFieldWords } from "./field-words";
import { useWritten } from "./written-field";

export interface DayFieldProps {
  label: string;
  /** 2021-01-20; a month 2021-01 or a year 2021 where the field takes these. */
  value: string | undefined;
  /** The day, or undefined where what is written is none; and what is written. */
  onChange: (value: string | undefined, written: string) => void;
  error?: string | undefined;
  description?: string | undefined;
  required?: boolean;
  takes?: Takes;
  /** A button that writes the present day. */
  offersToday?: boolean;
  /** In a grid the column's head says it. */
  hidesLabel?: boolean;
  id?: string | undefined;
  onBlur?: (() => void) | undefined;
}

const forms = { day: "day", month: "month", "year-or-day": "yearOrDay" } as const;
const faults = { day: "notADay", month: "notAMonth", "year-or-day": "notAYearOrDay" } as const;

export function DayField(field: DayFieldProps) {
  const say = useFieldWords();
  const takes = field.takes ?? "day";
  const { text, isUnread, set, events } = useWritten({
    value: field.value,
    onChange: field.onChange,
    read: (written) => readPart(written, takes),
    show: shownPart,
    onBlur: field.onBlur,
  });
  const offers = field.offersToday && text === "";
  return (
    <TextInput
      id={field.id}
      label={field.hidesLabel ? undefined : field.label}
      aria-label={field.hidesLabel ? field.label : undefined}
      description={field.description}
      placeholder={say(forms[takes])}
      value={text}
      onChange={(event) => set(event.currentTarget.value)}
      {...events}
      error={isUnread ? say(faults[takes]) : field.error}
      required={field.required ?? false}
      inputMode="numeric"
      autoComplete="off"
      size="md"
      maw={field.hidesLabel ? undefined : 320}
      rightSectionWidth={offers ? 96 : undefined}
      rightSection={
        offers ? (
          <Button variant="subtle" size="compact-sm" onClick={() => set(shownPart(today()))}>
            {say("today")}
          </Button>
        ) : undefined
      }
    />
  );
}
