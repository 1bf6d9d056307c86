// What an event says, field by field, as people read it: the labels of choices and references, days, money.
import type { Catalogue, EventField, Label } from "../../api/catalogue";
import type { HistoryEvent } from "../../api/records";
import { shownDay, shownMonth } from "../../lib/day";
import { type Language, shownNumber } from "../../lib/number";
import { truth } from "./words";

/** One value: its text, and whom it names. `of` stands after it: the post of a person. */
export interface Piece {
  text: string;
  reference?: { kind: string; key: string };
  of?: string;
}
export interface Line {
  name: string;
  label: string;
  pieces: Piece[];
  /** It says something that is told only when asked for. */
  isMasked: boolean;
  guard: string | undefined;
}

export interface Reader {
  catalogue: Catalogue;
  labels: Record<string, string>;
  language: Language;
  say: (label: Label | undefined) => string;
}

const named: Record<string, string[]> = {
  person: ["person"],
  people: ["person"],
  seats: ["person"],
  branch: ["organisation"],
  organisation: ["organisation"],
  organisation_or_person: ["organisation", "person"],
  congress: ["congress"],
};

function reference(kinds: string[], key: string, reader: Reader): Piece {
  const kind = kinds.find((each) => reader.labels[`${each}:${key}`] !== undefined);
  // Whom this user may not see stays a key, and no link leads there.
  return kind ? { text: reader.labels[`${kind}:${key}`] ?? key, reference: { kind, key } } : { text: key };
}

function choice(field: EventField, code: string, reader: Reader): string {
  const found = field.choices?.find((each) => each.code === code);
  return found ? reader.say(found.label) : code;
}

function piece(field: EventField, value: unknown, reader: Reader): Piece {
  const kinds = named[field.kind];
  if (typeof value === "object" && value !== null) {
    const { person, position } = value as { person?: unknown; position?: unknown };
    return { ...reference(["person"], String(person), reader), of: choice(field, String(position), reader) };
  }
  if (kinds) return reference(kinds, String(value), reader);
  if (typeof value === "boolean") return { text: reader.say(truth[`${value}`]) };
  // A year is a number that nobody writes with a dot.
  if (typeof value === "number") {
    const isYear = field.name === "year" || field.kind === "year_or_date";
    return { text: isYear ? String(value) : shownNumber(value, reader.language) };
  }
  const text = String(value);
  if (field.choices) return { text: choice(field, text, reader) };
  if (field.kind === "month") return { text: shownMonth(text) };
  if (field.kind === "date" || field.kind === "year_or_date") return { text: shownDay(text) };
  if (field.kind === "figure") {
    return { text: reader.say(reader.catalogue.figures.find((each) => each.name === text)?.label) || text };
  }
  return { text };
}

/** The fields of an event in the order in which its type describes them. */
export function linesOf(event: HistoryEvent, reader: Reader): Line[] {
  const type = reader.catalogue.events.find((each) => each.name === event.type);
  const data = event.data ?? {};
  const lines: Line[] = [];
  for (const field of type?.fields ?? []) {
    const value = data[field.name];
    const isMasked = event.masked?.includes(field.name) ?? false;
    if (!isMasked && (value === undefined || value === null)) continue;
    const all = Array.isArray(value) ? value : [value];
    const pieces = isMasked ? [] : all.map((each) => piece(field, each, reader));
    lines.push({ name: field.name, label: reader.say(field.label), pieces, isMasked, guard: field.guard });
  }
  return lines;
}

export function eventLabel(type: string, reader: Reader): string {
  return reader.say(reader.catalogue.events.find((each) => each.name === type)?.label) || type;
}

/** What the entries of a type come to in money, where they are about money. */
export function moneyOf(events: HistoryEvent[], catalogue: Catalogue): number | undefined {
  const type = catalogue.events.find((each) => each.name === events[0]?.type);
  const field = type?.fields.find((each) => each.kind === "vnd");
  if (!field) return undefined;
  return events.reduce((sum, event) => sum + (Number(event.data?.[field.name]) || 0), 0);
}
