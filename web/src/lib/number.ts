// Numbers as they are written in Việt Nam: 1.234,5; a percentage 91,4%. `0` is none, `—` is not known.

export const unknown = "—";

export type Language = "vi" | "en";

/** Made once each: making one takes longer than a hundred numbers written by it. */
const formats = new Map<string, Intl.NumberFormat>();

function formatOf(language: Language, digits: number): Intl.NumberFormat {
  const name = `${language} ${digits}`;
  const made = formats.get(name);
  if (made) return made;
  const format = new Intl.NumberFormat(language === "vi" ? "vi-VN" : "en-GB", { maximumFractionDigits: digits });
  formats.set(name, format);
  return format;
}

export function shownNumber(value: number | null | undefined, language: Language = "vi", digits = 2): string {
  if (value === null || value === undefined) return unknown;
  return formatOf(language, digits).format(value);
}

export function shownPercent(value: number | null | undefined, language: Language = "vi"): string {
  return value === null || value === undefined ? unknown : `${shownNumber(value, language)}%`;
}

/** What people write for a number: 1.234,5 in Vietnamese, 1,234.5 in English; spaces are allowed. */
export function readNumber(text: string, language: Language = "vi"): number | undefined {
  const plain = text.replace(/\s/g, "");
  const [thousands, point] = language === "vi" ? [".", ","] : [",", "."];
  const digits = plain.split(thousands).join("").replace(point, ".");
  return /^-?\d+(\.\d+)?$/.test(digits) ? Number(digits) : undefined;
}
