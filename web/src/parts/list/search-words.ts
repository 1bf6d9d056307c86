// The words that a list is searched for. People search for people: so the words never stand in the address,
// where others would read them; this tab keeps them for each place of its history, over a reload too.
import { useCallback, useEffect, useRef, useState } from "react";
import { useLocation, useNavigationType } from "react-router";
import { dropWords, keepWords, keptWords } from "../../lib/look";

const pause = 300;

// An address that is typed is a place of its own, though the router calls the first of each page alike.
const [arrival] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
if (arrival?.type === "navigate") dropWords("default");

export interface SearchWords {
  /** What the list is searched for: what was typed before the last pause. */
  wanted: string;
  /** What the box begins with, and which box: another one begins anew. */
  first: string;
  box: number;
  type: (text: string) => void;
  /** At once: whoever drops the words wants to see everything now. */
  clear: () => void;
}

export function useSearchWords(): SearchWords {
  const { key } = useLocation();
  const how = useNavigationType();
  const [begun, begin] = useState(() => ({ at: key, first: keptWords(key), box: 0 }));
  const [wanted, want] = useState(begun.first);
  const typed = useRef(begun.first);
  const place = useRef(key);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  // A step from here takes the words along; Back and Forward bring those of their place.
  if (begun.at !== key) {
    const first = how === "POP" ? keptWords(key) : begun.first;
    begin({ at: key, first, box: how === "POP" ? begun.box + 1 : begun.box });
    if (how === "POP") want(first);
  }
  const keep = useCallback((text: string) => {
    clearTimeout(timer.current);
    typed.current = text;
    keepWords(place.current, text);
  }, []);
  useEffect(() => {
    place.current = key;
    if (how === "POP") {
      // What was typed just before belongs to the place that was left.
      clearTimeout(timer.current);
      typed.current = keptWords(key);
    } else keepWords(key, typed.current);
  }, [key, how]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const type = useCallback(
    (text: string) => {
      keep(text);
      if (text === "") want("");
      else timer.current = setTimeout(() => want(text), pause);
    },
    [keep],
  );
  const clear = useCallback(() => {
    keep("");
    want("");
    begin((present) => ({ ...present, first: "", box: present.box + 1 }));
  }, [keep]);
  return { wanted: wanted.normalize("NFC").trim(), first: begun.first, box: begun.box, type, clear };
}
