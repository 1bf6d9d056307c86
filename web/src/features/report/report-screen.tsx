// The annual report: its figures, its prose, and where each number comes from.
import { Button, Group, Text } from "@mantine/core";
import { Printer } from "lucide-react";
import { memo, useDeferredValue, useMemo } from "react";
import { Navigate, useLocation, useNavigate, useParams } from "react-router";
import { download } from "../../api/client";
import { type Question, type Report, reportAddress, useReport } from "../../api/figures";
import { useOrganisation } from "../../api/records";
import { useMay } from "../../api/session";
import { FigureDrawer } from "../../parts/figure/figure-drawer";
import { withoutFigure } from "../../parts/figure/opened";
import { FigureScope } from "../../parts/figure/question";
import { useDefaultYear } from "../../parts/scope/default-year";
import { PastNotice, ScopeBar } from "../../parts/scope/scope-bar";
import { useScope } from "../../parts/scope/use-scope";
import { CopyLink } from "../../ui/copy-link";
import { DownloadButton } from "../../ui/download-button";
import { FoldOnPhone } from "../../ui/fold-on-phone";
import { Page } from "../../ui/page";
import { EmptyState, ErrorState, Loading } from "../../ui/states";
import { Blocks } from "./blocks";
import { Compare } from "./compare";
import { KeyFigures } from "./key-figures";
import classes from "./report.module.css";
import { useReportWords } from "./words";

const forms = ["docx", "pdf", "xlsx"] as const;

export function ReportScreen() {
  const say = useReportWords();
  const { year: written } = useParams();
  const { org } = useScope();
  const { search } = useLocation();
  const year = /^\d{4}$/.test(written ?? "") ? Number(written) : undefined;
  const usual = useDefaultYear(org, year === undefined);
  if (year !== undefined) return <ReportOfYear year={year} />;
  if (usual.data !== undefined) return <Navigate to={`/bao-cao/${usual.data}${search}`} replace />;
  return (
    <Page title={say("report")} guide="bao-cao">
      {usual.isError ? (
        <ErrorState error={usual.error} retry={() => void usual.refetch()} />
      ) : org === undefined ? (
        <>
          <ScopeBar />
          <EmptyState title={say("noOrganisation")}>{say("noOrganisationWhat")}</EmptyState>
        </>
      ) : (
        <Loading what={say("report")} />
      )}
    </Page>
  );
}

function ReportOfYear({ year }: { year: number }) {
  const say = useReportWords();
  const navigate = useNavigate();
  const { org, structure, asKnown } = useScope();
  const question = useMemo<Question | undefined>(
    () => (org ? { org, year, structure, asKnown } : undefined),
    [org, year, structure, asKnown],
  );
  const report = useReport(question);
  const organisation = useOrganisation(org);
  const { search } = useLocation();
  const goTo = (next: number) => void navigate(`/bao-cao/${next}${withoutFigure(search)}`);
  return (
    <FigureScope value={question ?? {}}>
      <Page
        title={say("title", { year })}
        guide="bao-cao"
        about={organisation.data && say("scope", { organisation: organisation.data.label })}
        actions={question && <Forms question={question} />}
      >
        <ScopeBar year={year} onYear={goTo} />
        <PastNotice />
        {report.isError ? (
          <ErrorState error={report.error} retry={() => void report.refetch()} />
        ) : report.data ? (
          <Shown report={report.data} isStale={report.isPlaceholderData} />
        ) : org ? (
          <Loading what={say("report")} rows={12} />
        ) : (
          <EmptyState title={say("noOrganisation")}>{say("noOrganisationWhat")}</EmptyState>
        )}
        {question && <FigureDrawer {...question} />}
      </Page>
    </FigureScope>
  );
}

// Opening a figure draws the drawer, not the whole report once more.
const Shown = memo(function Shown({ report, isStale }: { report: Report; isStale: boolean }) {
  const say = useReportWords();
  // The key figures stand at once; what is below them is drawn in pieces, so that a slow PC stays at hand.
  const below = useDeferredValue<Report | undefined>(report, undefined);
  return (
    <div className={classes.shown} aria-busy={isStale} data-stale={isStale || undefined}>
      <KeyFigures report={report} />
      <Compare report={report} />
      {below ? <Blocks report={below} /> : <Loading what={say("report")} rows={12} />}
      <footer>
        {report.previous_structure && (
          <Text size="sm" c="dimmed">
            {say("byThisTreeNote")}
          </Text>
        )}
        <Text size="sm" c="dimmed">
          {say("madeFrom", { seq: report.journal.seq, hash: report.journal.hash.slice(0, 16) })}
        </Text>
        <Text size="sm" className={classes.onPaper}>
          {say("address", { address: location.href })}
        </Text>
      </footer>
    </div>
  );
});

/** The report as a file; with its lists where the account may take them out. */
function Forms({ question }: { question: Question }) {
  const say = useReportWords();
  const may = useMay();
  const annex = may("export") ? "" : "&annex=none";
  return (
    <FoldOnPhone summary={say("files")}>
      <Group gap="sm">
        {forms.map((form) => (
          <DownloadButton
            key={form}
            failed={say("failed")}
            fetch={() => download(reportAddress(question, form) + annex)}
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
