// What narrows the list, in words, each to be dropped with one press.
import { Group } from "@mantine/core";
import { X } from "lucide-react";
import type { ReactNode } from "react";
import { useOrganisation } from "../../api/records";
import { shownDay, shownMoment } from "../../lib/day";
import { type Filter, parameter, shownByDefault } from "./filters";
import classes from "./list.module.css";
import { askedFor, useFacets } from "./list-query";
import type { ListState } from "./list-state";
import { useFilterInWords } from "./shown";
import { useListWords } from "./words";

/** How the keys that filters name are called. */
export function useKeyLabels(state: ListState): Record<string, string> {
  const named = state.filters.filter(({ trait }) => trait.kind === "subject").map(({ trait }) => trait.name);
  const facets = useFacets(state.type.name, state.asked, named);
  const labels: Record<string, string> = {};
  for (const facet of Object.values(facets.data ?? {})) {
    for (const { value, label } of facet.values) labels[askedFor(value)] = label;
  }
  return labels;
}

export function Chips({ state }: { state: ListState }) {
  const say = useListWords();
  const inWords = useFilterInWords(useKeyLabels(state));
  const { org, on, as_known } = state.scope;
  const scope = useOrganisation(org, { ...(on ? { on } : {}) });
  const unasked = shownByDefault(state.type, state.filters);
  const chips: { name: string; words: string; drop: () => void }[] = [];
  if (org !== undefined) {
    const value = scope.data?.label ?? org;
    chips.push({
      name: "pv",
      words: say("scopeIs", { value }),
      drop: () => state.set({ pv: undefined }, { push: true }),
    });
  }
  if (on !== undefined) {
    chips.push({
      name: "ngay",
      words: say("dayIs", { value: shownDay(on) }),
      drop: () => state.set({ ngay: undefined }, { push: true }),
    });
  }
  if (as_known !== undefined) {
    const value = as_known.length > 10 ? shownMoment(withZone(as_known)) : shownDay(as_known);
    chips.push({
      name: "biet",
      words: say("knownIs", { value }),
      drop: () => state.set({ biet: undefined }, { push: true }),
    });
  }
  for (const filter of state.filters) {
    chips.push({ name: nameOf(filter), words: inWords(filter), drop: () => state.drop(filter) });
  }
  if (chips.length === 0 && !unasked) return null;
  return (
    <Group component="ul" gap="sm" aria-label={say("active")} className={classes.chips}>
      {unasked && (
        <li className={classes.plainChip}>
          <DefaultWords filter={unasked} />
        </li>
      )}
      {chips.map(({ name, words, drop }) => (
        <Chip key={name} words={words} drop={drop} dropWords={say("drop", { filter: words })} />
      ))}
      {state.filters.length > 1 && (
        <li className="no-print">
          <button type="button" className={classes.dropAll} onClick={state.dropAll}>
            {say("dropAll")}
          </button>
        </li>
      )}
    </Group>
  );
}

/** A moment as it is asked for is one of Việt Nam. */
function withZone(moment: string): string {
  return /(Z|[+-]\d\d:\d\d)$/.test(moment) ? moment : `${moment}+07:00`;
}

function nameOf({ trait, how }: Filter): string {
  return parameter(trait.name, how);
}

/** Whom the list shows though nobody asked: said, so that nobody takes it for all. */
function DefaultWords({ filter }: { filter: Filter }): ReactNode {
  const say = useListWords();
  const inWords = useFilterInWords();
  return say("shownByDefault", { filter: inWords(filter) });
}

function Chip({ words, drop, dropWords }: { words: string; drop: () => void; dropWords: string }) {
  return (
    <li className={classes.chip}>
      <span>{words}</span>
      <button type="button" onClick={drop} aria-label={dropWords} className="no-print">
        <X size={16} aria-hidden />
      </button>
    </li>
  );
}
