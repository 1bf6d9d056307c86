// Which rows are chosen: one by one, a run of them with Shift, all that have come.
import { useCallback, useMemo, useRef } from "react";
import type { DataTableProps } from "./data-table";

export interface Choosing {
  isOffered: boolean;
  selected: ReadonlySet<string>;
  /** How many rows have come, and whether all of them are chosen. */
  loaded: number;
  isWhole: boolean;
  toggle: (index: number, isRange: boolean) => void;
  toggleAll: () => void;
  chooseTo: ((index: number, isRange: boolean) => void) | undefined;
}

const none: ReadonlySet<string> = new Set();

export function useChoosing<Row>(props: DataTableProps<Row>): Choosing {
  // Read when it is asked, so that the functions below stay the same and no row is drawn again for them.
  const now = useRef(props);
  now.current = props;
  const anchor = useRef<number | undefined>(undefined);
  const toggle = useCallback((index: number, isRange: boolean) => {
    const { rows, keyOf, selected = none, onSelect } = now.current;
    const row = rows[index];
    if (row === undefined || !onSelect) return;
    const next = new Set(selected);
    const isOn = !next.has(keyOf(row, index));
    const from = isRange ? (anchor.current ?? index) : index;
    for (let each = Math.min(from, index); each <= Math.max(from, index); ++each) {
      const chosen = rows[each];
      if (chosen === undefined) continue;
      if (isOn || isRange) next.add(keyOf(chosen, each));
      else next.delete(keyOf(chosen, each));
    }
    anchor.current = index;
    onSelect(next);
  }, []);
  const toggleAll = useCallback(() => {
    const { rows, keyOf, selected = none, onSelect } = now.current;
    const all = rows.map(keyOf);
    onSelect?.(all.every((key) => selected.has(key)) ? none : new Set(all));
  }, []);
  const { rows, keyOf, selected = none, onSelect } = props;
  const isWhole = useMemo(
    () =>
      rows.length > 0 && selected.size >= rows.length && rows.every((row, index) => selected.has(keyOf(row, index))),
    [rows, keyOf, selected],
  );
  const isOffered = onSelect !== undefined;
  return {
    isOffered,
    selected,
    loaded: rows.length,
    isWhole,
    toggle,
    toggleAll,
    chooseTo: isOffered ? toggle : undefined,
  };
}
