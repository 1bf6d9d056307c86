// A moment up to which the books were known, written as a day and a time in Việt Nam.

import { shownDay } from "../../lib/day";

const offset = "+07:00";

/** 2021-01-20 and 17:05; the end of the day where no time is given. */
export function momentOf(day: string | undefined, time: string | undefined): string | undefined {
  if (!day) return undefined;
  const written = readTime(time ?? "");
  return `${day}T${written ?? "23:59"}:${written ? "00" : "59"}${offset}`;
}

export function dayAndTime(moment: string | undefined): { day: string | undefined; time: string } {
  if (!moment) return { day: undefined, time: "" };
  const at = new Date(/[zZ]|[+-]\d\d:?\d\d$/.test(moment) || !moment.includes("T") ? moment : moment + offset);
  if (Number.isNaN(at.getTime())) return { day: undefined, time: "" };
  const local = new Date(at.getTime() + 7 * 3600 * 1000).toISOString();
  const time = local.slice(11, 16);
  return { day: local.slice(0, 10), time: time === "23:59" ? "" : time };
}

/** As people read it; one that was written without a zone is of Việt Nam. */
export function shownKnown(moment: string): string {
  const { day, time } = dayAndTime(moment);
  if (!day) return moment;
  return `${shownDay(day)}${time ? ` ${time}` : ""}`;
}

/** 8:01, 08h01, 0801. */
export function readTime(text: string): string | undefined {
  const parts = /^\s*(\d{1,2})(?:[:hg.]\s*|(?=\d{2}\s*$))(\d{2})\s*$/i.exec(text);
  if (!parts || Number(parts[1]) > 23 || Number(parts[2]) > 59) return undefined;
  return `${String(parts[1]).padStart(2, "0")}:${parts[2]}`;
}
