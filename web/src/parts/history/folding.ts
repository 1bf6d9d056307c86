// The order of a timeline: newest first, by year; what takes an entry back stands with it; many entries of
// one kind in a year (fees, people of a class) are folded into one.
import type { HistoryEvent } from "../../api/records";

export interface Entry {
  event: HistoryEvent;
  /** What took it back; that may have been taken back itself. */
  takenBackBy: Entry[];
}
export interface Fold {
  type: string;
  /** Newest first. */
  entries: Entry[];
}
export type Item = Entry | Fold;
export interface Year {
  year: string;
  items: Item[];
}

/** So many of one kind in a year may stand one by one. */
export const mostUnfolded = 3;

export function isFold(item: Item): item is Fold {
  return "entries" in item;
}

export function entriesOf(events: HistoryEvent[]): Entry[] {
  const entries = new Map(events.map((event) => [event.seq, { event, takenBackBy: [] } as Entry]));
  const first: Entry[] = [];
  for (const entry of entries.values()) {
    const target = entry.event.voids === undefined ? undefined : entries.get(entry.event.voids);
    if (target) target.takenBackBy.push(entry);
    else first.push(entry);
  }
  return first;
}

function newerFirst(a: Entry, b: Entry): number {
  const [left, right] = [a.event.effective_on, b.event.effective_on];
  if (left !== right) return left < right ? 1 : -1;
  return b.event.seq - a.event.seq;
}

function folded(entries: Entry[]): Item[] {
  const kinds = new Map<string, Entry[]>();
  for (const entry of entries) {
    // A correction is what somebody looks for: it is never folded away.
    if (entry.takenBackBy.length > 0) continue;
    const { type } = entry.event;
    kinds.set(type, [...(kinds.get(type) ?? []), entry]);
  }
  const items: Item[] = [];
  for (const entry of entries) {
    const alike = entry.takenBackBy.length > 0 ? undefined : kinds.get(entry.event.type);
    if (!alike || alike.length <= mostUnfolded) items.push(entry);
    else if (alike[0] === entry) items.push({ type: entry.event.type, entries: alike });
  }
  return items;
}

/** `isWhole`: nothing is folded, because one kind was asked for. */
export function yearsOf(entries: Entry[], isWhole: boolean): Year[] {
  const years = new Map<string, Entry[]>();
  for (const entry of entries.slice().sort(newerFirst)) {
    const year = entry.event.effective_on.slice(0, 4);
    const there = years.get(year);
    if (there) there.push(entry);
    else years.set(year, [entry]);
  }
  return [...years].map(([year, all]) => ({ year, items: isWhole ? all : folded(all) }));
}

/** Whether the entry of this number is this one, or took it back. */
export function holds(entry: Entry, seq: number): boolean {
  return entry.event.seq === seq || entry.takenBackBy.some((each) => holds(each, seq));
}
