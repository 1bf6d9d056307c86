// The rows of a long table, in a real <table>: two empty rows stand for all those above and below.
import { type Range, useVirtualizer } from "@tanstack/react-virtual";
import { Fragment, type MouseEvent, memo, useCallback, useEffect, useMemo, useRef } from "react";
import { useNavigate } from "react-router";
import { openedHere } from "../lib/address";
import { shownNumber } from "../lib/number";
import { useLanguage } from "../lib/words";
import { DataHead } from "./data-head";
import { type Column, type DataTableProps, mostPrinted } from "./data-table";
import classes from "./data-table.module.css";
import { useTableWords } from "./data-table-words";
import { rowHeight, useDensity } from "./density";
import { heightLaidOut, observeBox } from "./laid-out";
import { useChoosing } from "./row-choosing";
import { useRowKeys } from "./row-keys";

const rowsBeyond = 4;
const leastWidth = 260;

/** In pixels, as the style of `.box` has it at most. */
const boxHeight = () => Math.max(360, window.innerHeight - 330);

interface DataRowsProps<Row> extends DataTableProps<Row> {
  /** All rows that have come, for paper. */
  isWhole: boolean;
}

export function DataRows<Row>(props: DataRowsProps<Row>) {
  const { label, columns, rows, total, keyOf, nameOf, addressOf, opensHere, onNeed, order, onOrder, isStale, isWhole } =
    props;
  const say = useTableWords();
  const navigate = useNavigate();
  const box = useRef<HTMLDivElement>(null);
  const height = rowHeight(useDensity().density);
  const choosing = useChoosing(props);
  const open = useCallback(
    (index: number) => {
      const row = rows[index];
      if (row !== undefined && addressOf) void navigate(addressOf(row), { state: opensHere ? openedHere : undefined });
    },
    [rows, addressOf, opensHere, navigate],
  );
  const keys = useRowKeys({ total, open, choose: choosing.chooseTo });
  const { active } = keys;
  const virtual = useVirtualizer<HTMLDivElement, HTMLElement>({
    count: total,
    getScrollElement: () => box.current,
    estimateSize: () => height,
    overscan: rowsBeyond,
    // The row that has the focus stays, or scrolling would lose one's place.
    rangeExtractor: useCallback(
      (range: Range) => {
        const first = Math.max(range.startIndex - range.overscan, 0);
        const last = Math.min(range.endIndex + range.overscan, range.count - 1);
        const shown = new Set<number>();
        if (active < range.count) shown.add(active);
        for (let index = first; index <= last; ++index) shown.add(index);
        return [...shown].sort((a, b) => a - b);
      },
      [active],
    ),
    useFlushSync: false,
    initialRect: { width: window.innerWidth, height: boxHeight() },
    observeElementRect: observeBox,
    measureElement: heightLaidOut,
  });
  const measuredAt = useRef(height);
  // Another density measures all rows anew.
  useEffect(() => {
    if (measuredAt.current !== height) virtual.measure();
    measuredAt.current = height;
  }, [height, virtual]);
  const items = virtual.getVirtualItems();
  const last = items[items.length - 1]?.index ?? -1;
  useEffect(() => {
    if (last >= rows.length && last >= 0) onNeed?.(last);
  }, [last, rows.length, onNeed]);
  const moveTo = keys.moveTo((index) => virtual.scrollToIndex(index));
  const widths = useMemo(
    () => columns.map((column, index) => column.width ?? (index === 0 ? leastWidth : 150)),
    [columns],
  );
  const least = widths.reduce((sum, width) => sum + width, 0);
  const span = columns.length + (choosing.isOffered ? 1 : 0);
  const shared = { columns, addressOf, isOffered: choosing.isOffered, choose: choosing.toggle };
  const rowOf = (index: number) => {
    const row = rows[index];
    if (row === undefined)
      return <ComingRow key={index} index={index} span={span} words={say("coming", { row: index + 1 })} />;
    const key = keyOf(row, index);
    return (
      <TableRow<Row>
        key={key}
        {...shared}
        row={row}
        rowKey={key}
        index={index}
        isActive={index === active}
        isChosen={choosing.selected.has(key)}
        measure={virtual.measureElement}
        nameOf={nameOf}
      />
    );
  };
  return (
    <div ref={box} className={isWhole ? classes.whole : classes.box} data-stale={isStale || undefined}>
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose rows are chosen is a grid
        role="grid"
        aria-label={label}
        aria-rowcount={total + 1}
        aria-multiselectable={choosing.isOffered || undefined}
        aria-busy={isStale || undefined}
        className={classes.table}
        style={{ minWidth: isWhole ? undefined : least }}
      >
        {!isWhole && (
          <colgroup>
            {choosing.isOffered && <col style={{ width: 44 }} />}
            {columns.map((column, index) => (
              <col key={column.name} style={{ width: index === 0 ? undefined : widths[index] }} />
            ))}
          </colgroup>
        )}
        <DataHead columns={columns} order={order} onOrder={onOrder} choosing={choosing} />
        <tbody
          ref={keys.body}
          onKeyDown={keys.onKeyDown(moveTo)}
          onFocus={(event) => keys.take(event.target)}
          onClick={(event) => openPressed(event, open)}
        >
          {isWhole
            ? rows.slice(0, mostPrinted).map((_, index) => rowOf(index))
            : items.map((item, place) => {
                const before = item.start - (items[place - 1]?.end ?? 0);
                return (
                  <Fragment key={item.key}>
                    {before > 0 && <Gap height={before} span={span} />}
                    {rowOf(item.index)}
                  </Fragment>
                );
              })}
          {!isWhole && <Gap height={virtual.getTotalSize() - (items[items.length - 1]?.end ?? 0)} span={span} />}
        </tbody>
      </table>
      {isWhole && <PaperCount printed={Math.min(rows.length, mostPrinted)} total={total} />}
    </div>
  );
}

