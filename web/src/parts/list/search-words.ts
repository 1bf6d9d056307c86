// The words that a list is searched for. People search for people: so the words never stand in the address,
// where others would read them; this page keeps them for when one comes back to this place of its history.
import { useDebouncedValue } from "@mantine/hooks";
import { useEffect, useState } from "react";
import { useLocation } from "react-router";

const kept = new Map<string, string>();
const pause = 300;

export function useSearchWords() {
  const { key } = useLocation();
  const [text, set] = useState(() => kept.get(key) ?? "");
  useEffect(() => {
    kept.set(key, text);
  }, [key, text]);
  const [paused] = useDebouncedValue(text, pause);
  // Emptied at once: whoever drops the words wants to see everything now.
  const wanted = text === "" ? "" : paused.normalize("NFC").trim();
  return { text, set, wanted };
}
