// The rows behind a figure, with a box that searches them.
import { CloseButton, Group, Stack, Text, TextInput } from "@mantine/core";
import { Lock, Search } from "lucide-react";
import { memo, type ReactNode, useCallback, useDeferredValue, useEffect, useMemo, useState } from "react";
import { Link, useLocation } from "react-router";
import { keptOf } from "../../lib/address";
import { shownDay, shownMoment } from "../../lib/day";
import { shownNumber } from "../../lib/number";
import { recordAddress } from "../../lib/record-address";
import { useLanguage } from "../../lib/words";
import { type Column, DataTable } from "../../ui/data-table";
import { EmptyState } from "../../ui/states";
import classes from "./figure.module.css";
import { countedOn, found, type Row } from "./records";
import { useFigureWords } from "./words";

interface RecordTableProps {
  label: string;
  rows: Row[];
  total: number;
  hasMore: boolean;
  isFetching: boolean;
  fetchMore: () => void;
}

/** What is typed shows at once; the rows that it finds follow when there is time. */
export function RecordTable({ tools, ...list }: RecordTableProps & { tools: ReactNode }) {
  const say = useFigureWords();
  const [query, setQuery] = useState("");
  const wanted = useDeferredValue(query.trim());
  return (
    <Stack gap="sm">
      <Group gap="sm" align="flex-end" className="no-print">
        <TextInput
          label={say("search")}
          size="md"
          flex="1 1 260px"
          value={query}
          onChange={(event) => setQuery(event.currentTarget.value)}
          leftSection={<Search size={20} aria-hidden />}
          rightSection={query && <CloseButton aria-label={say("clear")} onClick={() => setQuery("")} />}
          autoComplete="off"
        />
        {tools}
      </Group>
      <Found {...list} wanted={wanted} />
    </Stack>
  );
}

const Found = memo(function Found(props: RecordTableProps & { wanted: string }) {
  const { label, rows, total, hasMore, isFetching, fetchMore, wanted } = props;
  const say = useFigureWords();
  const addressOf = useRowAddress();
  const shown = useMemo(() => found(rows, wanted), [rows, wanted]);
  const needsAll = wanted !== "";
  useEffect(() => {
    if (needsAll && hasMore && !isFetching) fetchMore();
  }, [needsAll, hasMore, isFetching, fetchMore]);
  const columns = useColumns(rows);
  const isOpen = useMemo(() => haveAddresses(rows), [rows]);
  const onNeed = useCallback(() => {
    if (hasMore && !isFetching) fetchMore();
  }, [hasMore, isFetching, fetchMore]);
  const count = needsAll ? shown.length : total;
  if (total === 0) return <EmptyState title={say("nothing")}>{say("nothingWhy")}</EmptyState>;
  const status = !needsAll ? "" : hasMore ? say("fetching") : say("found", { count: shown.length, total });
  return (
    <>
      <Text size="sm" c="dimmed" role="status">
        {status}
      </Text>
      {count === 0 ? (
        !hasMore && <Text>{say("nothingFound")}</Text>
      ) : (
        <DataTable<Row>
          label={label}
          columns={columns}
          rows={shown}
          total={count}
          keyOf={keyOfRow}
          nameOf={nameOfRow}
          addressOf={isOpen ? (addressOf as (row: Row) => string) : undefined}
          onNeed={onNeed}
          scrolls="box"
        />
      )}
    </>
  );
});

function nameOfRow(row: Row): string {
  return row.name ?? row.subject ?? "";
}

/** Whether each row leads to a record that this account may see. */
function haveAddresses(rows: Row[]): boolean {
  const kinds = new Set<string>();
  for (const { hidden, subject, subject_type } of rows) {
    if (hidden || !subject || !subject_type) return false;
    kinds.add(subject_type);
  }
  return [...kinds].every((kind) => recordAddress(kind, "") !== undefined);
}

function keyOfRow(row: Row, index: number): string {
  return `${row.seq}-${row.person ?? row.subject ?? ""}-${index}`;
}

/** The record's page, at the entry of its history that this row is. */
function useRowAddress(): (row: Row) => string | undefined {
  const kept = keptOf(new URLSearchParams(useLocation().search));
  return useCallback(
    (row: Row) => {
      if (row.hidden || !row.subject || !row.subject_type) return undefined;
      const page = recordAddress(row.subject_type, row.subject);
      return page && `${page}${kept}#muc-${row.seq}`;
    },
    [kept],
  );
}

function useColumns(rows: Row[]): Column<Row>[] {
  const say = useFigureWords();
  const language = useLanguage();
  const kept = keptOf(new URLSearchParams(useLocation().search));
  const hasPeople = rows.some((row) => row.person);
  const hasDecisions = rows.some(({ authority }) => authority?.number || authority?.issuer);
  const hasAmounts = rows.some((row) => row.amount !== 1);
  return useMemo(() => {
    const columns: Column<Row>[] = [
      { name: "subject", label: say("subject"), width: 220, shown: (row) => <Name row={row} say={say} /> },
      {
        name: "day",
        label: say("day"),
        width: 112,
        shown: (row) => (
          <>
            {shownDay(row.effective_on)}
            {countedOn(row) !== row.effective_on && (
              <span className={classes.second}>{say("countsOn", { day: shownDay(countedOn(row)) })}</span>
            )}
          </>
        ),
      },
      {
        name: "organisation",
        label: say("organisation"),
        width: 200,
        shown: (row) => row.organisation_label ?? row.organisation ?? "",
      },
      { name: "recorded", label: say("recorded"), width: 160, shown: (row) => <Recorded row={row} say={say} /> },
    ];
    if (hasDecisions) {
      columns.splice(columns.length - 1, 0, {
        name: "decision",
        label: say("decision"),
        width: 300,
        shown: (row) => <Decision row={row} say={say} />,
      });
    }
    if (hasPeople) {
      columns.splice(1, 0, {
        name: "person",
        label: say("person"),
        width: 180,
        shown: (row) =>
          row.person ? (
            <Link to={`${recordAddress("person", row.person)}${kept}`} className={classes.person}>
              {row.person_name}
            </Link>
          ) : (
            ""
          ),
      });
    }
    if (hasAmounts) {
      columns.splice(3, 0, {
        name: "amount",
        label: say("amount"),
        width: 130,
        isNumber: true,
        shown: (row) => shownNumber(row.amount, language),
      });
    }
    return columns;
  }, [hasPeople, hasDecisions, hasAmounts, kept, language, say]);
}

type Say = ReturnType<typeof useFigureWords>;

function Name({ row, say }: { row: Row; say: Say }) {
  if (row.name || row.subject) return row.name || row.subject;
  return (
    <>
      <Lock size={16} aria-hidden /> {say("hiddenRow")}
    </>
  );
}

function Decision({ row: { authority }, say }: { row: Row; say: Say }) {
  if (!authority?.number && !authority?.issuer) return say("noDecision");
  return (
    <>
      {[authority.number, authority.date && shownDay(authority.date)].filter(Boolean).join(", ")}
      {authority.issuer && <span className={classes.second}>{authority.issuer}</span>}
    </>
  );
}

function Recorded({ row, say }: { row: Row; say: Say }) {
  return (
    <>
      {row.recorded_by}
      <span className={classes.second}>{shownMoment(row.recorded_at)}</span>
      {row.confirmed_by && <span className={classes.second}>{say("confirmedBy", { by: row.confirmed_by })}</span>}
    </>
  );
}
