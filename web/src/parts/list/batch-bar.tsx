// Acts on the rows that are chosen: one form, one event for each, all or none.
import { Button, Text } from "@mantine/core";
import { useEffect } from "react";
import type { Catalogue } from "../../api/catalogue";
import type { Act } from "../../api/records";
import { useMay } from "../../api/session";
import { ActButtons } from "../act/act-buttons";
import { rememberLabels } from "../act/batch";
import type { Subject } from "../act/kinds";
import classes from "./list.module.css";
import { useListWords } from "./words";

// Whom an act is about stands in the address, and an address has an end.
const mostChosen = 200;

/** Those of these event types that this user may record somewhere. */
export function useHeldActs(catalogue: Catalogue | undefined, types: string[]): Act[] {
  const may = useMay();
  return (catalogue?.events ?? [])
    .filter(({ name }) => types.includes(name) && may(`record.${name}`))
    .map(({ name, two }) => ({ type: name, two }));
}

interface BatchProps {
  acts: Act[];
  /** In the order in which they stand. */
  types: string[];
  subjects: Subject[];
  clear: () => void;
}

export function BatchBar({ acts, types, subjects, clear }: BatchProps) {
  const say = useListWords();
  useEffect(() => rememberLabels(subjects), [subjects]);
  if (subjects.length === 0) return null;
  return (
    <section className={`${classes.batch} no-print`} aria-label={say("chosenActs")}>
      <Text fw={600} role="status">
        {say("chosen", { count: subjects.length })}
      </Text>
      {subjects.length > mostChosen ? (
        <Text>{say("chosenTooMany", { count: mostChosen })}</Text>
      ) : (
        <ActButtons acts={acts} subjects={subjects} first={4} usual={types} />
      )}
      <Button h={44} variant="subtle" onClick={clear}>
        {say("chooseNone")}
      </Button>
    </section>
  );
}
