// What is known of a subject under one name, as people read it: a value, a link, or that it is masked.
import type { Known } from "../../api/records";
import { useLabel } from "../../lib/words";
import { truth } from "../history/words";
import { RecordLink } from "./record-link";

function isReference(value: unknown): value is { key: string; label: string; kind: string } {
  return typeof value === "object" && value !== null && "key" in value && "label" in value && "kind" in value;
}

export function ShownKnown({ known }: { known: Known }) {
  const { value, shown } = known;
  const label = useLabel();
  if (typeof value === "boolean") return <>{label(truth[`${value}`])}</>;
  if (isReference(value)) return <RecordLink kind={value.kind} recordKey={value.key} label={value.label} />;
  const { reference } = known;
  if (reference?.kind) {
    return <RecordLink kind={reference.kind} recordKey={reference.key} label={shown ?? reference.label} />;
  }
  return <>{shown ?? String(value ?? "")}</>;
}
