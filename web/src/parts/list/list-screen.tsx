// A list of the books: searched, filtered, ordered, counted, chosen from, taken along as a file or on paper.
// Which list, columns and filters it is, a screen says; what they are called and may be, the catalogue.
import { Button, Group, Stack, Text } from "@mantine/core";
import { ListFilter } from "lucide-react";
import { lazy, type ReactNode, Suspense, useCallback, useDeferredValue, useEffect, useMemo, useState } from "react";
import { type Catalogue, type ListType, useCatalogue } from "../../api/catalogue";
import { Problem } from "../../api/client";
import type { ListRow } from "../../api/records";
import { keptOf } from "../../lib/address";
import { shownMoment } from "../../lib/day";
import { shownNumber } from "../../lib/number";
import { useLanguage } from "../../lib/words";
import { DataTable } from "../../ui/data-table";
import { Page } from "../../ui/page";
import { ErrorState, Loading } from "../../ui/states";
import { ActButtons } from "../act/act-buttons";
import { useKept } from "../kept/use-kept";
import { BatchBar, useHeldActs } from "./batch-bar";
import { Chips } from "./chips";
import { FilterButton } from "./filter-bar";
import { filterable } from "./filters";
import classes from "./list.module.css";
import { useCount, useRows } from "./list-query";
import { useListState } from "./list-state";
import { NothingFound } from "./nothing-found";
import { SearchBox } from "./search-box";
import { Secret } from "./secret";
import { type Cells, useColumns } from "./shown";
import { Tools } from "./tools";
import { usePrint } from "./use-print";
import { useListWords } from "./words";

const ActDrawer = lazy(async () => ({ default: (await import("../act/act-drawer")).ActDrawer }));
const FilterPanel = lazy(async () => ({ default: (await import("./filter-panel")).FilterPanel }));

export interface ListScreenProps {
  /** Its name in the API and the catalogue: people. */
  list: string;
  title: string;
  /** What is counted: "đảng viên". */
  noun: string;
  guide: string;
  about?: ReactNode;
  /** The trait that the first column, the name of a row, is headed and ordered by. */
  name: string;
  columns: string[];
  filters: string[];
  recordAddress: (row: ListRow) => string;
  /** The trait by which the list is ordered unasked; a minus before it turns it round. */
  order?: string;
  /** Event types that open a subject of this kind. */
  acts?: string[];
  /** Event types that make sense for many at once. */
  batch?: string[];
  cells?: Cells;
  isSecret?: boolean;
}

const noTypes: string[] = [];

export function ListScreen(props: ListScreenProps) {
  const catalogue = useCatalogue();
  const type = catalogue.data?.lists.find(({ name }) => name === props.list);
  const opening = useHeldActs(catalogue.data, props.acts ?? noTypes);
  return (
    <Page
      title={props.title}
      guide={props.guide}
      about={props.about}
      actions={opening.length > 0 && <ActButtons acts={opening} />}
    >
      {catalogue.isError ? (
        <ErrorState error={catalogue.error} retry={() => void catalogue.refetch()} />
      ) : catalogue.data && type ? (
        <Listing key={props.list} {...props} catalogue={catalogue.data} type={type} />
      ) : (
        <Loading what={props.title} />
      )}
    </Page>
  );
}

interface ListingProps extends ListScreenProps {
  catalogue: Catalogue;
  type: ListType;
}

