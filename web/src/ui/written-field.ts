// A field in which people write what is kept in another form (a day, a number). While they write, their
// text stands as it is, whatever is made of it; when they leave, it is shown the way we show such things.
import { useRef, useState } from "react";

interface Written<Value> {
  value: Value | undefined;
  onChange: (value: Value | undefined, written: string) => void;
  read: (text: string) => Value | undefined;
  show: (value: Value) => string;
  onBlur?: (() => void) | undefined;
}

export function useWritten<Value>({ value, onChange, read, show, onBlur }: Written<Value>) {
  const shown = value === undefined ? "" : show(value);
  const [text, setText] = useState(shown);
  const [isLeft, setLeft] = useState(true);
  // What this field gave comes in a moment later, or not at all where half a day changes nothing; anything else
  // was changed from outside, and is shown.
  const before = useRef(value);
  const given = useRef<(Value | undefined)[]>([]);
  if (before.current !== value) {
    before.current = value;
    const isOwn = given.current.includes(value);
    given.current = isOwn ? given.current.slice(given.current.indexOf(value) + 1) : [];
    if (!isOwn) setText(shown);
  }
  return {
    text,
    isUnread: isLeft && text.trim() !== "" && read(text) === undefined,
    set: (written: string) => {
      setText(written);
      const next = read(written);
      given.current.push(next);
      onChange(next, written);
    },
    events: {
      onFocus: () => setLeft(false),
      onBlur: () => {
        setLeft(true);
        const kept = read(text);
        if (kept !== undefined) setText(show(kept));
        onBlur?.();
      },
    },
  };
}
