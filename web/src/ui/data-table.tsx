// A long table: only the rows in sight are in the page, whatever their number. The scroll bar stands for all
// of them; what has not come yet is asked for with `onNeed`. On phones each row is a card.
import { useMediaQuery } from "@mantine/hooks";
import type { ReactNode } from "react";
import { DataCards } from "./data-cards";
import { DataRows } from "./data-rows";
import { usePrinting } from "./use-printing";

/** More rows than this belong into a file. */
export const mostPrinted = 2_000;

export interface Column<Row> {
  name: string;
  label: string;
  /** In pixels, of what the column wants at least; what is left goes to the first. */
  width?: number;
  isNumber?: boolean;
  sorts?: boolean;
  shown: (row: Row) => ReactNode;
}

export interface Order {
  by: string;
  isDown: boolean;
}

export interface DataTableProps<Row> {
  /** What the table holds, for whoever does not see it. */
  label: string;
  /** The first one heads its row and is the link that opens it. */
  columns: Column<Row>[];
  /** The rows that have come so far, from the first on. */
  rows: Row[];
  total: number;
  keyOf: (row: Row, index: number) => string;
  nameOf: (row: Row) => string;
  addressOf?: ((row: Row) => string) | undefined;
  /** A row opens in a drawer over its page. */
  opensHere?: boolean | undefined;
  onNeed?: ((index: number) => void) | undefined;
  order?: Order | undefined;
  onOrder?: ((order: Order | undefined) => void) | undefined;
  selected?: ReadonlySet<string> | undefined;
  onSelect?: ((selected: ReadonlySet<string>) => void) | undefined;
  /** Old rows, while new ones are on their way. */
  isStale?: boolean | undefined;
  /** Cards scroll with the page, or in a box of their own (in a drawer). */
  scrolls?: "page" | "box" | undefined;
}

export function DataTable<Row>(props: DataTableProps<Row>) {
  const isNarrow = useMediaQuery("(max-width: 640px)", undefined, { getInitialValueInEffect: false });
  const isWhole = usePrinting();
  return isNarrow && !isWhole ? <DataCards {...props} /> : <DataRows {...props} isWhole={isWhole} />;
}
