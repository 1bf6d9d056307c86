// The targets of a year, and the figures that they aim at.
import { useQuery } from "@tanstack/react-query";
import type { Question, Target } from "../../api/figures";
import { type ListPage, type ListRow, query, read } from "../../api/records";

export interface TargetRow extends ListRow {
  year: number;
  figure: string;
  at_least: number | null;
  at_most: number | null;
}

const most = 500;

export function useTargets(question: Question | undefined) {
  return useQuery({
    queryKey: ["targets-of-year", question],
    enabled: question !== undefined,
    queryFn: async ({ signal }) => {
      const { org, year, asKnown } = question ?? {};
      const page = await read<ListPage>(`/targets${query({ org, year, as_known: asKnown, limit: most })}`, signal);
      return page.rows as TargetRow[];
    },
  });
}

/** What the list says of a target, in the form in which figures bring theirs. */
export function asTarget({ at_least, at_most }: TargetRow): Target {
  return { ...(at_least === null ? {} : { at_least }), ...(at_most === null ? {} : { at_most }) };
}

export interface Seat {
  key: string;
  label: string;
  count: number;
}

/** Those of the organisation in scope, and of those below how many each has. */
export function ownAndBelow(rows: TargetRow[], org: string): { own: TargetRow[]; below: Seat[] } {
  const own = rows.filter((row) => row.seat?.key === org);
  const seats = new Map<string, Seat>();
  for (const { seat } of rows) {
    if (!seat || seat.key === org) continue;
    const known = seats.get(seat.key) ?? { key: seat.key, label: seat.label, count: 0 };
    seats.set(seat.key, { ...known, count: known.count + 1 });
  }
  return { own, below: [...seats.values()] };
}
