// The head of a long table: each column that can be ordered by is a button, and says how it stands.
import { ArrowDown, ArrowUp, ArrowUpDown } from "lucide-react";
import { memo } from "react";
import type { Column, Order } from "./data-table";
import classes from "./data-table.module.css";
import { useTableWords } from "./data-table-words";
import type { Choosing } from "./row-choosing";

interface DataHeadProps<Row> {
  columns: Column<Row>[];
  order?: Order | undefined;
  onOrder?: ((order: Order | undefined) => void) | undefined;
  choosing: Pick<Choosing, "isOffered" | "isWhole" | "loaded" | "toggleAll">;
}

function PlainHead<Row>({ columns, order, onOrder, choosing }: DataHeadProps<Row>) {
  const say = useTableWords();
  return (
    <thead>
      <tr aria-rowindex={1}>
        {choosing.isOffered && (
          <th scope="col" className={classes.tick}>
            <label>
              <input
                type="checkbox"
                checked={choosing.isWhole}
                aria-label={say("chooseLoaded", { count: choosing.loaded })}
                onChange={choosing.toggleAll}
              />
            </label>
          </th>
        )}
        {columns.map((column) => (
          <HeadCell key={column.name} column={column} order={order} onOrder={onOrder} />
        ))}
      </tr>
    </thead>
  );
}

/** Scrolling draws no head anew. */
export const DataHead = memo(PlainHead, (before, now) => {
  const { choosing: one, ...rest } = before;
  const { choosing: other, ...more } = now;
  return (
    rest.columns === more.columns &&
    rest.onOrder === more.onOrder &&
    rest.order?.by === more.order?.by &&
    rest.order?.isDown === more.order?.isDown &&
    one.isOffered === other.isOffered &&
    one.isWhole === other.isWhole &&
    one.loaded === other.loaded
  );
}) as typeof PlainHead;

/** Up, then down, then none. */
export function nextOrder(order: Order | undefined, by: string): Order | undefined {
  if (order?.by !== by) return { by, isDown: false };
  return order.isDown ? undefined : { by, isDown: true };
}

interface HeadCellProps<Row> {
  column: Column<Row>;
  order?: Order | undefined;
  onOrder?: ((order: Order | undefined) => void) | undefined;
}

function HeadCell<Row>({ column, order, onOrder }: HeadCellProps<Row>) {
  const say = useTableWords();
  const kind = column.isNumber ? classes.number : undefined;
  if (!column.sorts || !onOrder) {
    return (
      <th scope="col" className={kind}>
        <span>{column.label}</span>
      </th>
    );
  }
  const isBy = order?.by === column.name;
  const Icon = !isBy ? ArrowUpDown : order.isDown ? ArrowDown : ArrowUp;
  return (
    <th scope="col" aria-sort={!isBy ? "none" : order.isDown ? "descending" : "ascending"} className={kind}>
      <button
        type="button"
        title={say("sortBy", { name: column.label })}
        onClick={() => onOrder(nextOrder(order, column.name))}
      >
        <span>{column.label}</span>
        <Icon size={16} aria-hidden className={isBy ? undefined : classes.faint} />
      </button>
    </th>
  );
}
