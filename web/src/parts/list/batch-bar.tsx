// Acts on the rows that are chosen: one form, one event for each, all or none.
import { Button, Drawer, Text } from "@mantine/core";
import { useState } from "react";
import type { Catalogue } from "../../api/catalogue";
import { useMay } from "../../api/session";
import { useLabel } from "../../lib/words";
import { ActForm } from "../act/act-form";
import type { Subject } from "../act/kinds";
import classes from "./list.module.css";
import { useListWords } from "./words";

interface BatchProps {
  catalogue: Catalogue;
  /** Event types that may be offered. */
  types: string[];
  subjects: Subject[];
  clear: () => void;
}

/** Those of a screen's batch acts that this user may record somewhere. */
export function useBatchActs(catalogue: Catalogue, types: string[]) {
  const may = useMay();
  return catalogue.events.filter(({ name }) => types.includes(name) && may(`record.${name}`));
}

export function BatchBar({ catalogue, types, subjects, clear }: BatchProps) {
  const say = useListWords();
  const label = useLabel();
  const acts = useBatchActs(catalogue, types);
  const [open, setOpen] = useState<string | undefined>(undefined);
  const [done, setDone] = useState(0);
  const act = acts.find(({ name }) => name === open);
  if (subjects.length === 0 && done === 0) return null;
  return (
    <>
      <section className={`${classes.batch} no-print`} aria-label={say("chosenActs")}>
        <Text fw={600} role="status">
          {subjects.length > 0 ? say("chosen", { count: subjects.length }) : say("done", { count: done })}
        </Text>
        {subjects.length > 0 &&
          acts.map(({ name, label: words }) => (
            <Button key={name} h={44} variant="default" onClick={() => setOpen(name)}>
              {label(words)}
            </Button>
          ))}
        <Button
          h={44}
          variant="subtle"
          onClick={() => {
            setDone(0);
            clear();
          }}
        >
          {say("chooseNone")}
        </Button>
      </section>
      <Drawer
        opened={act !== undefined}
        onClose={() => setOpen(undefined)}
        position="right"
        size={520}
        title={label(act?.label)}
      >
        {act && (
          <ActForm
            type={act.name}
            subjects={subjects}
            onCancel={() => setOpen(undefined)}
            onDone={() => {
              setDone(subjects.length);
              setOpen(undefined);
              clear();
            }}
          />
        )}
      </Drawer>
    </>
  );
}
