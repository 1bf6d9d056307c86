// The words that a list is searched for. People search for people: so the words never stand in the address,
// where others would read them; this page keeps them for when one comes back to this place of its history.
import { useCallback, useEffect, useRef, useState } from "react";
import { useLocation } from "react-router";

const kept = new Map<string, string>();
const pause = 300;

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
  const [first] = useState(() => kept.get(key) ?? "");
  const [wanted, want] = useState(first);
  const [box, setBox] = useState(0);
  const typed = useRef(first);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const place = useRef(key);
  const keep = useCallback((text: string) => {
    typed.current = text;
    kept.set(place.current, text);
    clearTimeout(timer.current);
  }, []);
  useEffect(() => {
    // A filter more is another place of the history, with the same words.
    place.current = key;
    kept.set(key, typed.current);
  }, [key]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const type = useCallback(
    (text: string) => {
      keep(text);
      if (text === "") return want("");
      timer.current = setTimeout(() => want(text), pause);
    },
    [keep],
  );
  const clear = useCallback(() => {
    keep("");
    want("");
    setBox((present) => present + 1);
  }, [keep]);
  return { wanted: wanted.normalize("NFC").trim(), first: box === 0 ? first : "", box, type, clear };
}
