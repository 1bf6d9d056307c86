// What a preview has to know: the organisations that an act touches, as of its day.
import { useQueries, useQuery } from "@tanstack/react-query";
import { type Organisation, query, read } from "../../api/records";
import { touchedKeys } from "./changes";

function question(key: string | undefined, on: string | undefined) {
  return {
    queryKey: ["organisation", key, { ...(on ? { on } : {}) }],
    enabled: key !== undefined,
    queryFn: ({ signal }: { signal: AbortSignal }) =>
      read<Organisation>(`/organisations/${encodeURIComponent(key ?? "")}${query({ on })}`, signal),
  };
}

export function useTouched(own: string | undefined, chosen: string | undefined, on: string | undefined) {
  const subject = useQuery(question(own, on));
  const target = useQuery(question(chosen, on));
  const keys = touchedKeys(subject.data, target.data);
  const answers = useQueries({ queries: keys.map((key) => question(key, on)) });
  const above = new Map<string, Organisation>();
  for (const answer of answers) if (answer.data) above.set(answer.data.key, answer.data);
  const all = [subject, target, ...answers];
  return { subject: subject.data, target: target.data, above, isPending: all.some((each) => each.isLoading) };
}
