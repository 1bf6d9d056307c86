// Chooses several subjects by their names; each stands in the field with a button that takes it out.
import { Combobox, Pill, PillsInput, useCombobox } from "@mantine/core";
import { useState } from "react";
import { useFinding } from "./finding";
import { FoundCount, FoundList } from "./found-list";
import classes from "./pick.module.css";
import type { Among, ManyPickerProps } from "./picked";
import { usePickWords } from "./words";

export function SubjectsPicker({ among, ...field }: ManyPickerProps & { among: Among }) {
  const say = usePickWords();
  const box = useCombobox({ onDropdownClose: () => box.resetSelectedOption() });
  const [text, setText] = useState("");
  const [isLeft, setLeft] = useState(true);
  const finding = useFinding(text, among, box.dropdownOpened);
  const choose = (key: string) => {
    const chosen = finding.data?.found.find((each) => each.key === key);
    if (!chosen) return;
    field.onChange([...field.value, chosen]);
    setText("");
  };
  const isUnchosen = isLeft && text.trim() !== "";
  return (
    <Combobox store={box} onOptionSubmit={choose} withinPortal={false}>
      <Combobox.DropdownTarget>
        <PillsInput
          label={field.label}
          description={field.description}
          error={isUnchosen ? say("unchosen") : field.error}
          required={field.required ?? false}
          onClick={() => box.openDropdown()}
          size="md"
        >
          <Pill.Group>
            {field.value.map((each) => (
              <Pill
                key={each.key}
                size="md"
                className={classes.pill ?? ""}
                withRemoveButton
                removeButtonProps={{ "aria-label": say("clear", { label: each.label }), "aria-hidden": false }}
                onRemove={() => field.onChange(field.value.filter(({ key }) => key !== each.key))}
              >
                {each.label}
              </Pill>
            ))}
            <Combobox.EventsTarget withExpandedAttribute>
              <PillsInput.Field
                id={field.id}
                value={text}
                placeholder={field.value.length === 0 ? say("find") : undefined}
                onChange={(event) => {
                  setText(event.currentTarget.value);
                  box.openDropdown();
                  box.resetSelectedOption();
                }}
                onFocus={() => setLeft(false)}
                onBlur={() => {
                  setLeft(true);
                  box.closeDropdown();
                  field.onBlur?.();
                }}
                onKeyDown={(event) => {
                  if (event.key !== "Backspace" || text !== "" || event.nativeEvent.isComposing) return;
                  field.onChange(field.value.slice(0, -1));
                }}
                role="combobox"
                aria-autocomplete="list"
                autoComplete="off"
                spellCheck={false}
              />
            </Combobox.EventsTarget>
          </Pill.Group>
        </PillsInput>
      </Combobox.DropdownTarget>
      <FoundCount finding={finding} />
      <FoundList label={field.label} finding={finding} without={field.value} />
    </Combobox>
  );
}
