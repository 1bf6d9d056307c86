// How a record is divided, and what of it is missing.
import type { Catalogue, EventField, EventType } from "../../api/catalogue";
import type { Known, SubjectState } from "../../api/records";

export interface Section {
  /** In the address, when the section is being changed: `sua=ly-lich`. */
  name: string;
  title: string;
  /** Names of fields or traits, in their order. */
  fields: string[];
  /** Shows what is not known, too. */
  isWhole?: boolean;
}

/** A field says what was written; a trait what follows from all that was recorded. */
export function knownOf(state: SubjectState, name: string): Known | undefined {
  return state.fields[name] ?? state.traits[name];
}

/** The event by which the fields of such a subject are changed, where it may be recorded now. */
export function amendingOf(catalogue: Catalogue | undefined, state: SubjectState): EventType | undefined {
  const offered = new Set(state.acts?.map((act) => act.type));
  return catalogue?.events.find(
    (event) => event.subject === state.kind && event.amends === true && !event.opens && offered.has(event.name),
  );
}

/** The field as the events of such subjects describe it: its label, and who may see it. */
export function fieldOf(catalogue: Catalogue | undefined, subject: string, name: string): EventField | undefined {
  for (const event of catalogue?.events ?? []) {
    if (event.subject !== subject || !(event.opens || event.amends)) continue;
    const field = event.fields.find((each) => each.name === name);
    if (field) return field;
  }
  return undefined;
}

export interface Missing {
  name: string;
  /** The section in which it can be filled in. */
  section: Section | undefined;
}

export function missingOf(state: SubjectState, required: string[], sections: Section[]): Missing[] {
  return required
    .filter((name) => knownOf(state, name) === undefined)
    .map((name) => ({ name, section: sections.find((section) => section.fields.includes(name)) }));
}
