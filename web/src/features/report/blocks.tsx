// The report as it is written: headings, prose whose numbers open their lists, tables, months, targets.
import { Stack, Text, Title } from "@mantine/core";
import { Fragment, memo } from "react";
import { Link, useLocation } from "react-router";
import type { Block, FigureLine, Report, Run } from "../../api/figures";
import { keptOf } from "../../lib/address";
import { useLabel } from "../../lib/words";
import { FigureNumber, useDifference } from "../../parts/figure/figure";
import { TargetBar, useTargetWords } from "../../parts/figure/target-bar";
import { PlainTable } from "../../ui/plain-table";
import { Months } from "./months";
import classes from "./report.module.css";
import { useReportWords } from "./words";

export const Blocks = memo(function Blocks({ report }: { report: Report }) {
  return (
    <article className={classes.report}>
      {report.blocks.map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a report's blocks have no other name than their place
        <BlockShown key={index} block={block} report={report} />
      ))}
    </article>
  );
});

function BlockShown({ block, report }: { block: Block; report: Report }) {
  const figures = block.figures ?? [];
  switch (block.kind) {
    case "heading":
      return (
        <Title order={2} className={classes.heading}>
          <Prose block={block} report={report} />
        </Title>
      );
    case "subheading":
      return (
        <Title order={3} size="h2">
          <Prose block={block} report={report} />
        </Title>
      );
    case "paragraph":
      return (
        <Text className={classes.prose}>
          <Prose block={block} report={report} />
        </Text>
      );
    case "months":
      return <Months title={block.text ?? ""} lines={figures} year={report.year} org={report.organisation} />;
    case "progress":
      return <Progress title={block.text ?? ""} lines={figures} year={report.year} />;
    case "targets":
      return <NextTargets lines={figures} report={report} />;
    case "figures":
      return <FigureTable lines={figures} report={report} />;
  }
}

function Prose({ block, report }: { block: Block; report: Report }) {
  if (!block.runs) return block.text;
  return block.runs.map((run, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: pieces of a sentence have no other name than their place
    <Fragment key={index}>{run.figure ? <NumberInProse run={run} report={report} /> : run.text}</Fragment>
  ));
}

/** A number of last year opens last year's list, one that was aimed at the page of targets. */
function NumberInProse({ run, report }: { run: Run; report: Report }) {
  const say = useReportWords();
  const label = useLabel();
  const name = run.figure ?? "";
  const line = report.figures.find((each) => each.name === name);
  if (run.which === "target") return <TargetInProse text={run.text} year={report.year} />;
  const isPrevious = run.which === "previous";
  return (
    <FigureNumber
      name={name}
      label={line ? label(line.label) : name}
      value={isPrevious ? line?.previous : line?.value}
      hidden={isPrevious ? line?.previous_hidden : run.which === "difference" ? undefined : line?.hidden}
      closed={line?.closed}
      year={isPrevious ? report.year - 1 : report.year}
      noList={isPrevious && report.previous_structure ? say("byThisTree") : undefined}
    >
      {run.text}
    </FigureNumber>
  );
}

function TargetInProse({ text, year }: { text: string; year: number }) {
  const kept = keptOf(new URLSearchParams(useLocation().search));
  return (
    <Link to={`/chi-tieu/${year}${kept}`} className={classes.number}>
      {text}
    </Link>
  );
}

function FigureTable({ lines, report }: { lines: FigureLine[]; report: Report }) {
  const say = useReportWords();
  const label = useLabel();
  const differenceOf = useDifference();
  const targetOf = useTargetWords();
  const { year } = report;
  const hasTargets = lines.some((line) => line.target);
  const columns = [
    { name: "figure", label: say("figure") },
    { name: "value", label: say("thisYear", { year }), isNumber: true },
    { name: "previous", label: say("thisYear", { year: year - 1 }), isNumber: true },
    { name: "difference", label: say("difference"), isNumber: true },
    ...(hasTargets
      ? [
          { name: "target", label: say("target") },
          { name: "standing", label: say("standing") },
        ]
      : []),
  ];
  const rows = lines.map((line) => {
    const goal = line.target && targetOf(line.value, line.target, line.unit);
    return {
      key: line.name,
      cells: [
        label(line.label),
        <FigureNumber key="value" {...line} />,
        <Previous key="previous" line={line} report={report} />,
        differenceOf(line.value, line.previous, line.unit),
        goal?.goal ?? "",
        goal && <span className={goal.isMet ? classes.met : classes.missing}>{goal.standing}</span>,
      ],
    };
  });
  return <PlainTable label={say("figure")} columns={columns} rows={rows} />;
}

function Previous({ line, report }: { line: FigureLine; report: Report }) {
  const say = useReportWords();
  return (
    <FigureNumber
      {...line}
      hidden={line.previous_hidden}
      value={line.previous}
      year={report.year - 1}
      noList={report.previous_structure ? say("byThisTree") : undefined}
    />
  );
}

function Progress({ title, lines, year }: { title: string; lines: FigureLine[]; year: number }) {
  const label = useLabel();
  return (
    <section aria-label={title}>
      <Text fw={600}>{title}</Text>
      <div className={classes.progress}>
        {lines.map((line) => (
          <Stack key={line.name} gap={4} className={classes.goal}>
            <Text>
              {label(line.label)}: <FigureNumber {...line} year={year} hasUnit className={classes.strong} />
            </Text>
            {line.target && <TargetBar value={line.value} target={line.target} unit={line.unit} />}
          </Stack>
        ))}
      </div>
    </section>
  );
}

/** What is aimed at next year, beside what this year has reached. */
function NextTargets({ lines, report }: { lines: FigureLine[]; report: Report }) {
  const say = useReportWords();
  const label = useLabel();
  const targetOf = useTargetWords();
  const { year } = report;
  const rows = lines.map((line) => ({
    key: line.name,
    cells: [
      label(line.label),
      line.target ? targetOf(null, line.target, line.unit).goal : "",
      <FigureNumber key="now" {...line} hidden={line.previous_hidden} value={line.previous} year={year} />,
    ],
  }));
  const columns = [
    { name: "figure", label: say("figure") },
    { name: "target", label: say("nextTarget", { year: year + 1 }) },
    { name: "now", label: say("thisYear", { year }), isNumber: true },
  ];
  return <PlainTable label={say("nextTarget", { year: year + 1 })} columns={columns} rows={rows} />;
}
