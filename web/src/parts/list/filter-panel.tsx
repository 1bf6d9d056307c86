// Every filter of a list, the organisation in scope, the day, and how far the books were known.
import { Button, Drawer, Stack, Title } from "@mantine/core";
import { useState } from "react";
import type { Trait } from "../../api/catalogue";
import { useOrganisation } from "../../api/records";
import { useLabel } from "../../lib/words";
import { useStep } from "../../lib/written-address";
import { DayField } from "../../ui/day-field";
import { OrganisationPicker } from "../pick/organisation-picker";
import { FilterField } from "./filter-field";
import classes from "./list.module.css";
import type { ListState } from "./list-state";
import { useListWords } from "./words";

// A day stands for its last minute: what was recorded on it counts.
const endOfDay = "T23:59";

interface PanelProps {
  state: ListState;
  first: Trait[];
  others: Trait[];
  isOpen: boolean;
  close: () => void;
}

export function FilterPanel({ state, first, others, isOpen, close }: PanelProps) {
  const say = useListWords();
  return (
    <Drawer
      opened={isOpen}
      onClose={close}
      position="right"
      size={420}
      title={say("filters")}
      closeButtonProps={{ "aria-label": say("close"), size: 44 }}
      transitionProps={{ duration: 0 }}
      classNames={{ title: classes.drawerTitle ?? "" }}
    >
      <Stack gap="lg">
        <section>
          <Title order={2} mb="sm">
            {say("what")}
          </Title>
          <ScopeFields state={state} />
        </section>
        <section>
          <Title order={2} mb="sm">
            {say("mainFilters")}
          </Title>
          {first.map((trait) => (
            <FoldedField key={trait.name} trait={trait} state={state} />
          ))}
        </section>
        {others.length > 0 && (
          <section>
            <Title order={2} mb="sm">
              {say("otherFilters")}
            </Title>
            {others.map((trait) => (
              <FoldedField key={trait.name} trait={trait} state={state} />
            ))}
          </section>
        )}
        <Button variant="default" h={44} onClick={state.dropAll} disabled={!state.isNarrowed}>
          {say("dropAll")}
        </Button>
      </Stack>
    </Drawer>
  );
}

function ScopeFields({ state }: { state: ListState }) {
  const say = useListWords();
  const { org, on, as_known } = state.scope;
  const step = useStep();
  // The first letter takes the scope away, the choice brings another: that is one step.
  const scopeStep = useStep();
  const chosen = useOrganisation(org, { ...(on ? { on } : {}) });
  return (
    <Stack gap="sm">
      <OrganisationPicker
        label={say("scope")}
        value={org === undefined ? undefined : { key: org, label: chosen.data?.label ?? org }}
        onChange={(organisation) => {
          state.set({ pv: organisation?.key }, { push: scopeStep.begins() });
          if (organisation) scopeStep.ends();
        }}
        onBlur={scopeStep.ends}
      />
      <DayField
        label={say("day")}
        value={on}
        onChange={(day) => state.set({ ngay: day }, { push: step.begins() })}
        onBlur={step.ends}
      />
      <DayField
        label={say("known")}
        value={as_known?.slice(0, 10)}
        onChange={(day) => state.set({ biet: day && day + endOfDay }, { push: step.begins() })}
        onBlur={step.ends}
      />
    </Stack>
  );
}

/** Drawn only once it is opened: each asks the server how often its values occur. */
function FoldedField({ trait, state }: { trait: Trait; state: ListState }) {
  const say = useListWords();
  const label = useLabel();
  const filters = state.filters.filter((filter) => filter.trait === trait);
  const count = filters.reduce((sum, filter) => sum + filter.values.length, 0);
  const [isOpen, setOpen] = useState(false);
  const name = label(trait.label);
  return (
    <details className={classes.folded} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{count > 0 ? say("activeCount", { label: name, count }) : name}</summary>
      {isOpen && <FilterField trait={trait} state={state} />}
    </details>
  );
}
