// How the data of a history's events are read aloud: needs the catalogue, and the labels that came along.
import { useMemo } from "react";
import { useCatalogue } from "../../api/catalogue";
import type { History } from "../../api/records";
import { useLabel, useLanguage } from "../../lib/words";
import type { Reader } from "./reading";

export function useReader(history: History | undefined): Reader | undefined {
  const { data: catalogue } = useCatalogue();
  const language = useLanguage();
  const label = useLabel();
  const labels = history?.labels;
  // biome-ignore lint/correctness/useExhaustiveDependencies: how labels are said changes with the language
  return useMemo(
    () => catalogue && { catalogue, labels: labels ?? {}, language, say: label },
    [catalogue, labels, language],
  );
}
