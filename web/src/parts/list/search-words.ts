// The words that a list is searched for. People search for people: so the words never stand in the address,
// where others would read them; this tab keeps them for each place of its history, over a reload too.
import { useDebouncedValue } from "@mantine/hooks";
import { useEffect, useState } from "react";
import { useLocation, useNavigationType } from "react-router";
import { dropWords, keepWords, keptWords } from "../../lib/look";

const pause = 300;

// An address that is typed is a place of its own, though the router calls the first of each page alike.
const [arrival] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
if (arrival?.type === "navigate") dropWords("default");

export function useSearchWords() {
  const { key } = useLocation();
  const type = useNavigationType();
  const [text, set] = useState(() => keptWords(key));
  const [at, setAt] = useState(key);
  // A step from here takes the words along; Back and Forward bring those of their place.
  if (at !== key) {
    setAt(key);
    if (type === "POP") set(keptWords(key));
  }
  useEffect(() => keepWords(key, text), [key, text]);
  const [paused] = useDebouncedValue(text, pause);
  // Emptied at once: whoever drops the words wants to see everything now.
  const wanted = text === "" ? "" : paused.normalize("NFC").trim();
  return { text, set, wanted };
}
