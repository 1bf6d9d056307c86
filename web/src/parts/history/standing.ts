// What stands of a history: entries that nobody took back, up to a day, of one type.
import type { History, HistoryEvent } from "../../api/records";

export function standing(history: History | undefined, type: string, until?: string): HistoryEvent[] {
  return (history?.events ?? []).filter(
    (event) => event.type === type && !event.voided && (until === undefined || event.effective_on <= until),
  );
}

/** A text among the data of an event; empty where there is none. */
export function textOf(event: HistoryEvent | undefined, field: string): string {
  const value = event?.data?.[field];
  return value === undefined || value === null ? "" : String(value);
}

export function numberOf(event: HistoryEvent | undefined, field: string): number | undefined {
  const value = event?.data?.[field];
  return typeof value === "number" ? value : undefined;
}
