// What an opened figure says of itself, and its list.
import { SegmentedControl, Stack, Text } from "@mantine/core";
import { useCallback, useMemo, useState } from "react";
import type { FigureType } from "../../api/catalogue";
import { download } from "../../api/client";
import { type Question, type RecordPage, recordsAddress, useFigure, useFigureRecords } from "../../api/figures";
import { useOrganisation } from "../../api/records";
import { useMay } from "../../api/session";
import { shownNumber } from "../../lib/number";
import { useLabel, useLanguage } from "../../lib/words";
import { CopyLink } from "../../ui/copy-link";
import { DownloadButton } from "../../ui/download-button";
import { ErrorState, Loading } from "../../ui/states";
import { shownKnown } from "../scope/moment";
import { HowItCounts } from "./how";
import type { Asked } from "./opened";
import { RecordTable } from "./record-table";
import { countingOf, isShareOfRows } from "./records";
import { useShown, useUnit } from "./unit";
import { useFigureWords } from "./words";

type Opened = Question & Asked;

/** "Giới thiệu chuyển sinh hoạt đảng: 741 lượt"; of a month its own number. */
export function useFigureTitle(opened: Opened | undefined, fallback: string): string {
  const say = useFigureWords();
  const label = useLabel();
  const shown = useShown();
  const unitOf = useUnit();
  const figure = useFigure(opened?.name, opened, opened?.month !== undefined);
  if (!figure.data) return fallback;
  const { unit, hidden } = figure.data;
  const value = opened?.month ? figure.data.by_month?.[opened.month - 1] : figure.data.value;
  const number = hidden ?? shown(value, unit);
  const name = label(figure.data.label);
  const said =
    unit === "percent"
      ? say("titlePercent", { label: name, value: number })
      : say("title", { label: name, value: number, unit: unitOf(unit) });
  return opened?.month
    ? `${said} · ${say("month", { month: opened.month, year: opened.year })}`
    : `${said} · ${opened?.year}`;
}

export function FigureList({ asked, type }: { asked: Opened; type: FigureType | undefined }) {
  const say = useFigureWords();
  const may = useMay();
  const label = useLabel();
  const [isWhole, setWhole] = useState(false);
  const list = useFigureRecords(asked.name, asked, true);
  const pages = list.data?.pages;
  const first = pages?.[0];
  const rows = useMemo(
    () => (pages ?? []).flatMap((page) => (isWhole ? (page.whole ?? []) : page.records)),
    [pages, isWhole],
  );
  const { fetchNextPage } = list;
  const fetchMore = useCallback(() => void fetchNextPage(), [fetchNextPage]);
  if (list.isError) return <ErrorState error={list.error} retry={() => void list.refetch()} />;
  if (!first) return <Loading what={say("list")} />;
  const total = isWhole ? (first.whole_total ?? 0) : first.total;
  return (
    <Stack gap="md">
      <Scope asked={asked} first={first} />
      <HowItCounts type={type} value={first.value} total={first.total} />
      <Agreement page={first} unit={type?.unit ?? ""} />
      {first.whole_total !== undefined && <PartOrWhole page={first} isWhole={isWhole} setWhole={setWhole} />}
      <RecordTable
        label={type ? label(type.label) : asked.name}
        rows={rows}
        total={total}
        hasMore={list.hasNextPage && rows.length < total}
        isFetching={list.isFetchingNextPage}
        fetchMore={fetchMore}
        tools={
          <>
            {" "}
            {may("export") &&
              (["xlsx", "csv"] as const).map((format) => (
                <DownloadButton
                  key={format}
                  fetch={() => download(recordsAddress(asked.name, asked, format))}
                  failed={say("downloadFailed")}
                >
                  {say(format)}
                </DownloadButton>
              ))}
            <CopyLink />
          </>
        }
      />
    </Stack>
  );
}

function Scope({ asked, first }: { asked: Opened; first: RecordPage }) {
  const say = useFigureWords();
  const organisation = useOrganisation(asked.org);
  const period = asked.month ? say("month", { month: asked.month, year: asked.year }) : String(asked.year);
  const parts = [
    say("scope", { organisation: organisation.data?.label ?? asked.org, period }),
    say(asked.structure === "event" ? "byEvent" : "byEnd"),
    asked.asKnown && say("asKnown", { moment: shownKnown(asked.asKnown) }),
    say("asOf", { seq: first.journal.seq, hash: first.journal.hash.slice(0, 8) }),
  ];
  return (
    <Text size="sm" c="dimmed">
      {parts.filter(Boolean).join(" · ")}
    </Text>
  );
}

/** That number and list agree, and how: as many rows, their sum, their mean, or part over whole. */
function Agreement({ page, unit }: { page: RecordPage; unit: string }) {
  const say = useFigureWords();
  const shown = useShown();
  const language = useLanguage();
  const value = shown(page.value, unit);
  const total = shownNumber(page.total, language);
  const whole = shownNumber(page.whole_total, language);
  const how = countingOf(unit, page.value, page.total);
  if (how === "share") {
    const isOfRows = isShareOfRows(page.records) && isShareOfRows(page.whole ?? []);
    return <Text>{say(isOfRows ? "ofShare" : "ofShareAmounts", { part: total, whole, value })}</Text>;
  }
  if (how === "mean") return <Text>{say("ofMean", { total, value })}</Text>;
  return <Text>{say(how === "rows" ? "equal" : "ofAmounts", { total, value })}</Text>;
}

interface PartOrWholeProps {
  page: RecordPage;
  isWhole: boolean;
  setWhole: (isWhole: boolean) => void;
}

function PartOrWhole({ page, isWhole, setWhole }: PartOrWholeProps) {
  const say = useFigureWords();
  const language = useLanguage();
  return (
    <SegmentedControl
      aria-label={say("lists")}
      size="md"
      value={isWhole ? "whole" : "part"}
      onChange={(value) => setWhole(value === "whole")}
      data={[
        { value: "part", label: say("part", { total: shownNumber(page.total, language) }) },
        { value: "whole", label: say("whole", { total: shownNumber(page.whole_total, language) }) },
      ]}
    />
  );
}
