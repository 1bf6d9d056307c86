// The keyboard of a long table: one tab stop; arrows, Home, End and pages move, Enter opens, Space selects.
import { type KeyboardEvent, useCallback, useEffect, useRef, useState } from "react";

const page = 10;

/** Where a key leads from a row; undefined where it is none of ours. */
export function rowAfter(key: string, from: number, total: number): number | undefined {
  const last = total - 1;
  const to: Record<string, number> = {
    ArrowDown: from + 1,
    ArrowUp: from - 1,
    PageDown: from + page,
    PageUp: from - page,
    Home: 0,
    End: last,
  };
  const next = to[key];
  return next === undefined || total === 0 ? undefined : Math.min(Math.max(next, 0), last);
}

interface RowKeys {
  total: number;
  open: (index: number) => void;
  choose?: ((index: number, isRange: boolean) => void) | undefined;
}

export function useRowKeys({ total, open, choose }: RowKeys) {
  const [asked, setActive] = useState(0);
  const active = Math.min(asked, Math.max(total - 1, 0));
  const body = useRef<HTMLTableSectionElement>(null);
  const wanted = useRef<number | undefined>(undefined);
  // A row far away is drawn only after the table has scrolled there: the focus follows it.
  useEffect(() => {
    if (wanted.current === undefined) return;
    const row = body.current?.querySelector<HTMLElement>(`tr[data-index="${wanted.current}"]`);
    if (!row) return;
    wanted.current = undefined;
    row.focus({ preventScroll: true });
  });
  const onKeyDown = (moveTo: (index: number) => void) => (event: KeyboardEvent<HTMLElement>) => {
    // Keys with others held belong to the browser and to the input of Vietnamese.
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const isOnRow = event.target instanceof HTMLTableRowElement;
    const next = rowAfter(event.key, active, total);
    if (next !== undefined) {
      event.preventDefault();
      moveTo(next);
      if (event.shiftKey && next !== active) choose?.(next, true);
    } else if (event.key === "Enter" && isOnRow) {
      event.preventDefault();
      open(active);
    } else if (event.key === " " && isOnRow && choose) {
      event.preventDefault();
      choose(active, event.shiftKey);
    }
  };
  const take = useCallback((target: EventTarget) => {
    const index = (target as HTMLElement).closest?.("tr")?.dataset.index;
    if (index !== undefined) setActive(Number(index));
  }, []);
  const moveTo = (scroll: (index: number) => void) => (index: number) => {
    wanted.current = index;
    setActive(index);
    scroll(index);
  };
  return { active, body, onKeyDown, take, moveTo };
}
