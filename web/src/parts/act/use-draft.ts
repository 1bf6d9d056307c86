// Keeps what is being written: two seconds after the last key, when a field is left, when the form goes.
import { useCallback, useEffect, useRef, useState } from "react";
import { dropDraft, type Kept, keepDraft } from "./drafts";

interface Keeping {
  name: string;
  isRestricted: boolean;
  /** Put together when it is kept: the attempt to record may be newer than what was drawn. */
  draft: () => Omit<Kept<unknown>, "savedAt">;
  isChanged: boolean;
}

export function useDraft(keeping: Keeping) {
  const [savedAt, setSavedAt] = useState<string>();
  const latest = useRef(keeping);
  latest.current = keeping;
  const kept = useRef("");
  const isOver = useRef(false);
  const flush = useCallback(() => {
    const { name, isRestricted, isChanged } = latest.current;
    const draft = latest.current.draft();
    const text = JSON.stringify(draft);
    if (isOver.current || !isChanged || text === kept.current) return;
    const at = new Date().toISOString();
    if (!keepDraft(name, { ...draft, savedAt: at }, isRestricted)) return;
    kept.current = text;
    setSavedAt(at);
  }, []);
  const drop = useCallback((forGood: boolean) => {
    isOver.current = forGood;
    kept.current = "";
    setSavedAt(undefined);
    dropDraft(latest.current.name, latest.current.isRestricted);
  }, []);
  const text = JSON.stringify(keeping.draft().content);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each change of the text starts the wait anew
  useEffect(() => {
    const timer = setTimeout(flush, 2000);
    return () => clearTimeout(timer);
  }, [text, flush]);
  useEffect(() => {
    window.addEventListener("pagehide", flush);
    return () => {
      window.removeEventListener("pagehide", flush);
      flush();
    };
  }, [flush]);
  return { savedAt, flush, drop };
}
