// Paper has no scroll bar: before printing, the rows that have not come are fetched and all of them drawn.
import { useCallback, useEffect, useState } from "react";
import type { useRows } from "./list-query";

/** More than this belongs into a file. */
export const mostPrinted = 2_000;

export function usePrint(rows: ReturnType<typeof useRows>) {
  const [isPrinting, setPrinting] = useState(false);
  const { fetchNextPage } = rows;
  const print = useCallback(async () => {
    let present = { hasNextPage: rows.hasNextPage, count: rows.rows.length };
    while (present.hasNextPage && present.count < mostPrinted) {
      const more = await fetchNextPage();
      if (more.isError) break;
      const count = more.data?.pages.reduce((sum, page) => sum + page.rows.length, 0) ?? 0;
      present = { hasNextPage: more.hasNextPage, count };
    }
    setPrinting(true);
  }, [rows.hasNextPage, rows.rows.length, fetchNextPage]);
  useEffect(() => {
    if (!isPrinting) return;
    window.print();
    setPrinting(false);
  }, [isPrinting]);
  return { isPrinting, print: () => void print() };
}
