// Which organisation, year, tree and moment the figures of a page are asked for. A page says it once; the
// address of an opened figure names only what differs from it.
import type { Location } from "react-router";
import type { ListQuestion, Question, Structure } from "../../api/figures";

export interface Asked extends Partial<ListQuestion> {
  name: string;
}

const own = ["so", "so_org", "so_nam", "so_thang", "so_cay", "so_biet"];

/** What of an address does not tell which figure is open. */
export function withoutFigure(search: string): string {
  const left = new URLSearchParams(search);
  for (const name of own) left.delete(name);
  const text = left.toString();
  return text === "" ? "" : `?${text}`;
}

/** The same page with this figure opened; undefined where it cannot be known whose list that would be. */
export function openedAddress(at: Pick<Location, "pathname" | "search">, asked: Asked, page: Partial<Question>) {
  const org = asked.org ?? page.org;
  const year = asked.year ?? page.year;
  if (!asked.name || !org || !year) return undefined;
  const next = new URLSearchParams(withoutFigure(at.search));
  next.set("so", asked.name);
  if (org !== page.org) next.set("so_org", org);
  if (year !== page.year) next.set("so_nam", String(year));
  if (asked.month) next.set("so_thang", String(asked.month));
  const structure = asked.structure ?? page.structure ?? "period_end";
  if (structure !== (page.structure ?? "period_end")) next.set("so_cay", structure);
  if (asked.asKnown && asked.asKnown !== page.asKnown) next.set("so_biet", asked.asKnown);
  return `${at.pathname}?${next}`;
}

/** Read back what openedAddress wrote. */
export function openedFigure(values: URLSearchParams, page: Partial<Question>): (Question & Asked) | undefined {
  const name = values.get("so");
  const org = values.get("so_org") ?? page.org;
  const year = Number(values.get("so_nam") ?? page.year);
  if (!name || !org || !Number.isInteger(year)) return undefined;
  const month = Number(values.get("so_thang"));
  const structure: Structure = (values.get("so_cay") ?? page.structure) === "event" ? "event" : "period_end";
  return {
    name,
    org,
    year,
    structure,
    month: month >= 1 && month <= 12 ? month : undefined,
    asKnown: values.get("so_biet") ?? page.asKnown,
  };
}

/** What is taken out of an address to close the figure that it opens. */
export const closedFigure: Record<string, undefined> = Object.fromEntries(own.map((name) => [name, undefined]));
