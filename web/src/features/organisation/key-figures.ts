// Which figures stand on an organisation's page, and the question that fetches many at once.
import type { FigureAnswer, Question } from "../../api/figures";
import { query, read } from "../../api/records";

/** What one asks first of any organisation; the report has the rest. */
export const keyFigures = [
  "members.total",
  "members.probationary",
  "members.admitted",
  "members.confirmed",
  "members.transfers.introduced",
  "members.transfers.received",
  "organisations.total",
  "members.good_or_better_pct",
];

export const resultFigures = [
  ...keyFigures,
  "members.prospects",
  "members.cards.first",
  "members.badges",
  "members.commended",
  "members.disciplined",
  "organisations.good_or_better_pct",
  "organisations.commended",
  "organisations.disciplined",
];

export function figuresQuestion({ org, year, asKnown }: Question, names: string[]) {
  return {
    queryKey: ["figures", org, year, asKnown, names],
    queryFn: async ({ signal }: { signal: AbortSignal }) => {
      const asked = query({ org, year, names, as_known: asKnown });
      return (await read<{ figures: FigureAnswer[] }>(`/figures${asked}`, signal)).figures;
    },
  };
}
