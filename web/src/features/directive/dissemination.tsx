// Which organisations have studied a document, when, and how many of their people.
import { Stack, Text } from "@mantine/core";
import { type HistoryEvent, useHistory } from "../../api/records";
import { shownDay } from "../../lib/day";
import { shownNumber, shownPercent } from "../../lib/number";
import { useLanguage } from "../../lib/words";
import { numberOf, standing, textOf } from "../../parts/history/standing";
import { useAsOf } from "../../parts/record/as-of";
import { RecordLink } from "../../parts/record/record-link";
import { type Column, DataTable } from "../../ui/data-table";
import { EmptyState, ErrorState, Loading } from "../../ui/states";
import { useDirectiveWords } from "./directive-words";

export function Dissemination({ directive }: { directive: string }) {
  const say = useDirectiveWords();
  const language = useLanguage();
  const { on, as_known } = useAsOf();
  const history = useHistory("directive", directive, as_known);
  if (history.error) return <ErrorState error={history.error} retry={() => void history.refetch()} />;
  if (!history.data) return <Loading what={say("loading")} />;
  const studies = standing(history.data, "directive.disseminated", on);
  if (studies.length === 0) return <EmptyState title={say("notStudied")} />;
  const sum = (field: string) => studies.reduce((all, event) => all + (numberOf(event, field) ?? 0), 0);
  const share = (present: number, expected: number) =>
    shownPercent(expected === 0 ? null : (100 * present) / expected, language);
  const labelOf = (key: string) => history.data.labels?.[`organisation:${key}`];
  const nameOf = (event: HistoryEvent) => labelOf(textOf(event, "organisation")) ?? textOf(event, "organisation");
  // What this account may not see stays a key, and no link leads there.
  const linkOf = (key: string) => {
    const label = labelOf(key);
    return label ? <RecordLink kind="organisation" recordKey={key} label={label} /> : key;
  };
  const count = (event: HistoryEvent, field: string) => shownNumber(numberOf(event, field), language);
  const columns: Column<HistoryEvent>[] = [
    {
      name: "organisation",
      label: say("organisation"),
      width: 280,
      shown: (event) => linkOf(textOf(event, "organisation")),
    },
    { name: "day", label: say("day"), width: 120, shown: (event) => shownDay(event.effective_on) },
    { name: "present", label: say("present"), width: 100, isNumber: true, shown: (event) => count(event, "present") },
    {
      name: "expected",
      label: say("expected"),
      width: 120,
      isNumber: true,
      shown: (event) => count(event, "expected"),
    },
    {
      name: "share",
      label: say("share"),
      width: 100,
      isNumber: true,
      shown: (event) => share(numberOf(event, "present") ?? 0, numberOf(event, "expected") ?? 0),
    },
  ];
  const [present, expected] = [sum("present"), sum("expected")];
  return (
    <Stack gap="md">
      <Text>
        {say("studied", {
          count: studies.length,
          present: shownNumber(present, language),
          expected: shownNumber(expected, language),
          share: share(present, expected),
        })}
      </Text>
      <DataTable
        label={say("dissemination")}
        columns={columns}
        rows={studies}
        total={studies.length}
        keyOf={(event) => String(event.seq)}
        nameOf={nameOf}
      />
    </Stack>
  );
}