function Listing(props: ListingProps) {
  const { list, title, noun, name, type, catalogue, recordAddress, batch = noTypes } = props;
  const say = useListWords();
  const state = useListState(type, props.order);
  const rows = useRows(list, state.askedInOrder);
  const print = usePrint(rows);
  const { value: shown, keep, error } = useKept(`columns.${list}`, props.columns);
  const [isFiltering, setFiltering] = useState(false);
  // The rows first; what can be done with them a moment later.
  const hasRest = useDeferredValue(true, false);
  const choosable = useMemo(
    () => type.traits.filter((trait) => trait.name !== name && !trait.is_name),
    [type.traits, name],
  );
  const named = type.traits.find((trait) => trait.name === name);
  const traits = useMemo(() => ordered(choosable, shown), [choosable, shown]);
  const columns = useColumns(traits, named, props.cells);
  const { first, others } = filterable(type, props.filters);
  const [chosen, choose] = useState<ReadonlySet<string>>(new Set());
  const acts = useHeldActs(catalogue, batch);
  const offersBatch = acts.length > 0;
  const chooseNone = useCallback(() => choose(new Set()), []);
  // What is no longer in the list is no longer chosen.
  // biome-ignore lint/correctness/useExhaustiveDependencies: emptied when another question is asked
  useEffect(chooseNone, [state.asked]);
  const subjects = useMemo(
    () =>
      chosen.size === 0
        ? []
        : rows.rows
            .filter(({ key }) => chosen.has(key))
            .map((row) => ({ kind: type.subject, key: row.key, label: row.name })),
    [chosen, rows.rows, type.subject],
  );
  const { hasNextPage, isFetchingNextPage, isError, fetchNextPage } = rows;
  const need = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage && !isError) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, isError, fetchNextPage]);
  const along = keptOf(new URLSearchParams(Object.entries({ pv: state.scope.org ?? "", ngay: state.scope.on ?? "" })));
  const addressOf = useCallback((row: ListRow) => recordAddress(row) + along, [recordAddress, along]);
  // Who may not see the list has nothing to search in it.
  if (rows.error instanceof Problem && rows.error.status === 403) return <ErrorState error={rows.error} />;
  return (
    <Stack gap="md">
      {props.isSecret && <Secret />}
      <Group gap="sm" align="flex-end" className="no-print" role="search">
        <SearchBox key={state.words.box} words={state.words} />
        {first.map((trait) => (
          <div key={trait.name} className={classes.wide}>
            <FilterButton trait={trait} state={state} />
          </div>
        ))}
        <Button
          variant="default"
          h={44}
          leftSection={<ListFilter size={20} aria-hidden />}
          onClick={() => setFiltering(true)}
        >
          {say("filters")}
        </Button>
      </Group>
      <Suspense>
        {isFiltering && (
          <FilterPanel state={state} first={first} others={others} isOpen close={() => setFiltering(false)} />
        )}
      </Suspense>
      <Chips state={state} />
      <Group gap="sm" justify="space-between" mih={44}>
        <Total
          list={list}
          noun={noun}
          found={rows.total}
          all={state.isNarrowed ? state.askedOfAll : undefined}
          isStale={rows.isPlaceholderData}
        />
        {hasRest && (
          <Tools
            state={state}
            print={print}
            columns={{ all: choosable, shown, change: (next) => void keep(next), first: props.columns, error }}
          />
        )}
      </Group>
      <PaperFoot />
      {rows.isPending ? (
        <Loading what={title} />
      ) : rows.isError && rows.rows.length === 0 ? (
        <ErrorState error={rows.error} retry={() => void rows.refetch()} />
      ) : rows.total === 0 ? (
        <NothingFound state={state} noun={noun} />
      ) : (
        <>
          {rows.isError && <ErrorState error={rows.error} retry={() => void fetchNextPage()} />}
          <DataTable
            label={title}
            columns={columns}
            rows={rows.rows}
            total={rows.total ?? 0}
            keyOf={keyOf(type)}
            nameOf={nameOf}
            addressOf={addressOf}
            onNeed={need}
            order={state.order}
            onOrder={state.setOrder}
            isStale={rows.isPlaceholderData}
            selected={offersBatch ? chosen : undefined}
            onSelect={offersBatch ? choose : undefined}
          />
        </>
      )}
      {offersBatch && <BatchBar acts={acts} types={batch} subjects={subjects} clear={chooseNone} />}
      <Suspense>{hasRest && <ActDrawer onDone={chooseNone} />}</Suspense>
    </Stack>
  );
}

const nameOf = (row: ListRow) => row.name;
const byKey = (row: ListRow) => row.key;
const byPlace = (row: ListRow, index: number) => `${row.key} ${index}`;

/** Parts of a subject (the tasks of a document) share its key. */
function keyOf(type: ListType) {
  return type.record ? byKey : byPlace;
}

/** Those chosen, in the order in which the screen names them; what was added comes last. */
function ordered<Named extends { name: string }>(all: Named[], shown: string[]): Named[] {
  return shown.flatMap((name) => all.filter((each) => each.name === name));
}

interface TotalProps {
  list: string;
  noun: string;
  found: number | undefined;
  /** The question without filters, where there are some. */
  all: string | undefined;
  isStale: boolean;
}

function Total({ list, noun, found, all, isStale }: TotalProps) {
  const say = useListWords();
  const language = useLanguage();
  const whole = useCount(list, all ?? "", all !== undefined);
  const number = (value: number | undefined) => shownNumber(value, language);
  const words =
    found === undefined || isStale
      ? say("counting")
      : all === undefined || whole.data === undefined
        ? say("total", { total: number(found), noun })
        : say("filtered", { total: number(whole.data), count: number(found), noun });
  return (
    <Text fw={600} role="status">
      {words}
    </Text>
  );
}

function PaperFoot() {
  const say = useListWords();
  return (
    <div className={classes.paperOnly}>
      <p>{say("printed", { address: window.location.href, at: shownMoment(new Date().toISOString()) })}</p>
    </div>
  );
}
