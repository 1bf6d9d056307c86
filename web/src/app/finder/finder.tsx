// The dialog of Ctrl+K: a text field, and below it what was found, in groups, walked through by the arrows
// while the text field keeps the focus (a combobox with a list).
import { Kbd, Modal, Stack, Text, TextInput } from "@mantine/core";
import { Search } from "lucide-react";
import { type KeyboardEvent, useDeferredValue, useEffect, useId, useRef, useState } from "react";
import { useNavigate } from "react-router";
import classes from "./finder.module.css";
import { type Group, useFound } from "./found";
import { useFinderWords } from "./words";

export function Finder({ onClose }: { onClose: () => void }) {
  const say = useFinderWords();
  const navigate = useNavigate();
  const list = useId();
  const [text, setText] = useState("");
  const [at, setAt] = useState(0);
  const wanted = useDeferredValue(text.trim());
  const { groups, isSearching, isFailed } = useFound(wanted);
  const all = groups.flatMap(({ found }) => found);
  const chosen = Math.min(at, Math.max(0, all.length - 1));
  const go = (index: number) => {
    const one = all[index];
    if (!one) return;
    onClose();
    void navigate(one.address);
  };
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const to = { ArrowDown: chosen + 1, ArrowUp: chosen - 1, PageDown: chosen + 8, PageUp: chosen - 8 }[event.key];
    if (to !== undefined && all.length > 0) {
      event.preventDefault();
      const isStep = event.key.startsWith("Arrow");
      setAt(isStep ? (to + all.length) % all.length : Math.min(Math.max(to, 0), all.length - 1));
    } else if (event.key === "Enter") {
      event.preventDefault();
      // Enter before the server has answered would open what stood there for the last word.
      if (wanted === text.trim() && !isSearching) go(chosen);
    }
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={say("title")}
      closeButtonProps={{ "aria-label": say("close") }}
      size="lg"
      yOffset="6vh"
    >
      <Stack gap="sm" pt={6}>
        <TextInput
          size="md"
          aria-label={say("field")}
          placeholder={say("field")}
          leftSection={<Search size={20} aria-hidden />}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            setAt(0);
          }}
          onKeyDown={press}
          role="combobox"
          aria-expanded={all.length > 0}
          aria-controls={list}
          aria-autocomplete="list"
          aria-activedescendant={all.length > 0 ? `${list}-${chosen}` : undefined}
          autoComplete="off"
          spellCheck={false}
          data-autofocus
        />
        <Text role="status" c="dimmed" fz="sm">
          {status()}
        </Text>
        <Groups id={list} groups={groups} chosen={chosen} onGo={go} onPoint={setAt} />
        <Text c="dimmed" fz="sm" className={classes.keys ?? ""}>
          <Kbd>↑</Kbd> <Kbd>↓</Kbd> {say("keyMove")} · <Kbd>Enter</Kbd> {say("keyOpen")} · <Kbd>Esc</Kbd>{" "}
          {say("keyClose")}
        </Text>
      </Stack>
    </Modal>
  );

  function status(): string {
    if (isFailed) return say("failed");
    if (isSearching || wanted !== text.trim()) return say("searching");
    if (wanted === "") return say("begin");
    return all.length === 0 ? say("none", { text: wanted }) : say("count", { count: all.length });
  }
}

interface Shown {
  id: string;
  groups: Group[];
  chosen: number;
  onGo: (index: number) => void;
  onPoint: (index: number) => void;
}

function Groups({ id, groups, chosen, onGo, onPoint }: Shown) {
  const say = useFinderWords();
  const box = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever another one is chosen
  useEffect(() => {
    box.current?.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" });
  }, [chosen, groups]);
  let index = -1;
  return (
    <div ref={box} id={id} role="listbox" aria-label={say("title")} className={classes.list}>
      {groups.map(({ name, found }) => (
        // biome-ignore lint/a11y/useSemanticElements: a group of options, not of form fields
        <div key={name} role="group" aria-label={say(name)}>
          <Text fw={600} fz="sm" c="dimmed" className={classes.group ?? ""} aria-hidden>
            {say(name)}
          </Text>
          {found.map((one) => {
            index += 1;
            const own = index;
            return (
              // biome-ignore lint/a11y/useFocusableInteractive: as above
              // biome-ignore lint/a11y/useKeyWithClickEvents: the text field hears the keys
              <div
                key={one.address}
                id={`${id}-${own}`}
                role="option"
                aria-selected={own === chosen}
                className={classes.option}
                onClick={() => onGo(own)}
                onMouseMove={() => onPoint(own)}
              >
                <span>{one.label}</span>
                {one.about && <span className={classes.about}>{one.about}</span>}
              </div>
            );
          })}
        </div>
      ))}
    </div>
  );
}
