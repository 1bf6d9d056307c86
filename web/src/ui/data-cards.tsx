// A long table on a phone: each row a card, and only the cards in sight are in the page.
import { Stack } from "@mantine/core";
import { useVirtualizer, useWindowVirtualizer, type Virtualizer } from "@tanstack/react-virtual";
import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { Link } from "react-router";
import { openedHere } from "../lib/address";
import type { DataTableProps } from "./data-table";
import classes from "./data-table.module.css";
import { useTableWords } from "./data-table-words";
import { type Choosing, useChoosing } from "./row-choosing";
import { SelectAtOnce } from "./select-at-once";

const cardsBeyond = 4;

export function DataCards<Row>(props: DataTableProps<Row>) {
  const choosing = useChoosing(props);
  return (
    <Stack gap="sm">
      {props.onOrder && <OrderChoice {...props} />}
      {props.scrolls === "box" ? (
        <BoxCards props={props} choosing={choosing} />
      ) : (
        <PageCards props={props} choosing={choosing} />
      )}
    </Stack>
  );
}

/** Guessed from how much a card says; measured when it is drawn. */
function guess<Row>({ columns }: DataTableProps<Row>): number {
  return 64 + (columns.length - 1) * 28;
}

interface Cards<Row> {
  props: DataTableProps<Row>;
  choosing: Choosing;
}

function PageCards<Row>({ props, choosing }: Cards<Row>) {
  const top = useRef<HTMLDivElement>(null);
  const [margin, setMargin] = useState(0);
  useLayoutEffect(() => {
    const above = (top.current?.getBoundingClientRect().top ?? 0) + window.scrollY;
    setMargin(Math.round(above));
  }, []);
  const virtual = useWindowVirtualizer<HTMLLIElement>({
    count: props.total,
    estimateSize: () => guess(props),
    overscan: cardsBeyond,
    scrollMargin: margin,
    useFlushSync: false,
  });
  return (
    <div ref={top}>
      <CardList props={props} choosing={choosing} virtual={virtual} margin={margin} />
    </div>
  );
}

function BoxCards<Row>({ props, choosing }: Cards<Row>) {
  const box = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer<HTMLDivElement, HTMLLIElement>({
    count: props.total,
    getScrollElement: () => box.current,
    estimateSize: () => guess(props),
    overscan: cardsBeyond,
    useFlushSync: false,
  });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section ref={box} className={classes.cardBox} tabIndex={0} aria-label={props.label}>
      <CardList props={props} choosing={choosing} virtual={virtual} margin={0} />
    </section>
  );
}

interface CardListProps<Row> extends Cards<Row> {
  virtual: Virtualizer<HTMLDivElement, HTMLLIElement> | Virtualizer<Window, HTMLLIElement>;
  margin: number;
}

function CardList<Row>({ props, choosing, virtual, margin }: CardListProps<Row>) {
  const say = useTableWords();
  const { rows, keyOf, label, onNeed, isStale, total } = props;
  const items = virtual.getVirtualItems();
  const last = items[items.length - 1]?.index ?? -1;
  useEffect(() => {
    if (last >= rows.length && last >= 0) onNeed?.(last);
  }, [last, rows.length, onNeed]);
  return (
    <ul
      aria-label={label}
      aria-busy={isStale || undefined}
      data-stale={isStale || undefined}
      className={classes.cards}
      style={{ height: virtual.getTotalSize() }}
    >
      {items.map((item) => {
        const row = rows[item.index];
        return (
          <li
            key={item.key}
            ref={virtual.measureElement}
            data-index={item.index}
            aria-setsize={total}
            aria-posinset={item.index + 1}
            style={{ transform: `translateY(${item.start - margin}px)` }}
          >
            {row === undefined ? (
              <div className={classes.card}>{say("coming", { row: item.index + 1 })}</div>
            ) : (
              <Card row={row} rowKey={keyOf(row, item.index)} index={item.index} props={props} choosing={choosing} />
            )}
          </li>
        );
      })}
    </ul>
  );
}

interface CardProps<Row> extends Cards<Row> {
  row: Row;
  rowKey: string;
  index: number;
}

function Card<Row>({ row, rowKey, index, props, choosing }: CardProps<Row>) {
  const say = useTableWords();
  const { columns, addressOf, opensHere, nameOf } = props;
  const [first, ...rest] = columns;
  return (
    <div className={classes.card}>
      <div className={classes.cardHead}>
        {choosing.isOffered && (
          <label className={classes.cardTick}>
            <input
              type="checkbox"
              checked={choosing.selected.has(rowKey)}
              aria-label={say("choose", { name: nameOf(row) })}
              onChange={() => choosing.toggle(index, false)}
            />
          </label>
        )}
        {addressOf ? (
          <Link to={addressOf(row)} state={opensHere ? openedHere : undefined} className={classes.cardName}>
            {first?.shown(row)}
          </Link>
        ) : (
          <strong className={classes.cardName}>{first?.shown(row)}</strong>
        )}
      </div>
      <dl>
        {rest.map((column) => (
          <div key={column.name}>
            <dt>{column.label}</dt>
            <dd>{column.shown(row)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function OrderChoice<Row>({ columns, order, onOrder }: DataTableProps<Row>) {
  const say = useTableWords();
  const choices = columns
    .filter((column) => column.sorts)
    .flatMap(({ name, label }) => [
      { value: name, label: say("up", { name: label }) },
      { value: `-${name}`, label: say("down", { name: label }) },
    ]);
  return (
    <SelectAtOnce
      label={say("order")}
      value={order ? `${order.isDown ? "-" : ""}${order.by}` : ""}
      data={[{ value: "", label: say("unordered") }, ...choices]}
      onChange={(value) =>
        onOrder?.(value === "" ? undefined : { by: value.replace(/^-/, ""), isDown: value.startsWith("-") })
      }
    />
  );
}
