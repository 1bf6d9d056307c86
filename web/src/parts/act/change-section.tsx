import type { Known, Receipt } from "../../api/records";
import type { Subject } from "./kinds";

interface Section {
  /** The event that changes: person.details_changed; any that `amends`. */
  type: string;
  subject: Subject;
  /** Which fields of the event, in this order. */
  fields: string[];
  /** What they are now: `fields` of the record's state. */
  known: Record<string, Known>;
  onDone: (receipt: Receipt) => void;
  onCancel: () => void;
}

export function ChangeSection(_: Section) {
  return null;
}
