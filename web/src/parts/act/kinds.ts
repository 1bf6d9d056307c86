// What an act is about, and what its form is given.
import type { Receipt } from "../../api/records";

/** A subject of the books; `kind` is its type: person, organisation, class, … */
export interface Subject {
  kind: string;
  key: string;
  label: string;
}

export interface ActFormProps {
  /** Name of the event type. */
  type: string;
  subject?: Subject;
  /** One event for each of these, all or none. */
  subjects?: Subject[];
  /** Data of an event to begin with, by the names of its fields; references by their keys. */
  preset?: Record<string, unknown>;
  presetOn?: string;
  presetAuthority?: { number?: string; date?: string; issuer?: string };
  /** Labels of what the preset names: "organisation:CQ-01-01". */
  labels?: Record<string, string>;
  onDone: (receipt: Receipt) => void;
  onCancel: () => void;
}
