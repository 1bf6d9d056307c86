// Who takes part in a class and how it ended for them, from what was recorded of it.
import type { History } from "../../api/records";
import { standing, textOf } from "../../parts/history/standing";

export interface Participant {
  key: string;
  name: string;
  /** Whether this account sees the person at all. */
  isSeen: boolean;
  enrolledOn?: string;
  completedOn?: string;
  hasPassed?: boolean;
  certificate?: string;
}

export function participantsOf(history: History | undefined, until?: string): Participant[] {
  const people = new Map<string, Participant>();
  const of = (key: string): Participant => {
    const there = people.get(key);
    if (there) return there;
    const label = history?.labels?.[`person:${key}`];
    const participant: Participant = { key, name: label ?? key, isSeen: label !== undefined };
    people.set(key, participant);
    return participant;
  };
  for (const event of standing(history, "class.enrolled", until)) {
    of(textOf(event, "person")).enrolledOn = event.effective_on;
  }
  for (const event of standing(history, "class.completed", until)) {
    const participant = of(textOf(event, "person"));
    participant.completedOn = event.effective_on;
    // Completed without a word on the result counts as passed, as the fold counts it.
    participant.hasPassed = event.data?.passed !== false;
    participant.certificate = textOf(event, "certificate");
  }
  // Whose completion is still to be recorded stands first.
  return [...people.values()].sort((a, b) => Number(a.completedOn !== undefined) - Number(b.completedOn !== undefined));
}
