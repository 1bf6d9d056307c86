// What is written or ticked in a field and stands in the address: it shows at once, and is one step of the
// history, however many keys it took.
import { useCallback, useEffect, useRef, useState } from "react";
import { useLocation, useNavigationType } from "react-router";
import { useAddress } from "./address";

/** From the first key to leaving the field is one step: the first change `begins` it, the others go on in it. */
export function useStep() {
  const isBegun = useRef(false);
  const { key } = useLocation();
  const type = useNavigationType();
  // biome-ignore lint/correctness/useExhaustiveDependencies: wherever Back led, what is written there begins anew
  useEffect(() => {
    if (type === "POP") isBegun.current = false;
  }, [key, type]);
  const begins = useCallback(() => {
    const isFirst = !isBegun.current;
    isBegun.current = true;
    return isFirst;
  }, []);
  const ends = useCallback(() => {
    isBegun.current = false;
  }, []);
  return { begins, ends };
}

/**
 * A text of the address as a field shows it. The address follows the keys a moment later, so while one
 * writes the field does not look back at it; only Back and Forward tell it otherwise.
 */
export function useWrittenAddress(name: string) {
  const { get, set } = useAddress();
  const asked = get(name) ?? "";
  const step = useStep();
  const field = useRef<HTMLInputElement>(null);
  const { key } = useLocation();
  const type = useNavigationType();
  const [text, setText] = useState(asked);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each step may bring another text
  useEffect(() => {
    if (type === "POP" || document.activeElement !== field.current) setText(asked);
  }, [asked, key, type]);
  return {
    ref: field,
    value: text,
    onChange: (event: { currentTarget: { value: string } }) => {
      const written = event.currentTarget.value;
      setText(written);
      set({ [name]: written }, { push: step.begins() });
    },
    onBlur: step.ends,
  };
}

/** What is ticked shows at once; the address follows a moment later, and is right where it says otherwise. */
export function useAtOnce<Value>(asked: Value) {
  const [shown, setShown] = useState(asked);
  const text = JSON.stringify(asked);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the values count, not the list that holds them
  useEffect(() => setShown(asked), [text]);
  return [shown, setShown] as const;
}
