// What an event says, in words: choices by their labels, days as they are written, references by name.
import type { EventField, EventType } from "../../api/catalogue";
import { shownNumber } from "../../lib/number";
import { shownPart } from "../../lib/partial-day";
import { useLabel, useLanguage } from "../../lib/words";
import type { Picked } from "../pick/picked";
import { type FieldValue, held, type Seat, takesOf } from "./form-values";
import { useActWords } from "./words";

export function useShownValue(): (field: EventField, value: FieldValue) => string {
  const say = useActWords();
  const label = useLabel();
  const language = useLanguage();
  const choice = (field: EventField, code: string) =>
    label(field.choices?.find((each) => each.code === code)?.label) || code;
  return (field, value) => {
    if (value === undefined || value === "") return say("nothing");
    if (typeof value === "number") return shownNumber(value, language);
    if (typeof value === "boolean") return say(value ? "yes" : "no");
    if (typeof value === "string") {
      if (field.kind === "yes_no") return say(value === "yes" ? "yes" : "no");
      if (field.kind === "choice") return choice(field, value);
      return takesOf[field.kind] ? shownPart(value) : value;
    }
    if (!Array.isArray(value)) return value.label;
    const each = (one: Picked | Seat) =>
      "position" in one ? `${one.person?.label ?? ""} (${choice(field, one.position)})` : one.label;
    return value.map(each).join(", ");
  };
}

/** The values of an event, by label. */
export function useShownData() {
  const label = useLabel();
  const show = useShownValue();
  return (type: EventType, data: Record<string, unknown>, labels: Record<string, string>) =>
    type.fields
      .filter(({ name }) => data[name] !== undefined)
      .map((field) => ({
        name: field.name,
        label: label(field.label),
        value: show(field, held(field, data[field.name], labels)),
      }));
}
