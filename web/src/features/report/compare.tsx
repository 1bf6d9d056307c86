// What has changed in the numbers since the books were known otherwise.
import { Stack, Text } from "@mantine/core";
import { Problem } from "../../api/client";
import { type Report, useReport } from "../../api/figures";
import { useAddress } from "../../lib/address";
import { useLabel } from "../../lib/words";
import { FigureNumber, useDifference } from "../../parts/figure/figure";
import { shownKnown } from "../../parts/scope/moment";
import { MomentFields } from "../../parts/scope/moment-fields";
import { Disclosure } from "../../ui/disclosure";
import { PlainTable } from "../../ui/plain-table";
import { ErrorState, Loading } from "../../ui/states";
import { differing } from "./differences";
import { useReportWords } from "./words";

export function Compare({ report }: { report: Report }) {
  const say = useReportWords();
  const { get, set } = useAddress();
  const moment = get("voi");
  return (
    <Disclosure className={moment ? undefined : "no-print"} summary={say("compare")} isOpen={moment !== undefined}>
      <Stack gap="md" className="card">
        <Text c="dimmed">{say("compareAbout")}</Text>
        <MomentFields label={say("compareWith")} value={moment} onChange={(voi) => set({ voi }, { push: true })} />
        {moment && <Differences report={report} moment={moment} />}
      </Stack>
    </Disclosure>
  );
}

function Differences({ report, moment }: { report: Report; moment: string }) {
  const say = useReportWords();
  const label = useLabel();
  const differenceOf = useDifference();
  const { organisation: org, year, structure } = report;
  const earlier = useReport({ org, year, structure, asKnown: moment });
  if (earlier.isError) {
    const isUnknown = earlier.error instanceof Problem && earlier.error.status === 404;
    return isUnknown ? <Text>{say("notThen")}</Text> : <ErrorState error={earlier.error} />;
  }
  if (!earlier.data || earlier.isPlaceholderData) return <Loading what={say("differences")} rows={3} />;
  const found = differing(report.figures, earlier.data.figures);
  if (found.length === 0) return <Text role="status">{say("noDifference")}</Text>;
  const columns = [
    { name: "figure", label: say("figure") },
    { name: "now", label: say("now"), isNumber: true },
    { name: "earlier", label: say("earlier", { moment: shownKnown(moment) }), isNumber: true },
    { name: "difference", label: say("difference"), isNumber: true },
  ];
  const rows = found.map((each) => ({
    key: each.now.name,
    cells: [
      label(each.now.label),
      <FigureNumber key="now" {...each.now} />,
      <FigureNumber
        key="earlier"
        {...each.now}
        hidden={each.before?.hidden}
        value={each.before?.value ?? null}
        asKnown={moment}
      />,
      differenceOf(each.now.value, each.before?.value, each.now.unit),
    ],
  }));
  return <PlainTable label={say("differences")} columns={columns} rows={rows} />;
}
