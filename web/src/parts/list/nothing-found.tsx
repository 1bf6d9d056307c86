// When a list is empty: which filter to drop, and how many that would show; or that there is nothing yet.
import { Button, Group } from "@mantine/core";
import { shownNumber } from "../../lib/number";
import { useLanguage } from "../../lib/words";
import { EmptyState } from "../../ui/states";
import { useKeyLabels } from "./chips";
import { useCounts } from "./list-query";
import type { ListState } from "./list-state";
import { useFilterInWords } from "./shown";
import { useListWords } from "./words";

export function NothingFound({ state, noun }: { state: ListState; noun: string }) {
  const say = useListWords();
  const language = useLanguage();
  const inWords = useFilterInWords(useKeyLabels(state));
  const droppable = [
    ...(state.words.wanted === ""
      ? []
      : [
          {
            words: say("wordsAre", { value: state.words.wanted }),
            without: state.askedWithout("words"),
            drop: () => state.words.clear(),
          },
        ]),
    ...state.filters.map((filter) => ({
      words: inWords(filter),
      without: state.askedWithout(filter),
      drop: () => state.drop(filter),
    })),
  ];
  const counts = useCounts(
    state.type.name,
    droppable.map(({ without }) => without),
  );
  if (droppable.length === 0) return <EmptyState title={say("none", { noun })}>{say("noneWhy")}</EmptyState>;
  return (
    <EmptyState
      title={say("nothing", { noun })}
      action={
        <Group gap="sm">
          {droppable.map(({ words, drop }, index) => (
            <Button key={words} variant="default" mih={44} h="auto" onClick={drop}>
              {say("dropShows", { filter: words, count: shownNumber(counts[index]?.data, language) })}
            </Button>
          ))}
          <Button variant="subtle" h={44} onClick={state.dropAll}>
            {say("dropAll")}
          </Button>
        </Group>
      }
    >
      {say("nothingWhy")}
    </EmptyState>
  );
}
