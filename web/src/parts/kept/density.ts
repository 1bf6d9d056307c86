// How close rows stand, as this account wants it on every machine.
import { useCallback, useEffect } from "react";
import { type Density, setDensity, useDensity } from "../../ui/density";
import { useKept } from "./use-kept";

export function useKeptDensity() {
  const { density, isOffered } = useDensity();
  const { value, keep } = useKept<Density | undefined>("density", undefined);
  useEffect(() => {
    if (value === "roomy" || value === "compact") setDensity(value);
  }, [value]);
  const choose = useCallback(
    (next: Density) => {
      setDensity(next);
      void keep(() => next);
    },
    [keep],
  );
  return { density, isOffered, choose };
}
