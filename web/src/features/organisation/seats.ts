// Who sits in a committee on a day: elected, or filled in later, and not vacated since.
import type { History } from "../../api/records";

export interface Seat {
  person: string;
  /** Undefined where this user may not see the person. */
  label: string | undefined;
  position: string;
  since: string;
}

interface Said {
  person?: unknown;
  position?: unknown;
}

export function seatsOf(history: History, day: string): Seat[] {
  const events = history.events
    .filter((event) => !event.voided && event.effective_on <= day)
    .sort((a, b) => (a.effective_on === b.effective_on ? a.seq - b.seq : a.effective_on < b.effective_on ? -1 : 1));
  let seats: Seat[] = [];
  const seat = (said: Said, since: string): Seat => ({
    person: String(said.person),
    label: history.labels?.[`person:${String(said.person)}`],
    position: String(said.position),
    since,
  });
  for (const { type, data, effective_on: since } of events) {
    if (!data) continue;
    if (type === "committee.elected" && Array.isArray(data.seats)) {
      seats = (data.seats as Said[]).map((said) => seat(said, since));
    } else if (type === "committee.seat_filled") {
      seats = [...seats, seat(data, since)];
    } else if (type === "committee.seat_vacated") {
      seats = seats.filter(({ person, position }) => person !== data.person || position !== data.position);
    }
  }
  return seats;
}
