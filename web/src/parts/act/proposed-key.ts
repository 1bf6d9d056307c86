// Keys of what is new: what it is, the year, and five signs of chance that can be read out over the telephone.
import { isDay } from "../../lib/day";

const marks: Record<string, string> = {
  organisation: "TC",
  person: "HS",
  class: "LOP",
  meeting: "SH",
  directive: "VB",
  inspection: "KT",
  activity: "HD",
  mass_organisation: "DT",
  congress: "DH",
  committee: "CU",
  target: "CT",
};
const signs = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

/** Random signs of `length`; drawn so that each is as likely as the others. */
export function chance(length: number): string {
  let out = "";
  while (out.length < length) {
    const [byte = 0] = crypto.getRandomValues(new Uint8Array(1));
    if (byte < signs.length * 8) out += signs[byte % signs.length];
  }
  return out;
}

export function proposedKey(subjectType: string, year: string): string {
  return `${marks[subjectType] ?? "M"}-${year}-${chance(5)}`;
}

/** The same key for what took place in another year: a class of last year is not named after this one. */
export function keyInYear(key: string, day: string): string {
  return isDay(day) ? key.replace(/^([A-Z]+)-\d{4}-/, `$1-${day.slice(0, 4)}-`) : key;
}

/** Below CQ-01 stand CQ-01-01, CQ-01-02: the next of them. */
export function keyBelow(parent: string, children: string[]): string {
  const taken = children
    .map((key) => (key.startsWith(`${parent}-`) ? key.slice(parent.length + 1) : ""))
    .filter((rest) => /^\d{1,4}$/.test(rest));
  const digits = Math.max(2, ...taken.map((rest) => rest.length));
  const next = 1 + Math.max(0, ...taken.map(Number));
  return `${parent}-${String(next).padStart(digits, "0")}`;
}

/** Names an attempt to record, so that a repeated one counts once. */
export function newAttempt(): string {
  return chance(24);
}
