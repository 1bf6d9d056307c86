// Papers that know only a month or a year of a day: 3/2020, 1975. They travel as 2020-03 and 1975.
import { isDay, readDay, shownDay } from "./day";

export type Takes = "day" | "month" | "year-or-day";

export function isMonth(text: string): boolean {
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(text);
}

export function isYear(text: string): boolean {
  return /^[1-9]\d{3}$/.test(text);
}

/** What people write for a month: 3/2020, 03.2020, 03-2020, 032020, 2020-03. */
export function readMonth(text: string): string | undefined {
  const written = text.trim();
  if (/^\d{4}-\d{1,2}$/.test(written)) return month(written.slice(0, 4), written.slice(5));
  const parts = /^(\d{1,2})[/.\- ](\d{4})$/.exec(written) ?? /^(\d{2})(\d{4})$/.exec(written);
  return parts ? month(parts[2] ?? "", parts[1] ?? "") : undefined;
}

function month(year: string, number: string): string | undefined {
  const kept = `${year}-${number.padStart(2, "0")}`;
  return isMonth(kept) ? kept : undefined;
}

export function readPart(text: string, takes: Takes): string | undefined {
  if (takes === "month") return readMonth(text);
  if (takes === "year-or-day" && isYear(text.trim())) return text.trim();
  return readDay(text);
}

/** 03/2020, 1975, 26/03/2026; the text itself where it is none of these. */
export function shownPart(kept: string): string {
  return isMonth(kept) ? `${kept.slice(5)}/${kept.slice(0, 4)}` : shownDay(kept);
}

export function isPart(text: string, takes: Takes): boolean {
  if (takes === "month") return isMonth(text);
  return isDay(text) || (takes === "year-or-day" && isYear(text));
}
