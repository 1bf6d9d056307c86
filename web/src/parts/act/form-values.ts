// What stands in the fields of a form, and the events that come of it. Plain data throughout: a draft is
// this, written down.
import type { EventField, EventType } from "../../api/catalogue";
import type { Authority, Known, NewEvent, Reference } from "../../api/records";
import { isDay } from "../../lib/day";
import { isPart, isYear, type Takes } from "../../lib/partial-day";
import type { Picked } from "../pick/picked";
import type { Subject } from "./kinds";

export interface Seat {
  person?: Picked;
  position: string;
}
/** Texts, codes and days as texts; a number that could not be read is the text that was written. */
export type FieldValue = string | number | boolean | Picked | Picked[] | Seat[] | undefined;
export type Values = Record<string, FieldValue>;

export interface Content {
  /** Key of what an opening event brings; empty: the proposed one. */
  key: string;
  on: string;
  authority: Authority;
  /** Told once for all. */
  shared: Values;
  /** Several subjects: what is told of each, by its key. */
  own: Record<string, Values>;
  /** Several subjects: the fields that stand in the grid. */
  apart: string[];
  /** Several subjects: keys that were taken off the list. */
  dropped: string[];
}

/** A thing to put right: `field` is data.NAME, effective_on, subject, authority.NAME, or "" (the whole). */
export interface Fault {
  field: string;
  /** Key of the one of several subjects whom it concerns. */
  of?: string;
  code: string;
  text: string;
  rule?: string;
  basis?: string;
}

export type Local = "missing" | "unreadable" | "empties" | "unchanged";

export const takesOf: Record<string, Takes> = { date: "day", month: "month", year_or_date: "year-or-day" };
export const numberKinds = new Set(["whole_number", "vnd", "points", "number"]);
export const listOfKind: Record<string, string> = { congress: "congresses" };

export function isEmpty(value: FieldValue): boolean {
  if (value === undefined || value === "") return true;
  if (typeof value === "string") return value.trim() === "";
  return Array.isArray(value) && value.length === 0;
}

function isSeats(value: FieldValue): value is Seat[] {
  return Array.isArray(value) && value.every((each) => "position" in each);
}

function isUnreadable(field: EventField, value: FieldValue): boolean {
  const takes = takesOf[field.kind];
  if (takes) return typeof value === "string" && !isPart(value, takes);
  if (numberKinds.has(field.kind)) return typeof value !== "number";
  if (field.kind === "seats") return isSeats(value) && value.some((seat) => !seat.person || seat.position === "");
  return false;
}

export function faultOf(field: EventField, value: FieldValue): Local | undefined {
  if (isEmpty(value)) return field.required ? "missing" : undefined;
  return isUnreadable(field, value) ? "unreadable" : undefined;
}

/** As it travels. */
export function sent(field: EventField, value: FieldValue): unknown {
  if (isEmpty(value)) return undefined;
  if (typeof value === "string") {
    if (field.kind === "yes_no") return value === "yes";
    if (field.kind === "year_or_date" && isYear(value)) return Number(value);
    return value.normalize("NFC").trim();
  }
  if (isSeats(value)) return value.map(({ person, position }) => ({ person: person?.key, position }));
  if (Array.isArray(value)) return value.map((each) => (each as Picked).key);
  return typeof value === "object" ? value.key : value;
}

/** What a recorded event says, as a form holds it; references are named by `labels` where these know them. */
export function held(field: EventField, value: unknown, labels: Record<string, string> = {}): FieldValue {
  if (value === undefined || value === null) return undefined;
  const picked = (key: unknown, kind: string): Picked => ({
    key: String(key),
    label: labels[`${kind}:${key}`] ?? labels[`person:${key}`] ?? labels[`organisation:${key}`] ?? String(key),
    kind,
  });
  switch (field.kind) {
    case "yes_no":
      return value === true ? "yes" : "no";
    case "year_or_date":
      return String(value);
    case "person":
    case "organisation":
    case "congress":
      return picked(value, field.kind);
    case "branch":
    case "organisation_or_person":
      return picked(value, "organisation");
    case "people":
      return Array.isArray(value) ? value.map((each) => picked(each, "person")) : undefined;
    case "seats":
      return (value as { person: string; position: string }[]).map(({ person, position }) => ({
        person: picked(person, "person"),
        position,
      }));
    default:
      return typeof value === "number" ? value : String(value);
  }
}

