// How large the rows of a long table are, read once the browser has laid them out: asking sooner makes it lay
// out the page in between, which on an old PC costs more than drawing the table.
import { measureElement, type Rect, type Virtualizer } from "@tanstack/react-virtual";

/** Tells of the box when it is laid out, and again whenever that changes. */
export function observeBox<Row extends Element>(
  { scrollElement: box }: Virtualizer<HTMLDivElement, Row>,
  tell: (size: Rect) => void,
): () => void {
  const observer = new ResizeObserver(() => {
    if (box) tell({ width: box.clientWidth, height: box.clientHeight });
  });
  if (box) observer.observe(box);
  return () => observer.disconnect();
}

/** A row's height as its observer tells it; until then, as it was or is guessed. */
export function heightLaidOut<Row extends Element>(
  row: Row,
  seen: ResizeObserverEntry | undefined,
  table: Virtualizer<HTMLDivElement, Row>,
): number {
  if (seen) return measureElement(row, seen, table);
  const index = table.indexFromElement(row);
  return table.itemSizeCache.get(table.options.getItemKey(index)) ?? table.options.estimateSize(index);
}
