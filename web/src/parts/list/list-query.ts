// The questions of a list: its rows page by page, how many there are, how often each value occurs.
import { keepPreviousData, useInfiniteQuery, useQueries, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { type Facet, type ListPage, type ListRow, query, read } from "../../api/records";

// The first page shows at once; whoever scrolls wants more at a time.
const firstRows = 100;
const furtherRows = 500;

/** A question with something more in it. */
export function withMore(asked: string, more: Record<string, string | number | string[] | undefined>): string {
  const text = query(more);
  return asked === "" ? text : asked + text.replace("?", "&");
}

export function useRows(list: string, asked: string) {
  const rows = useInfiniteQuery({
    queryKey: ["list", list, asked],
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page: ListPage) => page.next ?? undefined,
    queryFn: ({ pageParam, signal }) =>
      read<ListPage>(
        `/${list}${withMore(asked, { limit: pageParam ? furtherRows : firstRows, cursor: pageParam })}`,
        signal,
      ),
    placeholderData: keepPreviousData,
    // Comparing a hundred thousand rows with themselves takes longer than drawing those in sight.
    structuralSharing: false,
  });
  const { data } = rows;
  const all = useMemo<ListRow[]>(() => data?.pages.flatMap((page) => page.rows) ?? [], [data]);
  return { ...rows, rows: all, total: data?.pages[0]?.total };
}

const counted = (list: string, asked: string) => ({
  queryKey: ["list", list, "count", asked],
  queryFn: ({ signal }: { signal: AbortSignal }) =>
    read<ListPage>(`/${list}${withMore(asked, { limit: 1 })}`, signal).then((page) => page.total),
});

/** How many there are without the filters. */
export function useCount(list: string, asked: string, isAsked: boolean) {
  return useQuery({ ...counted(list, asked), enabled: isAsked });
}

/** How many each of several questions would find. */
export function useCounts(list: string, asked: string[]) {
  return useQueries({ queries: asked.map((each) => counted(list, each)) });
}

export function useFacets(list: string, asked: string, traits: string[]) {
  return useQuery<Record<string, Facet>>({
    queryKey: ["list", list, "facets", asked, traits],
    enabled: traits.length > 0,
    queryFn: async ({ signal }) => {
      const page = await read<ListPage>(`/${list}${withMore(asked, { limit: 1, facets: traits })}`, signal);
      return page.facets;
    },
    placeholderData: keepPreviousData,
  });
}

/** How a value of a facet is asked for; nothing recorded is the empty text. */
export function askedFor(value: Facet["values"][number]["value"]): string {
  return value === null ? "" : String(value);
}
