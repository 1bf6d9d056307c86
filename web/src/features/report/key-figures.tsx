// The figures that are asked for first, as cards.
import { SimpleGrid, Title } from "@mantine/core";
import type { Report } from "../../api/figures";
import { Figure, FigureNumber } from "../../parts/figure/figure";
import { TargetBar } from "../../parts/figure/target-bar";
import { useReportWords } from "./words";

/** Some stand together on one card: classes, and those who attended them. */
const cards: [string, string?][] = [
  ["members.admitted"],
  ["members.confirmed"],
  ["members.transfers.introduced"],
  ["members.cards.first"],
  ["classes.awareness", "classes.awareness.attendees"],
  ["classes.new_member", "classes.new_member.attendees"],
  ["members.total"],
  ["organisations.grassroots"],
];

export function KeyFigures({ report }: { report: Report }) {
  const say = useReportWords();
  const lines = new Map(report.figures.map((line) => [line.name, line]));
  const shown = cards.flatMap(([name, beside]) => {
    const line = lines.get(name);
    return line ? [{ line, beside: beside ? lines.get(beside) : undefined }] : [];
  });
  if (shown.length === 0) return null;
  return (
    <section aria-labelledby="key-figures">
      <Title order={2} id="key-figures" mb="sm">
        {say("keyFigures")}
      </Title>
      <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }} spacing="md">
        {shown.map(({ line, beside }) => (
          <Figure
            key={line.name}
            {...line}
            year={report.year}
            beside={beside && <FigureNumber {...beside} year={report.year} hasUnit />}
          >
            {beside?.target && <TargetBar value={beside.value} target={beside.target} unit={beside.unit} />}
          </Figure>
        ))}
      </SimpleGrid>
    </section>
  );
}
