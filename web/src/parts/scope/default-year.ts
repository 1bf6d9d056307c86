// Which year a page begins with when its address names none: the last one that is over and was lived through.
import { useQuery } from "@tanstack/react-query";
import { query, read } from "../../api/records";
import { today } from "../../lib/day";

const lookedAt = 6;
/** In any of these something stands in every organisation that keeps its books. */
const signs = ["meetings.held", "members.admitted"];

type Ask = (year: number) => Promise<boolean>;

/**
 * The latest of the last few years in whose last quarter something was recorded; else the year before this one.
 * A year of which only the first months are in the books has no report yet.
 */
export async function lastFullYear(ask: Ask, now: string = today()): Promise<number> {
  const before = Number(now.slice(0, 4)) - 1;
  const years = Array.from({ length: lookedAt }, (_, back) => before - back);
  const lived = await Promise.all(years.map(ask));
  return years.find((_, index) => lived[index]) ?? before;
}

export function useDefaultYear(org: string | undefined, isWanted: boolean) {
  return useQuery({
    queryKey: ["default-year", org],
    enabled: isWanted && org !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: ({ signal }) =>
      lastFullYear(async (year) => {
        const said = await read<{ figures: { value: number | null }[] }>(
          `/figures${query({ org, from: `${year}-10-01`, to: `${year}-12-31`, names: signs })}`,
          signal,
        );
        return said.figures.some(({ value }) => (value ?? 0) > 0);
      }),
  });
}
