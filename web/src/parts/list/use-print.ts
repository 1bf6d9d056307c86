// Before a list is printed, the rows that have not come are fetched; the table itself draws all of them on paper.
import { useCallback, useEffect, useState } from "react";
import { mostPrinted } from "../../ui/data-table";
import type { useRows } from "./list-query";

export function usePrint(rows: ReturnType<typeof useRows>): () => void {
  const [isDue, setDue] = useState(false);
  const { fetchNextPage } = rows;
  const print = useCallback(async () => {
    let present = { hasNextPage: rows.hasNextPage, count: rows.rows.length };
    while (present.hasNextPage && present.count < mostPrinted) {
      const more = await fetchNextPage();
      if (more.isError) break;
      const count = more.data?.pages.reduce((sum, page) => sum + page.rows.length, 0) ?? 0;
      present = { hasNextPage: more.hasNextPage, count };
    }
    setDue(true);
  }, [rows.hasNextPage, rows.rows.length, fetchNextPage]);
  useEffect(() => {
    if (!isDue) return;
    // Outside of React's own work: the table must be able to draw before the paper is.
    const timer = setTimeout(() => {
      setDue(false);
      window.print();
    });
    return () => clearTimeout(timer);
  }, [isDue]);
  return () => void print();
}
