// Days travel as YYYY-MM-DD and are read and shown as dd/MM/yyyy; all in the time zone of Việt Nam.

/** Seven hours before Greenwich, summer and winter, since the books of today's organisations begin (1975). */
function inVietNam(moment: Date): string {
  return new Date(moment.getTime() + 7 * 3_600_000).toISOString();
}

/** 26/03/2026; the text itself where it is no day. */
export function shownDay(day: string): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  return parts ? `${parts[3]}/${parts[2]}/${parts[1]}` : day;
}

/** 26/03/2026 08:01, of a moment with its zone. */
export function shownMoment(moment: string): string {
  const at = new Date(moment);
  if (Number.isNaN(at.getTime())) return moment;
  const here = inVietNam(at);
  return `${shownDay(here.slice(0, 10))} ${here.slice(11, 16)}`;
}

/** The day as it is now in Việt Nam. */
export function today(now: Date = new Date()): string {
  return inVietNam(now).slice(0, 10);
}

export function isDay(text: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!parts) return false;
  const at = new Date(Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3])));
  return at.toISOString().slice(0, 10) === text;
}

/**
 * What people write for a day: 5/9/1995, 05.09.1995, 05-09-1995, 05091995, 1995-09-05.
 * Undefined where it is none; the year has four digits.
 */
export function readDay(text: string): string | undefined {
  const written = text.trim();
  const asKept = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(written);
  const parts = asKept
    ? [asKept[3], asKept[2], asKept[1]]
    : (/^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})$/.exec(written) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(written))?.slice(1);
  if (!parts) return undefined;
  const [day, month, year] = parts.map((part) => Number(part));
  const kept = `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
  return isDay(kept) ? kept : undefined;
}

/** 03/2026; the text itself where it is no month. */
export function shownMonth(month: string): string {
  const parts = /^(\d{4})-(\d{2})$/.exec(month);
  return parts ? `${parts[2]}/${parts[1]}` : month;
}
