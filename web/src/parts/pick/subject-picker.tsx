// Chooses one subject by its name. What is typed is never completed in the field; only a line of the list is
// a choice, and what is typed without one is said to be none.
import { Combobox, TextInput, useCombobox } from "@mantine/core";
import { useRef, useState } from "react";
import { useFinding } from "./finding";
import { FoundCount, FoundList } from "./found-list";
import type { Among, PickerProps } from "./picked";
import { usePickWords } from "./words";

const called = (value: { label: string; organisation?: string } | undefined) =>
  value ? [value.label, value.organisation].filter(Boolean).join(" · ") : "";

export function SubjectPicker({ among, ...field }: PickerProps & { among: Among }) {
  const say = usePickWords();
  const box = useCombobox({ onDropdownClose: () => box.resetSelectedOption() });
  const [text, setText] = useState(called(field.value));
  const [isLeft, setLeft] = useState(true);
  const given = useRef(called(field.value));
  // A page that falls back to a value of its own must not write it into what somebody is writing.
  const [isWriting, setWriting] = useState(false);
  if (!isWriting && given.current !== called(field.value)) {
    given.current = called(field.value);
    setText(called(field.value));
  }
  const isTyping = text !== called(field.value);
  const finding = useFinding(isTyping ? text : "", among, box.dropdownOpened);
  const write = (written: string) => {
    setText(written);
    setWriting(true);
    if (field.value) {
      given.current = "";
      field.onChange(undefined);
    }
    box.openDropdown();
    box.resetSelectedOption();
  };
  const choose = (key: string) => {
    const chosen = finding.data?.found.find((each) => each.key === key);
    if (!chosen) return;
    given.current = called(chosen);
    setText(called(chosen));
    setWriting(false);
    field.onChange(chosen);
    box.closeDropdown();
  };
  const isUnchosen = isLeft && !field.value && text.trim() !== "";
  return (
    <Combobox store={box} onOptionSubmit={choose} withinPortal={false}>
      <Combobox.Target withExpandedAttribute>
        <TextInput
          id={field.id}
          label={field.hidesLabel ? undefined : field.label}
          aria-label={field.hidesLabel ? field.label : undefined}
          description={field.description}
          placeholder={say("find")}
          value={text}
          onChange={(event) => write(event.currentTarget.value)}
          onFocus={() => setLeft(false)}
          onClick={() => box.openDropdown()}
          onBlur={() => {
            setLeft(true);
            setWriting(false);
            box.closeDropdown();
            field.onBlur?.();
          }}
          error={isUnchosen ? say("unchosen") : field.error}
          required={field.required ?? false}
          role="combobox"
          aria-busy={field.isNameAsked ?? false}
          aria-autocomplete="list"
          autoComplete="off"
          spellCheck={false}
          size="md"
        />
      </Combobox.Target>
      <FoundCount finding={finding} />
      <FoundList label={field.label} finding={finding} />
    </Combobox>
  );
}