export function heldAll(type: EventType, data: Record<string, unknown>, labels?: Record<string, string>): Values {
  const values: Values = {};
  for (const field of type.fields) values[field.name] = held(field, data[field.name], labels);
  return values;
}

export interface Made {
  events: NewEvent[];
  /** Line of the request → key of the subject, where there are several. */
  lines: Subject[];
  faults: { field: string; of?: string; fault: Local }[];
}

function authorityOf({ number, date, issuer }: Authority): Authority | undefined {
  const told: Authority = {};
  if (number?.trim()) told.number = number.normalize("NFC").trim();
  if (date) told.date = date;
  if (issuer?.trim()) told.issuer = issuer.normalize("NFC").trim();
  return Object.keys(told).length > 0 ? told : undefined;
}

/** What the record says of a field, as a form holds it. */
export function heldKnown(field: EventField, known: Known | undefined): FieldValue {
  if (!known || known.masked) return undefined;
  const told = known.reference ?? known.value;
  const reference = typeof told === "object" && told !== null && "key" in told ? (told as Reference) : undefined;
  if (!reference) return held(field, known.value);
  return { key: reference.key, label: reference.label, ...(reference.kind ? { kind: reference.kind } : {}) };
}

export function isSame(field: EventField, one: FieldValue, other: FieldValue): boolean {
  return JSON.stringify(sent(field, one)) === JSON.stringify(sent(field, other));
}

/** Only what differs from what the record says; a field that was told cannot become untold. */
function changed(type: EventType, values: Values, base: Values, faults: Made["faults"]): Values {
  const out: Values = {};
  for (const field of type.fields) {
    const { name } = field;
    if (isSame(field, values[name], base[name])) {
      if (field.required) out[name] = values[name];
    } else if (isEmpty(values[name])) faults.push({ field: `data.${name}`, fault: "empties" });
    else out[name] = values[name];
  }
  const isAny = type.fields.some((field) => !isSame(field, values[field.name], base[field.name]));
  if (!isAny) faults.push({ field: "", fault: "unchanged" });
  return out;
}

/** The events that a form would record, and what keeps them from being sent. */
export function made(type: EventType, content: Content, subjects: Subject[], proposedKey: string, base?: Values): Made {
  const faults: Made["faults"] = [];
  if (content.on === "") faults.push({ field: "effective_on", fault: "missing" });
  else if (!isDay(content.on)) faults.push({ field: "effective_on", fault: "unreadable" });
  const { date } = content.authority;
  if (date && !isDay(date)) faults.push({ field: "authority.date", fault: "unreadable" });
  const isMany = subjects.length > 1;
  const lines = subjects.filter(({ key }) => !content.dropped.includes(key));
  const apart = isMany ? new Set(content.apart) : new Set<string>();
  for (const field of type.fields) {
    const fault = apart.has(field.name) ? undefined : faultOf(field, content.shared[field.name]);
    if (fault) faults.push({ field: `data.${field.name}`, fault });
  }
  const authority = authorityOf(content.authority);
  const event = (subject: string, values: Values): NewEvent => {
    const data: Record<string, unknown> = {};
    for (const field of type.fields) {
      const told = sent(field, values[field.name]);
      if (told !== undefined) data[field.name] = told;
    }
    const made: NewEvent = { type: type.name, subject, effective_on: content.on, data };
    return authority ? { ...made, authority } : made;
  };
  if (!isMany) {
    const key = type.opens ? content.key.trim() || proposedKey : subjects[0]?.key;
    if (!key) faults.push({ field: "subject", fault: "missing" });
    const values = base ? changed(type, content.shared, base, faults) : content.shared;
    return { events: [event(key ?? "", values)], lines, faults };
  }
  const events = lines.map(({ key }) => {
    const values = { ...content.shared };
    for (const field of type.fields.filter(({ name }) => apart.has(name))) {
      values[field.name] = ownValue(content, key, field.name);
      const fault = faultOf(field, values[field.name]);
      if (fault) faults.push({ field: `data.${field.name}`, of: key, fault });
    }
    return event(key, values);
  });
  if (lines.length === 0) faults.push({ field: "subject", fault: "missing" });
  return { events, lines, faults };
}

/** What is told of one subject: its own, or else what is told for all. */
export function ownValue(content: Content, key: string, name: string): FieldValue {
  const own = content.own[key]?.[name];
  return own === undefined ? content.shared[name] : own;
}
