// What an act would change in the tree: of every organisation that it touches, how many members and how many
// organisations directly below it there are now, and would be then. Nothing is recorded by asking.
import type { Organisation, Reference } from "../../api/records";
import { pathOf } from "../../parts/tree/organisations";

export interface Count {
  /** Undefined where this account may not see the number. */
  members: number | undefined;
  below: number;
}
export interface Change {
  organisation: Reference;
  before: Count;
  after: Count;
  ends: boolean;
}

export type Reorganisation = "founded" | "moved" | "merged" | "ended";

interface Touched {
  /** The organisation that the act is about; none yet where one is founded. */
  subject?: Organisation | undefined;
  /** The new superior, or the one that absorbs it. */
  target?: Organisation | undefined;
  /** The other organisations above these, by their keys. */
  above: ReadonlyMap<string, Organisation>;
}

/** Whose numbers are needed: everybody above the subject and above the target. */
export function touchedKeys(subject: Organisation | undefined, target: Organisation | undefined): string[] {
  const keys = [...pathOf(subject), ...pathOf(target)].map(({ key }) => key);
  return [...new Set(keys)].filter((key) => key !== subject?.key && key !== target?.key);
}

function count(organisation: Organisation): Count {
  return { members: organisation.members ?? undefined, below: organisation.children };
}

function plus(before: Count, members: number | undefined, below: number): Count {
  const sum = before.members === undefined || members === undefined ? undefined : before.members + members;
  return { members: sum, below: before.below + below };
}

/** From the highest down; the subject itself comes first. */
export function changesOf(what: Reorganisation, { subject, target, above }: Touched): Change[] {
  const moved = what === "founded" ? 0 : (subject?.members ?? undefined);
  const from = pathOf(subject).map(({ key }) => key);
  const to = target ? [...pathOf(target).map(({ key }) => key), target.key] : [];
  const old = from[from.length - 1];
  const changes: Change[] = [];
  if (subject && what !== "founded") {
    const before = count(subject);
    const isGone = what === "merged" || what === "ended";
    changes.push({
      organisation: { key: subject.key, label: subject.label },
      before,
      after: isGone ? { members: 0, below: 0 } : before,
      ends: isGone,
    });
  }
  for (const key of [...new Set([...to, ...from])]) {
    const organisation = key === target?.key ? target : above.get(key);
    if (!organisation || key === subject?.key) continue;
    const isLeft = from.includes(key) && !to.includes(key) && what !== "ended";
    const isJoined = to.includes(key) && !from.includes(key);
    const members = isLeft ? moved && -moved : isJoined ? moved : 0;
    let below = 0;
    if (key === old && what !== "founded") below -= 1;
    if (key === target?.key) below += what === "merged" ? (subject?.children ?? 0) : 1;
    const before = count(organisation);
    changes.push({
      organisation: { key, label: organisation.label },
      before,
      after: plus(before, members, below),
      ends: false,
    });
  }
  return changes;
}
