// Who holds which seat of a committee on a day, and who held it before, from what was recorded of it.
import type { History, HistoryEvent } from "../../api/records";
import { textOf } from "../../parts/history/standing";

export interface Seat {
  person: string;
  position: string;
  from: string;
  until?: string;
  reason?: string;
}

interface Taken {
  person: string;
  position: string;
}

function elected(event: HistoryEvent): Taken[] {
  const seats = event.data?.seats;
  return Array.isArray(seats) ? (seats as Taken[]) : [];
}

/** In the order of the day, and of recording within it. */
export function seatsOf(history: History | undefined, until?: string): { held: Seat[]; former: Seat[] } {
  const events = (history?.events ?? [])
    .filter((event) => !event.voided && (until === undefined || event.effective_on <= until))
    .sort((a, b) => (a.effective_on === b.effective_on ? a.seq - b.seq : a.effective_on < b.effective_on ? -1 : 1));
  let held: Seat[] = [];
  const former: Seat[] = [];
  for (const event of events) {
    const from = event.effective_on;
    const [person, position] = [textOf(event, "person"), textOf(event, "position")];
    if (event.type === "committee.elected") held.push(...elected(event).map((seat) => ({ ...seat, from })));
    if (event.type === "committee.seat_filled") held.push({ person, position, from });
    if (event.type === "committee.seat_vacated") {
      const gone = held.find((seat) => seat.person === person && seat.position === position);
      held = held.filter((seat) => seat !== gone);
      if (gone) former.unshift({ ...gone, until: from, reason: textOf(event, "reason") });
    }
  }
  return { held, former };
}
