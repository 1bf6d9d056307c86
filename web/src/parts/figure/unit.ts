// Numbers as they are written with their unit. The words of units come from the catalogue.
import { useCatalogue } from "../../api/catalogue";
import { shownNumber, shownPercent } from "../../lib/number";
import { useLabel, useLanguage } from "../../lib/words";

export function useShown(): (value: number | null | undefined, unit: string | undefined) => string {
  const language = useLanguage();
  return (value, unit) => (unit === "percent" ? shownPercent(value, language) : shownNumber(value, language));
}

/** The word behind a number; none for percentages, whose sign belongs to the number. */
export function useUnit(): (unit: string | undefined) => string {
  const { data } = useCatalogue();
  const label = useLabel();
  return (unit) =>
    unit === undefined || unit === "percent"
      ? ""
      : label(data?.figures.find((figure) => figure.unit === unit)?.unit_label);
}
