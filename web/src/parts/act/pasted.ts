// One line of a column copied from a spreadsheet: choices by their labels, days and numbers as written.
import type { EventField, Label } from "../../api/catalogue";
import { folded } from "../../lib/fold";
import { readNumber } from "../../lib/number";
import { readPart } from "../../lib/partial-day";
import { language } from "../../lib/words";
import { type FieldValue, numberKinds, takesOf } from "./form-values";

export function readPasted(field: EventField, line: string, label: (label: Label) => string): FieldValue {
  const text = (line.split("\t")[0] ?? "").trim();
  const takes = takesOf[field.kind];
  if (takes) return readPart(text, takes) ?? text;
  if (numberKinds.has(field.kind)) return readNumber(text, language()) ?? text;
  if (field.kind === "choice") {
    const wanted = folded(text);
    return field.choices?.find((choice) => choice.code === text || folded(label(choice.label)) === wanted)?.code ?? "";
  }
  return text;
}
