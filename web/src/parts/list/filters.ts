// Filters as they stand in the address: `gender=female`, repeated for several values, `birth_date.from=…`,
// `religion.missing=1`. They have the names that the API knows, so an address is the question itself.
import type { ListType, Trait } from "../../api/catalogue";

export const hows = ["eq", "from", "to", "has", "present", "missing"] as const;
export type How = (typeof hows)[number];

export interface Filter {
  trait: Trait;
  how: How;
  values: string[];
}

/** The name of a filter in the address and in the API. */
export function parameter(trait: string, how: How): string {
  return how === "eq" ? trait : `${trait}.${how}`;
}

/** In the order of the list's traits; what the list does not know is left alone. */
export function filtersOf(address: URLSearchParams, list: ListType): Filter[] {
  const filters: Filter[] = [];
  for (const trait of list.traits) {
    for (const how of hows) {
      if (!trait.filters.includes(how)) continue;
      const values = address.getAll(parameter(trait.name, how));
      if (values.length > 0) filters.push({ trait, how, values });
    }
  }
  return filters;
}

export function parametersOf(filters: Filter[]): Record<string, string[]> {
  return Object.fromEntries(filters.map(({ trait, how, values }) => [parameter(trait.name, how), values]));
}

/** What a list shows where nobody asks for others: only those of this standing. */
export function shownByDefault(list: ListType, filters: Filter[]): Filter | undefined {
  const { counts } = list;
  const trait = counts && list.traits.find(({ name }) => name === counts.trait);
  if (!counts || !trait || filters.some((filter) => filter.trait.name === trait.name)) return undefined;
  return { trait, how: "eq", values: counts.codes };
}

/** Whether a trait is a year, which is written without points between its digits. */
export function isYear(trait: Trait): boolean {
  return trait.kind === "number" && (trait.name.endsWith("year") || trait.name.startsWith("term_"));
}

/** Those that anybody may filter by; free texts only where a screen asks for them: they may name people. */
export function filterable(list: ListType, first: string[]): { first: Trait[]; others: Trait[] } {
  const named = first.flatMap((name) => list.traits.filter((trait) => trait.name === name));
  const others = list.traits.filter(
    (trait) =>
      !named.includes(trait) &&
      !trait.is_name &&
      trait.kind !== "subject" &&
      // Of texts only those that statistics are made of: they have few values, and none is a name.
      (trait.kind !== "text" || trait.crosses),
  );
  return { first: named, others };
}
