// What this browser keeps for whoever is signed in: columns, saved filters. Nothing of the books.
import { useCallback, useState } from "react";

function read<Value>(place: string, otherwise: Value): Value {
  try {
    const text = localStorage.getItem(place);
    return text === null ? otherwise : (JSON.parse(text) as Value);
  } catch {
    return otherwise;
  }
}

/** A value under a name of one account; as it was the last time, or `otherwise`. */
export function useKept<Value>(account: string, name: string, otherwise: Value) {
  const place = `nennep.${account}.${name}`;
  const [value, setValue] = useState(() => read(place, otherwise));
  const keep = useCallback(
    (next: Value) => {
      setValue(next);
      try {
        localStorage.setItem(place, JSON.stringify(next));
      } catch {
        // A browser that keeps nothing shows it until the page is left.
      }
    },
    [place],
  );
  return [value, keep] as const;
}
