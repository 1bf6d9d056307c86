// The rows behind a figure, with a box that searches them.
import { CloseButton, Stack, Text, TextInput } from "@mantine/core";
import { Lock, Search } from "lucide-react";
import { useCallback, useDeferredValue, useEffect, useMemo, useState } from "react";
import { Link, useLocation } from "react-router";
import { keptOf } from "../../lib/address";
import { shownDay, shownMoment } from "../../lib/day";
import { shownNumber } from "../../lib/number";
import { recordAddress } from "../../lib/record-address";
import { useLanguage } from "../../lib/words";
import { type Column, DataTable } from "../../ui/data-table";
import { EmptyState, Loading } from "../../ui/states";
import classes from "./figure.module.css";
import { countedOn, found, isInMonth, type Row } from "./records";
import { useFigureWords } from "./words";

interface RecordTableProps {
  label: string;
  rows: Row[];
  total: number;
  month?: { year: number; month: number } | undefined;
  hasMore: boolean;
  isFetching: boolean;
  fetchMore: () => void;
}

export function RecordTable({ label, rows, total, month, hasMore, isFetching, fetchMore }: RecordTableProps) {
  const say = useFigureWords();
  const [query, setQuery] = useState("");
  const wanted = useDeferredValue(query.trim());
  const addressOf = useRowAddress();
  const inMonth = useMemo(
    () => (month ? rows.filter((row) => isInMonth(row, month.year, month.month)) : rows),
    [rows, month],
  );
  const shown = useMemo(() => found(inMonth, wanted), [inMonth, wanted]);
  const needsAll = wanted !== "" || month !== undefined;
  useEffect(() => {
    if (needsAll && hasMore && !isFetching) fetchMore();
  }, [needsAll, hasMore, isFetching, fetchMore]);
  const columns = useColumns(shown);
  const isOpen = useMemo(() => shown.every((row) => addressOf(row) !== undefined), [shown, addressOf]);
  const onNeed = useCallback(() => {
    if (hasMore && !isFetching) fetchMore();
  }, [hasMore, isFetching, fetchMore]);
  const count = needsAll ? shown.length : total;
  const all = month ? inMonth.length : total;
  if (month && hasMore) return <Loading what={say("list")} />;
  if (all === 0) return <EmptyState title={say("nothing")}>{say("nothingWhy")}</EmptyState>;
  return (
    <Stack gap="sm">
      <TextInput
        label={say("search")}
        size="md"
        value={query}
        onChange={(event) => setQuery(event.currentTarget.value)}
        leftSection={<Search size={20} aria-hidden />}
        rightSection={query && <CloseButton aria-label={say("clear")} onClick={() => setQuery("")} />}
        autoComplete="off"
        className="no-print"
      />
      <Text size="sm" c="dimmed" role="status">
        {needsAll && hasMore
          ? say("fetching")
          : wanted
            ? say("found", { count: shown.length, total: all })
            : month
              ? say("ofMonth", { total: all })
              : ""}
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
          nameOf={(row) => row.name ?? row.subject ?? say("hiddenRow")}
          addressOf={isOpen ? (addressOf as (row: Row) => string) : undefined}
          onNeed={onNeed}
          scrolls="box"
        />
      )}
    </Stack>
  );
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
  const hasAmounts = rows.some((row) => row.amount !== 1);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `say` is new each time, the language tells when it matters
  return useMemo(() => {
    const columns: Column<Row>[] = [
      { name: "subject", label: say("subject"), width: 240, shown: (row) => <Name row={row} say={say} /> },
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
      { name: "decision", label: say("decision"), width: 200, shown: (row) => <Decision row={row} say={say} /> },
      { name: "recorded", label: say("recorded"), width: 150, shown: (row) => <Recorded row={row} say={say} /> },
    ];
    if (hasPeople) {
      columns.splice(1, 0, {
        name: "person",
        label: say("person"),
        width: 180,
        shown: (row) =>
          row.person ? <Link to={`${recordAddress("person", row.person)}${kept}`}>{row.person_name}</Link> : "",
      });
    }
    if (hasAmounts) {
      columns.splice(columns.length - 2, 0, {
        name: "amount",
        label: say("amount"),
        width: 130,
        isNumber: true,
        shown: (row) => shownNumber(row.amount, language),
      });
    }
    return columns;
  }, [hasPeople, hasAmounts, kept, language]);
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
