// What an organisation has reached, five years side by side; each number opens its list.
import { Button, Group, Stack, Table, Text } from "@mantine/core";
import { useQueries } from "@tanstack/react-query";
import { ChevronLeft, ChevronRight } from "lucide-react";
import type { FigureAnswer } from "../../api/figures";
import { useAddress } from "../../lib/address";
import { useLabel } from "../../lib/words";
import { FigureNumber } from "../../parts/figure/figure";
import { Loading } from "../../ui/states";
import { Failed } from "./failed";
import { figuresQuestion, resultFigures } from "./key-figures";
import classes from "./organisation-screen.module.css";
import { useMoment } from "./places";
import { useOrganisationWords } from "./words";

const years = 5;

export function ResultsTab({ own, since }: { own: string; since: string | null | undefined }) {
  const say = useOrganisationWords();
  const label = useLabel();
  const { year, asKnown } = useMoment();
  const { get, set } = useAddress();
  const given = Number(get("den"));
  const last = Number.isInteger(given) && given > 1900 && given <= year ? given : year;
  // Before it was founded there is nothing to be counted.
  const begun = since ? Number(since.slice(0, 4)) : 0;
  const shown = Array.from({ length: years }, (_, step) => last - years + 1 + step).filter((each) => each >= begun);
  const answers = useQueries({
    queries: shown.map((each) => figuresQuestion({ org: own, year: each, asKnown }, resultFigures)),
  });
  const failed = answers.find((answer) => answer.isError);
  if (failed) {
    return <Failed error={failed.error} retry={() => void Promise.all(answers.map((answer) => answer.refetch()))} />;
  }
  const known = answers.map((answer) => new Map(answer.data?.map((figure) => [figure.name, figure] as const)));
  const described = answers.find((answer) => answer.data)?.data;
  if (!described) return <Loading what={say("figuresWhat")} />;
  const go = (to: number) => set({ den: to === year ? undefined : String(to) }, { push: true });
  return (
    <Stack gap="sm">
      <Group justify="space-between" gap="sm">
        <Text c="dimmed">{say("resultsAbout")}</Text>
        <Group gap="sm" className="no-print">
          <Button
            variant="default"
            h={44}
            leftSection={<ChevronLeft size={20} aria-hidden />}
            disabled={last - years < begun}
            onClick={() => go(last - years)}
          >
            {say("earlierYears")}
          </Button>
          <Button
            variant="default"
            h={44}
            rightSection={<ChevronRight size={20} aria-hidden />}
            disabled={last === year}
            onClick={() => go(Math.min(year, last + years))}
          >
            {say("laterYears")}
          </Button>
        </Group>
      </Group>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys */}
      <section className={`${classes.wide} card`} aria-label={say("results")} tabIndex={0}>
        <Table verticalSpacing="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{say("figure")}</Table.Th>
              {shown.map((each) => (
                <Table.Th key={each} scope="col" className={classes.number ?? ""}>
                  {String(each)}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {described.map((figure) => (
              <Table.Tr key={figure.name}>
                <Table.Th scope="row" fw={400}>
                  {label(figure.label)}
                </Table.Th>
                {shown.map((each, place) => (
                  <Table.Td key={each} className={classes.number ?? ""}>
                    <Cell own={own} year={each} asKnown={asKnown} figure={known[place]?.get(figure.name)} />
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </section>
    </Stack>
  );
}

interface CellProps {
  own: string;
  year: number;
  asKnown: string | undefined;
  figure: FigureAnswer | undefined;
}

/** Empty while its year has not come yet. */
function Cell({ own, year, asKnown, figure }: CellProps) {
  if (!figure) return null;
  const { name, label, value, unit, hidden, closed } = figure;
  return (
    <FigureNumber
      name={name}
      label={label}
      value={value}
      unit={unit}
      hidden={hidden}
      closed={closed}
      org={own}
      year={year}
      asKnown={asKnown}
    />
  );
}
