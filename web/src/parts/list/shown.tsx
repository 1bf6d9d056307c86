// How values of traits are read by people: labels of codes, days, numbers, names of what is referred to.
import { type ReactNode, useCallback, useMemo } from "react";
import type { Trait } from "../../api/catalogue";
import type { ListRow, Reference } from "../../api/records";
import { shownDay } from "../../lib/day";
import { shownNumber, unknown } from "../../lib/number";
import { useLabel, useLanguage } from "../../lib/words";
import type { Column } from "../../ui/data-table";
import { type Filter, isYear } from "./filters";
import { useListWords } from "./words";

export function useShown(): (trait: Trait, value: unknown) => string {
  const label = useLabel();
  const language = useLanguage();
  return useCallback(
    (trait, value) => {
      if (value === null || value === undefined || value === "") return unknown;
      switch (trait.kind) {
        case "choice":
          return label(trait.choices?.find(({ code }) => code === value)?.label) || String(value);
        case "day":
          return shownDay(String(value));
        case "number":
        case "hundredths":
        case "money":
          return isYear(trait) ? String(value) : shownNumber(Number(value), language);
        case "subject":
          return typeof value === "object" ? (value as Reference).label : String(value);
        default:
          return String(value);
      }
    },
    [label, language],
  );
}

const widths: Record<Trait["kind"], number> = {
  choice: 150,
  day: 124,
  number: 110,
  hundredths: 110,
  money: 150,
  text: 180,
  subject: 220,
};

/** A choice is as wide as the longest of its labels, within bounds. */
function widthOf(trait: Trait, label: (of: Trait["label"]) => string): number {
  const longest = Math.max(0, ...(trait.choices ?? []).map((choice) => label(choice.label).length));
  return longest === 0 ? widths[trait.kind] : Math.min(Math.max(longest * 8 + 24, 104), 190);
}

export function isNumber(trait: Trait): boolean {
  return trait.kind === "number" || trait.kind === "hundredths" || trait.kind === "money";
}

export type Cells = Record<string, (row: ListRow) => ReactNode>;

/** A column for each trait, drawn as the screen wants it or as its kind says. */
export function useColumns(traits: Trait[], name: Trait | undefined, cells: Cells | undefined): Column<ListRow>[] {
  const shown = useShown();
  const label = useLabel();
  // Columns that stay the same leave the rows in sight as they are.
  return useMemo(
    () => [
      {
        name: name?.name ?? "",
        label: label(name?.label),
        sorts: name !== undefined,
        shown: (row: ListRow) => row.name,
      },
      ...traits.map((trait) => ({
        name: trait.name,
        label: label(trait.label),
        width: widthOf(trait, label),
        isNumber: isNumber(trait),
        sorts: true,
        shown: cells?.[trait.name] ?? ((row: ListRow) => shown(trait, row[trait.name])),
      })),
    ],
    [traits, name, cells, shown, label],
  );
}

/** A filter in words; `labels` says what keys of subjects stand for. */
export function useFilterInWords(labels: Record<string, string> = {}): (filter: Filter) => string {
  const say = useListWords();
  const shown = useShown();
  const label = useLabel();
  return ({ trait, how, values }) => {
    const name = label(trait.label);
    const each = values.map((value) => (value === "" ? say("unset") : (labels[value] ?? shown(trait, value))));
    switch (how) {
      case "from":
        return say("chipFrom", { label: name, value: each[0] ?? "" });
      case "to":
        return say("chipTo", { label: name, value: each[0] ?? "" });
      case "has":
        return say("chipHas", { label: name, value: values[0] ?? "" });
      case "present":
        return say("chipPresent", { label: name });
      case "missing":
        return say("chipMissing", { label: name });
      default: {
        const last = each[each.length - 1] ?? "";
        const value = each.length > 1 ? say("or", { first: each.slice(0, -1).join(", "), last }) : last;
        return say("chipIs", { label: name, value });
      }
    }
  };
}
