// What an act is about, and what its form is given.
import type { ReactNode } from "react";
import type { Known, Receipt } from "../../api/records";

/** A subject of the books; `kind` is its type: person, organisation, class, … */
export interface Subject {
  kind: string;
  key: string;
  label: string;
}

/** What stands in a form so far. */
export interface ActDraft {
  type: string;
  effective_on: string | undefined;
  data: Record<string, unknown>;
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
  /** Key of what is opened: where it was opened before, and that was taken back. */
  presetKey?: string;
  presetAuthority?: { number?: string; date?: string; issuer?: string };
  /** Labels of what the preset names: "organisation:CQ-01-01". */
  labels?: Record<string, string>;
  /** Only these fields of the event, as the record knows them; what stays as it is, is not sent. */
  changes?: { fields: string[]; known: Record<string, Known> };
  /** Drawn beside the form: what would change. */
  preview?: (draft: ActDraft) => ReactNode;
  onDone: (receipt: Receipt) => void;
  onCancel: () => void;
}
