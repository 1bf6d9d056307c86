// Month by month: a table, and the same as bars; each number and each bar opens the list of its month.
import { Text } from "@mantine/core";
import type { FigureLine } from "../../api/figures";
import { useLabel } from "../../lib/words";
import { FigureNumber } from "../../parts/figure/figure";
import { MonthChart, months } from "../../parts/figure/month-chart";
import { PlainTable } from "../../ui/plain-table";
import classes from "./report.module.css";
import { useReportWords } from "./words";

interface MonthsProps {
  title: string;
  lines: FigureLine[];
  year: number;
  org: string;
}

export function Months({ title, lines, year, org }: MonthsProps) {
  const say = useReportWords();
  const label = useLabel();
  const columns = [
    { name: "figure", label: say("figure") },
    ...months.map((month) => ({ name: String(month), label: say("monthOf", { month }), isNumber: true })),
  ];
  const rows = lines.map((line) => ({
    key: line.name,
    cells: [
      label(line.label),
      ...months.map((month) => (
        <FigureNumber
          key={month}
          name={line.name}
          label={line.label}
          value={line.by_month?.[month - 1] ?? null}
          unit={line.unit}
          closed={line.closed}
          year={year}
          month={month}
        />
      )),
    ],
  }));
  return (
    <section aria-label={title}>
      <Text fw={600} mb={4}>
        {title}
      </Text>
      <PlainTable label={title} columns={columns} rows={rows} inCard={4} />
      <div className={classes.charts}>
        {lines.map((line) => (
          <MonthChart
            key={line.name}
            name={line.name}
            label={label(line.label)}
            unit={line.unit}
            values={line.by_month ?? []}
            year={year}
            org={org}
            closed={line.closed}
          />
        ))}
      </div>
    </section>
  );
}
