// The rows behind a figure: on which day they count, and which are found by words.
import type { RecordPage } from "../../api/figures";
import { folded } from "../../lib/fold";

export type Row = RecordPage["records"][number];

/** The day by which a row counts: a rating in the year that was rated, an attendee on the class's first day. */
export function countedOn(row: Row): string {
  return row.counts_on ?? row.effective_on;
}

const kept = new WeakMap<Row, string>();

/** Its words without accents, each after a blank; worked out once for each row. */
function wordsOf(row: Row): string {
  let words = kept.get(row);
  if (words === undefined) {
    const { authority } = row;
    const texts = [
      row.name,
      row.person_name,
      row.subject,
      row.person,
      row.organisation_label,
      row.organisation,
      authority?.number,
      authority?.issuer,
    ];
    words = ` ${folded(texts.filter(Boolean).join(" ")).replace(/[^\p{L}\p{N}]+/gu, " ")}`;
    kept.set(row, words);
  }
  return words;
}

/** The rows in which each word of `query` begins a word, in any order and without accents. */
export function found(rows: Row[], query: string): Row[] {
  const wanted = folded(query)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .split(" ")
    .filter(Boolean);
  if (wanted.length === 0) return rows;
  return rows.filter((row) => {
    const words = wordsOf(row);
    return wanted.every((word) => words.includes(` ${word}`));
  });
}

export type Counting = "rows" | "sum" | "mean" | "share";

/** How the number comes of its list. */
export function countingOf(unit: string, value: number | null, total: number): Counting {
  if (unit === "percent") return "share";
  if (unit === "point") return "mean";
  return value === total ? "rows" : "sum";
}

/** Whether part and whole of a percentage are as many as their rows, or sums of amounts. */
export function isShareOfRows(rows: Row[]): boolean {
  return rows.every((row) => row.amount === 1);
}
