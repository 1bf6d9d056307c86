// One target: what is aimed at, how far it has come, and month by month.
import { Stack, Text } from "@mantine/core";
import { useCatalogue } from "../../api/catalogue";
import { type Question, useFigure } from "../../api/figures";
import { useLabel } from "../../lib/words";
import { Figure } from "../../parts/figure/figure";
import { MonthsShown } from "../../parts/figure/month-list";
import { ErrorState, Loading } from "../../ui/states";
import { asTarget, type TargetRow } from "./targets";
import { useTargetWords } from "./words";

export function TargetCard({ row, question }: { row: TargetRow; question: Question }) {
  const say = useTargetWords();
  const label = useLabel();
  const figure = useFigure(row.figure, question, true);
  const catalogue = useCatalogue();
  const type = catalogue.data?.figures.find(({ name }) => name === row.figure);
  const name = type ? label(type.label) : row.figure;
  if (figure.isError) return <ErrorState title={name} what={say("failed")} error={figure.error} />;
  if (!figure.data) return <Loading what={name} rows={3} />;
  const { value, unit, by_month, hidden, closed, previous, previous_hidden } = figure.data;
  return (
    <Figure
      name={row.figure}
      label={name}
      value={value}
      unit={unit}
      hidden={hidden}
      closed={closed}
      previous={previous}
      previousHidden={previous_hidden}
      org={question.org}
      year={question.year}
      target={asTarget(row)}
    >
      {by_month && hasTrend(by_month) && (
        <Stack gap={4} mt="sm">
          <Text size="sm" c="dimmed">
            {say("trend", { label: name })}
          </Text>
          <MonthsShown
            name={row.figure}
            label={say("trend", { label: name })}
            hidesLabel
            unit={unit}
            values={by_month}
            year={question.year}
            org={question.org}
            closed={closed}
          />
        </Stack>
      )}
    </Figure>
  );
}

/** What happens once a year has no course through it. */
function hasTrend(months: (number | null)[]): boolean {
  return months.filter((value) => value !== null && value !== 0).length > 1;
}
