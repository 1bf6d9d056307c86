// Members crossed by two or three of their traits.
import { Alert, Button, Group, Stack, Text, Title } from "@mantine/core";
import { Filter, Lock, Printer } from "lucide-react";
import { useMemo, useState } from "react";
import { Link } from "react-router";
import { type ListType, type Trait, useCatalogue } from "../../api/catalogue";
import { download } from "../../api/client";
import { query, useOrganisation } from "../../api/records";
import { useMay } from "../../api/session";
import { shownDay } from "../../lib/day";
import { shownNumber } from "../../lib/number";
import { useLabel, useLanguage } from "../../lib/words";
import { Chips } from "../../parts/list/chips";
import { FilterPanel } from "../../parts/list/filter-panel";
import { filterable, parametersOf } from "../../parts/list/filters";
import { useListState } from "../../parts/list/list-state";
import { SavedFilters } from "../../parts/list/saved-filters";
import { PastNotice } from "../../parts/scope/scope-bar";
import { useScope } from "../../parts/scope/use-scope";
import { CopyLink } from "../../ui/copy-link";
import { DownloadButton } from "../../ui/download-button";
import { FoldOnPhone } from "../../ui/fold-on-phone";
import { Page } from "../../ui/page";
import { EmptyState, ErrorState, Loading } from "../../ui/states";
import { readAxis } from "./axis";
import { Chart } from "./chart";
import { axes, Choices } from "./choices";
import { type Crossing, type CrossTable, crossAddress, hides, layersOf, useCrossTable } from "./cross-table";
import { Table } from "./table";
import { useStatisticsWords } from "./words";

export function StatisticsScreen() {
  const say = useStatisticsWords();
  const catalogue = useCatalogue();
  const people = catalogue.data?.lists.find(({ name }) => name === "people");
  if (people) return <Statistics people={people} />;
  return (
    <Page title={say("title")} guide="thong-ke">
      {catalogue.isError ? (
        <ErrorState error={catalogue.error} retry={() => void catalogue.refetch()} />
      ) : (
        <Loading what={say("table")} />
      )}
    </Page>
  );
}

function Statistics({ people }: { people: ListType }) {
  const say = useStatisticsWords();
  const state = useListState(people, undefined);
  const { org } = useScope();
  const traits = useMemo(() => people.traits.filter(({ crosses }) => crosses), [people]);
  const shown = useMemo(() => filterable(people, []), [people]);
  const [isOpen, setOpen] = useState(false);
  const rows = state.get(axes.rows);
  const crossing: Crossing | undefined = rows
    ? { rows, columns: state.get(axes.columns), layers: state.get(axes.layers) }
    : undefined;
  const asked = query({ org, on: state.scope.on, as_known: state.scope.as_known, ...parametersOf(state.filters) });
  const table = useCrossTable(crossing, asked);
  return (
    <Page
      title={say("title")}
      guide="thong-ke"
      about={table.data && crossing && <About table={table.data} />}
      actions={crossing && <Actions crossing={crossing} asked={asked} />}
    >
      <Choices traits={traits} />
      <Group gap="sm">
        <Button
          variant="default"
          h={44}
          className="no-print"
          leftSection={<Filter size={20} aria-hidden />}
          onClick={() => setOpen(true)}
        >
          {say("filters")}
        </Button>
        <Chips state={state} />
      </Group>
      <FilterPanel state={state} {...shown} isOpen={isOpen} close={() => setOpen(false)} />
      <PastNotice />
      {!crossing ? (
        <Start traits={traits} />
      ) : table.isError ? (
        <ErrorState error={table.error} retry={() => void table.refetch()} />
      ) : table.data ? (
        <Tables table={table.data} crossing={crossing} traits={traits} isStale={table.isPlaceholderData} />
      ) : (
        <Loading what={say("table")} />
      )}
    </Page>
  );
}

function About({ table }: { table: CrossTable }) {
  const say = useStatisticsWords();
  const language = useLanguage();
  const organisation = useOrganisation(table.organisation ?? undefined);
  const said = { organisation: organisation.data?.label ?? table.organisation ?? "", day: shownDay(table.on) };
  return table.total === null
    ? say("aboutHidden", said)
    : say("about", { ...said, total: shownNumber(table.total, language) });
}

function Actions({ crossing, asked }: { crossing: Crossing; asked: string }) {
  const say = useStatisticsWords();
  const may = useMay();
  return (
    <FoldOnPhone summary={say("files")}>
      <Group gap="sm">
        <SavedFilters list="statistics" title={say("saved")} />
        {may("export") &&
          (["xlsx", "csv"] as const).map((form) => (
            <DownloadButton
              key={form}
              failed={say("failed")}
              fetch={() => download(`/api/v1${crossAddress(crossing, asked, form)}`)}
            >
              {say(form)}
            </DownloadButton>
          ))}
        <Button variant="default" h={44} leftSection={<Printer size={20} aria-hidden />} onClick={() => print()}>
          {say("print")}
        </Button>
        <CopyLink />
      </Group>
    </FoldOnPhone>
  );
}

/** Tables that are often wanted, to begin with. */
const examples: [string, string][] = [
  ["gender", "standing"],
  ["age:30,40,50,60", "gender"],
  ["political_theory", "age:30,40,50,60"],
  ["rating", "sector"],
];

function Start({ traits }: { traits: Trait[] }) {
  const say = useStatisticsWords();
  const label = useLabel();
  const labelOf = (axis: string) => label(traits.find(({ name }) => name === readAxis(axis)?.trait)?.label);
  return (
    <EmptyState title={say("start")} action={<SavedFilters list="statistics" title={say("saved")} />}>
      {say("startWhy")}
      <ul>
        {examples.map(([rows, columns]) => (
          <li key={rows + columns}>
            <Link to={query({ [axes.rows]: rows, [axes.columns]: columns })}>
              {say("crossed", { rows: labelOf(rows), columns: labelOf(columns) })}
            </Link>
          </li>
        ))}
      </ul>
    </EmptyState>
  );
}

interface TablesProps {
  table: CrossTable;
  crossing: Crossing;
  traits: Trait[];
  isStale: boolean;
}

function Tables({ table, crossing, traits, isStale }: TablesProps) {
  const say = useStatisticsWords();
  const label = useLabel();
  const may = useMay();
  const layers = useMemo(() => layersOf(table), [table]);
  const labelOf = (axis: string | undefined) => label(traits.find(({ name }) => name === readAxis(axis)?.trait)?.label);
  const rowsLabel = labelOf(crossing.rows);
  const name = crossing.columns ? say("crossed", { rows: rowsLabel, columns: labelOf(crossing.columns) }) : rowsLabel;
  if (table.rows.length === 0) return <EmptyState title={say("nothing")}>{say("nothingWhy")}</EmptyState>;
  return (
    <Stack gap="lg" aria-busy={isStale} opacity={isStale ? 0.6 : 1}>
      <Title order={2}>{name}</Title>
      {!may("see.person") && <Text c="dimmed">{say("sumOnly")}</Text>}
      {hides(layers) && (
        <Alert color="primary" icon={<Lock aria-hidden />}>
          {say("smallWhy")}
        </Alert>
      )}
      {layers.map((layer) => (
        <Table key={layer.key} layer={layer} label={name} rowsLabel={rowsLabel} />
      ))}
      {layers.map((layer) => (
        <section key={layer.key}>
          <Title order={3} size="h2" mb="sm">
            {say("chart", { label: layer.label ? `${name}, ${layer.label}` : name })}
          </Title>
          <Chart layer={layer} label={name} />
        </section>
      ))}
    </Stack>
  );
}
