// What the history of an organisation says of a day: its name then, its sector, the decision that founded it.
import type { Authority, History, HistoryEvent } from "../../api/records";

export interface KnownThen {
  name: string | undefined;
  sector: string | undefined;
  founding: Authority | undefined;
}

/** The last of these events up to the day, in the order in which they took effect. */
function standing(history: History, types: string[], day: string): HistoryEvent[] {
  return history.events
    .filter((event) => types.includes(event.type) && !event.voided && event.effective_on <= day)
    .sort((a, b) => (a.effective_on === b.effective_on ? a.seq - b.seq : a.effective_on < b.effective_on ? -1 : 1));
}

function lastSaid(events: HistoryEvent[], field: string): string | undefined {
  const said = events.map((event) => event.data?.[field]).filter((value) => typeof value === "string");
  return said[said.length - 1];
}

export function knownThen(history: History | undefined, day: string): KnownThen {
  if (!history) return { name: undefined, sector: undefined, founding: undefined };
  const founded = history.events.find((event) => event.type === "organisation.founded" && !event.voided);
  return {
    name: lastSaid(standing(history, ["organisation.founded", "organisation.renamed"], day), "name"),
    sector: lastSaid(standing(history, ["organisation.founded", "organisation.sector_changed"], day), "sector"),
    founding: founded?.authority,
  };
}