/** How many there are in all, of which paper may hold the first only. */
function PaperCount({ printed, total }: { printed: number; total: number }) {
  const say = useTableWords();
  const language = useLanguage();
  const count = { printed: shownNumber(printed, language), total: shownNumber(total, language) };
  return <p>{say(printed < total ? "printedPart" : "printedAll", count)}</p>;
}

/**
 * A press on a row opens it, and so does its link. The links are plain ones: the router's own take longer to
 * draw than all the rest of a row.
 */
function openPressed(event: MouseEvent<HTMLElement>, open: (index: number) => void) {
  const target = event.target as HTMLElement;
  const isLink = target.closest("a") !== null;
  // With a key held the browser opens a tab, or saves: that is its own affair.
  if (isLink && (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)) return;
  if (!isLink && (target.closest("button, input, label") || window.getSelection()?.toString())) return;
  const index = target.closest("tr")?.dataset.index;
  if (index === undefined) return;
  event.preventDefault();
  open(Number(index));
}

function Gap({ height, span }: { height: number; span: number }) {
  if (height <= 0) return null;
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus
    <tr aria-hidden="true" className={classes.gap}>
      <td colSpan={span} style={{ height }} />
    </tr>
  );
}

function ComingRow({ index, span, words }: { index: number; span: number; words: string }) {
  return (
    <tr aria-rowindex={index + 2} className={classes.row}>
      <td colSpan={span} className={classes.coming}>
        {words}
      </td>
    </tr>
  );
}

interface RowProps<Row> {
  columns: Column<Row>[];
  row: Row;
  rowKey: string;
  index: number;
  isActive: boolean;
  isChosen: boolean;
  isOffered: boolean;
  choose: (index: number, isRange: boolean) => void;
  addressOf?: ((row: Row) => string) | undefined;
  measure: (element: HTMLElement | null) => void;
  nameOf: (row: Row) => string;
}

function PlainRow<Row>(props: RowProps<Row>) {
  const { columns, row, index, isActive, isChosen, isOffered, choose, addressOf, measure, nameOf } = props;
  const say = useTableWords();
  return (
    <tr
      ref={measure}
      data-index={index}
      aria-rowindex={index + 2}
      aria-selected={isOffered ? isChosen : undefined}
      tabIndex={isActive ? 0 : -1}
      className={classes.row}
    >
      {isOffered && (
        <td className={classes.tick}>
          <label>
            <input
              type="checkbox"
              tabIndex={-1}
              checked={isChosen}
              aria-label={say("choose", { name: nameOf(row) })}
              onChange={(event) => choose(index, (event.nativeEvent as unknown as MouseEvent).shiftKey === true)}
            />
          </label>
        </td>
      )}
      {columns.map((column, place) =>
        place === 0 ? (
          <th key={column.name} scope="row">
            {addressOf ? (
              <a href={addressOf(row)} tabIndex={-1}>
                {column.shown(row)}
              </a>
            ) : (
              column.shown(row)
            )}
          </th>
        ) : (
          <td key={column.name} className={column.isNumber ? classes.number : undefined}>
            {column.shown(row)}
          </td>
        ),
      )}
    </tr>
  );
}

const TableRow = memo(PlainRow) as typeof PlainRow;
