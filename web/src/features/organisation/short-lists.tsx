// The first few of a list of this organisation, with the way to the whole of it.
import { Anchor, Group, Stack, Text } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Link } from "react-router";
import { type Trait, useCatalogue } from "../../api/catalogue";
import { type ListPage, type ListRow, query, type Reference, read } from "../../api/records";
import { keptOf, useAddress } from "../../lib/address";
import { shownDay } from "../../lib/day";
import { shownNumber, unknown } from "../../lib/number";
import { recordAddress } from "../../lib/record-address";
import { useLabel, useLanguage } from "../../lib/words";
import { type Column, DataTable } from "../../ui/data-table";
import { EmptyState, Loading } from "../../ui/states";
import { Failed } from "./failed";
import { useListAddress, useMoment } from "./places";
import { useOrganisationWords } from "./words";

const first = 10;

interface ShortList {
  own: string;
  list: string;
  label: string;
  /** Only what belongs to this organisation itself, not to those below it. */
  isOwn?: boolean;
  sort: string;
  columns: string[];
  /** Where the whole list stands. */
  place: string;
  empty: string;
  emptyWhat: string;
}

export function MembersTab({ own }: { own: string }) {
  const say = useOrganisationWords();
  return (
    <ShortList
      own={own}
      list="people"
      label={say("members")}
      sort="full_name"
      columns={["standing", "seat", "admitted_on", "post"]}
      place="/dang-vien"
      empty={say("noPeople")}
      emptyWhat={say("noPeopleWhat")}
    />
  );
}

export function ClassesTab({ own }: { own: string }) {
  const say = useOrganisationWords();
  return (
    <ShortList
      own={own}
      list="classes"
      label={say("classes")}
      isOwn
      sort="-from"
      columns={["kind", "from", "to", "enrolled", "completed"]}
      place="/lop"
      empty={say("noClasses")}
      emptyWhat={say("noClassesWhat")}
    />
  );
}

export function MeetingsTab({ own }: { own: string }) {
  const say = useOrganisationWords();
  return (
    <ShortList
      own={own}
      list="meetings"
      label={say("meetings")}
      isOwn
      sort="-held_on"
      columns={["held_on", "kind", "present", "expected", "score"]}
      place="/sinh-hoat"
      empty={say("noMeetings")}
      emptyWhat={say("noMeetingsWhat")}
    />
  );
}

function ShortList({ own, list, label, isOwn, sort, columns, place, empty, emptyWhat }: ShortList) {
  const say = useOrganisationWords();
  const language = useLanguage();
  const { at } = useMoment();
  const { values } = useAddress();
  const listAddress = useListAddress();
  const known = useColumns(list, columns);
  const page = useQuery({
    queryKey: ["list", list, own, isOwn ?? false, at],
    queryFn: ({ signal }) =>
      read<ListPage>(
        `/${list}${query({ org: own, seat: isOwn ? own : undefined, sort, limit: first, ...at })}`,
        signal,
      ),
    placeholderData: keepPreviousData,
  });
  const whole = (
    <Anchor component={Link} to={listAddress(place, own)}>
      {isOwn || page.data === undefined
        ? say("openWhole")
        : say("openList", { shown: shownNumber(page.data.total, language) })}
    </Anchor>
  );
  if (page.isError) return <Failed error={page.error} retry={() => void page.refetch()} />;
  if (!page.data || !known) return <Loading what={label} />;
  const { rows, total } = page.data;
  if (rows.length === 0) {
    return (
      <EmptyState title={empty} action={whole}>
        {emptyWhat}
      </EmptyState>
    );
  }
  return (
    <Stack gap="sm">
      <Group justify="space-between" gap="sm">
        <Text c="dimmed">{say("shownOf", { first: String(rows.length), shown: shownNumber(total, language) })}</Text>
        {whole}
      </Group>
      <DataTable
        label={label}
        columns={known}
        rows={rows}
        total={rows.length}
        keyOf={(row) => row.key}
        nameOf={(row) => row.name}
        addressOf={(row) => `${recordAddress(kindOf(list), row.key)}${keptOf(values)}`}
        isStale={page.isPlaceholderData}
      />
    </Stack>
  );
}

const subjects: Record<string, string> = { people: "person", classes: "class", meetings: "meeting" };

function kindOf(list: string): string {
  return subjects[list] ?? list;
}

/** The columns as the catalogue describes them; undefined until it is known. */
function useColumns(list: string, wanted: string[]): Column<ListRow>[] | undefined {
  const say = useOrganisationWords();
  const label = useLabel();
  const language = useLanguage();
  const { data } = useCatalogue();
  const traits = data?.lists.find(({ name }) => name === list)?.traits;
  if (!traits) return undefined;
  const shown = (trait: Trait, value: unknown): ReactNode => {
    if (value === null || value === undefined) return unknown;
    if (trait.kind === "day") return shownDay(String(value));
    if (trait.kind === "subject") return (value as Reference).label;
    if (typeof value === "number") return shownNumber(value, language);
    const choice = trait.choices?.find(({ code }) => code === value);
    return choice ? label(choice.label) : String(value);
  };
  const known = wanted.flatMap((name): Column<ListRow>[] => {
    const trait = traits.find((each) => each.name === name);
    if (!trait) return [];
    return [
      {
        name,
        label: label(trait.label),
        width: trait.kind === "text" || trait.kind === "subject" ? 150 : 125,
        isNumber: ["number", "hundredths", "money"].includes(trait.kind),
        shown: (row) => shown(trait, row[name]),
      },
    ];
  });
  return [{ name: "name", label: say("name"), width: 240, shown: (row) => row.name }, ...known];
}
