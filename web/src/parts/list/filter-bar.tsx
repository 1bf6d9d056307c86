// The filters that a list is mostly asked by, each a button that opens it; all others in a drawer.
import { Button, Popover } from "@mantine/core";
import { ChevronDown } from "lucide-react";
import type { Trait } from "../../api/catalogue";
import { useLabel } from "../../lib/words";
import { FilterField } from "./filter-field";
import type { ListState } from "./list-state";
import { useListWords } from "./words";

export function FilterButton({ trait, state }: { trait: Trait; state: ListState }) {
  const say = useListWords();
  const label = useLabel();
  const name = label(trait.label);
  const count = state.filters
    .filter((filter) => filter.trait === trait)
    .reduce((sum, filter) => sum + filter.values.length, 0);
  return (
    <Popover position="bottom-start" width={320} trapFocus returnFocus shadow="sm">
      <Popover.Target>
        <Button
          variant={count > 0 ? "light" : "default"}
          h={44}
          px="md"
          rightSection={<ChevronDown size={16} aria-hidden />}
        >
          {count > 0 ? say("activeCount", { label: name, count }) : name}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={name}>
        <FilterField trait={trait} state={state} />
      </Popover.Dropdown>
    </Popover>
  );
}
