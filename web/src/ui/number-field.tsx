// A number as people write it: 1.234,5. Nothing is done to it before they leave.
import { Text, TextInput } from "@mantine/core";
import { readNumber, shownNumber } from "../lib/number";
import { useLanguage } from "../lib/words";
import { useFieldWords } from "./field-words";
import { useWritten } from "./written-field";

export interface NumberFieldProps {
  label: string;
  /** A text is what was written and is no number (yet). */
  value: number | string | undefined;
  onChange: (value: number | undefined, written: string) => void;
  error?: string | undefined;
  description?: string | undefined;
  required?: boolean;
  /** Takes no fractions. */
  whole?: boolean;
  /** Shown without points between thousands: years. */
  plain?: boolean;
  /** What is counted: đồng, %. */
  unit?: string | undefined;
  hidesLabel?: boolean;
  id?: string | undefined;
  onBlur?: (() => void) | undefined;
}

export function NumberField(field: NumberFieldProps) {
  const say = useFieldWords();
  const language = useLanguage();
  const read = (written: string): number | string | undefined => {
    const number = readNumber(written, language);
    return field.whole && number !== undefined && !Number.isSafeInteger(number) ? undefined : number;
  };
  const { text, isUnread, set, events } = useWritten({
    value: field.value,
    onChange: (number, written) => field.onChange(typeof number === "number" ? number : undefined, written),
    read,
    show: (value) => (typeof value === "string" || field.plain ? String(value) : shownNumber(value, language)),
    onBlur: field.onBlur,
  });
  const fault = () => say(readNumber(text, language) === undefined ? "notANumber" : "notWhole");
  return (
    <TextInput
      id={field.id}
      label={field.hidesLabel ? undefined : field.label}
      aria-label={field.hidesLabel ? field.label : undefined}
      description={field.description}
      value={text}
      onChange={(event) => set(event.currentTarget.value)}
      {...events}
      error={isUnread ? fault() : field.error}
      required={field.required ?? false}
      inputMode={field.whole ? "numeric" : "decimal"}
      autoComplete="off"
      size="md"
      maw={field.hidesLabel ? undefined : 320}
      rightSectionWidth={field.unit ? 64 : undefined}
      rightSection={field.unit ? <Text c="dimmed">{field.unit}</Text> : undefined}
    />
  );
}
