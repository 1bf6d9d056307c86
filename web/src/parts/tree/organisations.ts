// The tree of organisations as the server opens it: level by level, as of a day.
import { keepPreviousData, useQueries, useQuery } from "@tanstack/react-query";
import { type AsOf, type Organisation, query, type Reference, read } from "../../api/records";

interface Level {
  organisations: Organisation[];
}

/** Of an organisation whose place also counts those that ended there. */
export type Placed = Organisation & { ended?: number };

/** Those above an organisation, from the highest down. */
export function pathOf(organisation: Organisation | undefined): Reference[] {
  return (organisation?.path ?? []).filter((above) => above !== null);
}

export interface Look extends AsOf {
  /** Those that have ended are listed too. */
  withEnded?: boolean;
}

export function useRoots(at: AsOf) {
  return useQuery({
    queryKey: ["organisations", "roots", at],
    queryFn: async ({ signal }) => (await read<Level>(`/organisations${query({ ...at })}`, signal)).organisations,
    placeholderData: keepPreviousData,
  });
}

export function childrenQuestion(key: string, { withEnded, ...at }: Look) {
  return {
    queryKey: ["organisations", "children", key, at, withEnded ?? false],
    queryFn: async ({ signal }: { signal: AbortSignal }) => {
      const asked = query({ ...at, ended: withEnded ? "1" : undefined });
      return (await read<Level>(`/organisations/${encodeURIComponent(key)}/children${asked}`, signal))
        .organisations as Placed[];
    },
  };
}

export function useChildren(key: string, look: Look) {
  return useQuery({ ...childrenQuestion(key, look), placeholderData: keepPreviousData });
}

/** What stands under each of these, as far as it has arrived. */
export function useLevels(keys: string[], look: Look): Map<string, Placed[]> {
  const answers = useQueries({ queries: keys.map((key) => childrenQuestion(key, look)) });
  const levels = new Map<string, Placed[]>();
  keys.forEach((key, place) => {
    const below = answers[place]?.data;
    if (below) levels.set(key, below);
  });
  return levels;
}
