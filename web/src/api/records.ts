// Records, their history, lists and figures, as the server sends them, and the questions that fetch them.
import { hashKey, keepPreviousData, type QueryClient, useQuery } from "@tanstack/react-query";
import { answer, api, ask, problemOf, type Schemas } from "./client";

export interface Reference {
  key: string;
  label: string;
  kind?: string;
}
export interface Authority {
  number?: string;
  date?: string;
  issuer?: string;
}
export interface Known {
  label: string;
  value?: unknown;
  shown?: string;
  masked?: boolean;
  since?: string;
  seq?: number;
  event?: string;
  reference?: Reference;
  references?: Reference[];
}
export interface Act {
  type: string;
  two: boolean;
}
export interface SubjectState {
  key: string;
  kind: string;
  name: string;
  on: string;
  traits: Record<string, Known>;
  fields: Record<string, Known>;
  acts?: Act[];
}
export interface HistoryEvent {
  seq: number;
  type: string;
  effective_on: string;
  data?: Record<string, unknown>;
  authority?: Authority;
  /** Taken back by a later entry, which says which one (`voids`) and why (`reason`). */
  voided: boolean;
  voids?: number;
  reason?: string;
  /** Fields that are guarded, and left out of the data until asked for. */
  masked?: string[];
  may_void?: boolean;
  recorded_at: string;
  recorded_by: string;
  confirmed_by?: string;
}
export interface History {
  subject_type: string;
  subject: Reference;
  events: HistoryEvent[];
  /** Labels of what the events name: "organisation:CQ-01-01". */
  labels?: Record<string, string>;
}
export interface ListRow {
  key: string;
  name: string;
  seat: Reference | null;
  [trait: string]: unknown;
}
export interface Facet {
  values: { value: string | number | null; label: string; count: number }[];
  different: number;
}
export interface ListPage {
  total: number;
  next: string | null;
  rows: ListRow[];
  /** How often each value occurs, the most frequent first; `different` counts those left out as well. */
  facets: Record<string, Facet>;
}
export type Organisation = Schemas["organisation"] & { acts?: Act[] };
export type Figure = Schemas["figure"] & { by_month?: number[] };
export type FigureRecord = Schemas["record"];

/** A time that is looked at: a day in the world, and a moment up to which the books were known. */
export interface AsOf {
  on?: string;
  as_known?: string;
}

/** Names and values of an address; what is undefined or empty is left out, lists are repeated. */
export function query(values: Record<string, string | number | undefined | string[]>): string {
  const all = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    if (Array.isArray(value)) for (const each of value) all.append(name, each);
    else if (value !== undefined && value !== "") all.append(name, String(value));
  }
  const text = all.toString();
  return text === "" ? "" : `?${text}`;
}

/** The answer of an address below /api/v1 that is put together at run time (a list of any name). */
export async function read<T>(path: string, signal?: AbortSignal): Promise<T> {
  const response = await ask(new URL(`/api/v1${path}`, location.origin).href, { signal: signal ?? null });
  if (!response.ok) throw await problemOf(response);
  return (await response.json()) as T;
}

export function useRecord(list: string, key: string, at: AsOf & { reveal?: string[] } = {}) {
  return useQuery({
    queryKey: ["record", list, key, at],
    queryFn: ({ signal }) => read<SubjectState>(`/${list}/${encodeURIComponent(key)}${query({ ...at })}`, signal),
    placeholderData: keepPreviousData,
  });
}

/** The same record with what is masked shown. Each asking is written down, so it is never asked for twice. */
export function useRevealed(list: string, key: string, at: AsOf, guards: string[]) {
  return useQuery({
    queryKey: ["record", list, key, at, "revealed", guards],
    enabled: guards.length > 0,
    queryFn: ({ signal }) =>
      read<SubjectState>(`/${list}/${encodeURIComponent(key)}${query({ ...at, reveal: guards })}`, signal),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
}

export function useHistory(subjectType: string, key: string, asKnown?: string, enabled = true) {
  return useQuery({
    enabled,
    queryKey: ["history", subjectType, key, asKnown],
    queryFn: ({ signal }) =>
      read<History>(`/events${query({ subject_type: subjectType, key, as_known: asKnown })}`, signal),
  });
}

/** One entry with what is masked told; each asking is written down. */
export async function revealedEvent(subjectType: string, key: string, seq: number, reveal: string[]) {
  const history = await read<History>(`/events${query({ subject_type: subjectType, key, reveal })}`);
  return history.events.find((event) => event.seq === seq);
}

/** The same history with what is masked told. Each asking is written down, so it is never asked for twice. */
export function useRevealedHistory(subjectType: string, key: string, asKnown: string | undefined, guards: string[]) {
  return useQuery({
    queryKey: ["history", subjectType, key, asKnown, "revealed", guards],
    enabled: guards.length > 0,
    queryFn: ({ signal }) =>
      read<History>(`/events${query({ subject_type: subjectType, key, as_known: asKnown, reveal: guards })}`, signal),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
}

export function useOrganisation(key: string | undefined, at: AsOf = {}) {
  return useQuery({
    queryKey: ["organisation", key, at],
    enabled: key !== undefined,
    queryFn: ({ signal }) =>
      read<Organisation>(`/organisations/${encodeURIComponent(key ?? "")}${query({ ...at })}`, signal),
    placeholderData: keepPreviousData,
  });
}

/** Everything that may look different once something has been recorded; but for what is there no longer. */
export function forgetWhatIsShown(client: QueryClient, gone?: readonly unknown[]): Promise<void> {
  return client.invalidateQueries({
    predicate: ({ queryKey }) =>
      !["session", "catalogue"].includes(String(queryKey[0])) &&
      !(gone && hashKey(queryKey.slice(0, gone.length)) === hashKey(gone)),
  });
}

export type Receipt = Schemas["receipt"];
export interface NewEvent {
  type: string;
  subject?: string;
  effective_on?: string;
  authority?: Authority;
  data: Record<string, unknown>;
}

/** Records events, all or none, or only tries them. `once` names the attempt, so that a repeated one counts once. */
export async function record(events: NewEvent[], how: { check?: boolean; once?: string } = {}): Promise<Receipt> {
  const asked = api.POST("/api/v1/events", {
    params: { query: how.check ? { check: "1" } : {} },
    headers: how.once ? { "Idempotency-Key": how.once } : {},
    body: (events.length === 1 ? events[0] : events) as Schemas["events"],
  });
  return answer<Receipt>(asked);
}
