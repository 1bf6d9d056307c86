// A cross-table as the server counts it, cut into what is shown: for each layer rows, cells and sums.
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { query, read } from "../../api/records";
import { useLanguage } from "../../lib/words";
import { inCommon } from "./list-address";

export interface Heading {
  code: string | null;
  label: string;
  total: number | null;
  list: string;
}
export interface CrossTable {
  organisation: string | null;
  on: string;
  list: string;
  rows: Heading[];
  columns?: Heading[];
  layers?: Heading[];
  cells: (number | null)[][] | (number | null)[][][];
  lists: string[][] | string[][][];
  total: number | null;
}

/** A count and its list; null is one so small that it is hidden. */
export interface Cell {
  count: number | null;
  list: string;
}
export interface Layer {
  key: string;
  label: string | undefined;
  columns: { label: string; all: Cell }[];
  rows: { key: string; label: string; cells: Cell[]; all: Cell }[];
  all: Cell;
}

export interface Crossing {
  rows: string;
  columns: string | undefined;
  layers: string | undefined;
}

export function crossAddress(crossing: Crossing, asked: string, format?: string): string {
  const own = query({ ...crossing, format });
  return `/statistics${own}${asked.replace("?", "&")}`;
}

export function useCrossTable(crossing: Crossing | undefined, asked: string) {
  const language = useLanguage();
  return useQuery({
    queryKey: ["cross-table", crossing, asked, language],
    enabled: crossing !== undefined,
    queryFn: ({ signal }) => read<CrossTable>(crossAddress(crossing as Crossing, asked), signal),
    placeholderData: keepPreviousData,
  });
}

/** Where one of the parts is hidden the sum would tell it. */
export function sum(counts: (number | null)[]): number | null {
  return counts.reduce<number | null>((all, each) => (all === null || each === null ? null : all + each), 0);
}

export function layersOf(table: CrossTable): Layer[] {
  const { layers, rows, total, list } = table;
  if (!layers) return [layerOf(table, table.cells as (number | null)[][], table.lists as string[][])];
  const cells = table.cells as (number | null)[][][];
  const lists = table.lists as string[][][];
  return layers.map((layer, index) => {
    const shown = layerOf(table, cells[index] ?? [], lists[index] ?? []);
    return {
      key: layer.code ?? "-",
      label: layer.label,
      columns: shown.columns.map(({ label, all }, column) => ({
        label,
        all: {
          count: sum((cells[index] ?? []).map((row) => row[column] ?? 0)),
          list: inCommon([all.list, layer.list], list),
        },
      })),
      rows: shown.rows.map((row, place) => ({
        ...row,
        all: {
          count: sum(row.cells.map(({ count }) => count)),
          list: inCommon([rows[place]?.list ?? list, layer.list], list),
        },
      })),
      all: { count: total === null && layer.total === null ? null : layer.total, list: layer.list },
    };
  });
}

function layerOf(table: CrossTable, cells: (number | null)[][], lists: string[][]): Layer {
  return {
    key: "",
    label: undefined,
    columns: (table.columns ?? []).map(({ label, total, list }) => ({ label, all: { count: total, list } })),
    rows: table.rows.map((row, place) => ({
      key: row.code ?? "-",
      label: row.label,
      // Without columns the one cell of a row is its sum.
      cells: table.columns
        ? (cells[place] ?? []).map((count, column) => ({ count, list: lists[place]?.[column] ?? "" }))
        : [],
      all: { count: row.total, list: row.list },
    })),
    all: { count: table.total, list: table.list },
  };
}

/** Whether anything is hidden, so that the page says why. */
export function hides(layers: Layer[]): boolean {
  return layers.some(({ rows, all }) =>
    [all, ...rows.flatMap((row) => [row.all, ...row.cells])].some(({ count }) => count === null),
  );
}
