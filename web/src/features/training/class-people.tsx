// The people of a class as a table, from which completion is recorded for whoever is chosen.
import { Button, Group, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { type SubjectState, useHistory } from "../../api/records";
import { useAddress } from "../../lib/address";
import { shownDay } from "../../lib/day";
import { useAsOf } from "../../parts/record/as-of";
import { RecordLink } from "../../parts/record/record-link";
import { type Column, DataTable } from "../../ui/data-table";
import { EmptyState, ErrorState, Loading } from "../../ui/states";
import { useClassWords } from "./class-words";
import { CompleteMany } from "./complete-many";
import { EnrolMany } from "./enrol-many";
import { type Participant, participantsOf } from "./people";

/** In the address: the form for several people that is open. */
const form = "nhieu";

export function ClassPeople({ state }: { state: SubjectState }) {
  const say = useClassWords();
  const { get, set, close: closeAll } = useAddress();
  const { on, as_known, isPast } = useAsOf();
  const history = useHistory("class", state.key, as_known);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  if (history.error) return <ErrorState error={history.error} retry={() => void history.refetch()} />;
  if (!history.data) return <Loading what={say("loading")} />;
  const people = participantsOf(history.data, on);
  const may = (type: string) => !isPast && (state.acts ?? []).some((act) => act.type === type);
  const mayComplete = may("class.completed") && people.some((each) => !each.completedOn);
  const chosen = people.filter((each) => selected.has(each.key) && !each.completedOn);
  const close = () => closeAll({ [form]: undefined });
  const open = (which: string) => set({ [form]: which }, { opens: true });
  const done = () => {
    setSelected(new Set());
    close();
  };
  const buttons = (
    <Group gap="sm" className="no-print">
      {may("class.enrolled") && (
        <Button h={44} onClick={() => open("cu")}>
          {say("enrolMany")}
        </Button>
      )}
      {mayComplete && (
        <Button h={44} variant="default" disabled={chosen.length === 0} onClick={() => open("hoan-thanh")}>
          {say("completeMany", { count: chosen.length })}
        </Button>
      )}
    </Group>
  );
  const completed = people.filter((each) => each.completedOn).length;
  return (
    <Stack gap="md">
      {people.length === 0 ? (
        <EmptyState title={say("nobody")} action={buttons}>
          {may("class.enrolled") && say("nobodyAbout")}
        </EmptyState>
      ) : (
        <>
          <Group justify="space-between">
            <Text>{say("total", { count: people.length, completed })}</Text>
            {buttons}
          </Group>
          <PeopleTable people={people} {...(mayComplete && { selected, onSelect: setSelected })} />
        </>
      )}
      <EnrolMany
        opened={get(form) === "cu" && may("class.enrolled")}
        classKey={state.key}
        day={String(state.traits.from?.value ?? "")}
        onDone={done}
        onClose={close}
      />
      <CompleteMany
        opened={get(form) === "hoan-thanh" && chosen.length > 0}
        classKey={state.key}
        day={String(state.traits.to?.value ?? "")}
        people={chosen}
        onDone={done}
        onClose={close}
      />
    </Stack>
  );
}

interface TableProps {
  people: Participant[];
  selected?: ReadonlySet<string>;
  onSelect?: (selected: ReadonlySet<string>) => void;
}

function PeopleTable({ people, selected, onSelect }: TableProps) {
  const say = useClassWords();
  const columns: Column<Participant>[] = [
    { name: "name", label: say("name"), width: 240, shown: (each) => <ParticipantName participant={each} /> },
    { name: "enrolled", label: say("enrolled"), width: 140, shown: (each) => shownDay(each.enrolledOn ?? "") },
    {
      name: "completed",
      label: say("completed"),
      width: 160,
      shown: (each) => (each.completedOn ? shownDay(each.completedOn) : say("underWay")),
    },
    {
      name: "passed",
      label: say("passed"),
      width: 120,
      shown: (each) => (each.completedOn ? say(each.hasPassed ? "isPassed" : "isNotPassed") : ""),
    },
    { name: "certificate", label: say("certificate"), width: 200, shown: (each) => each.certificate ?? "" },
  ];
  return (
    <DataTable
      label={say("people")}
      columns={columns}
      rows={people}
      total={people.length}
      keyOf={(each) => each.key}
      nameOf={(each) => each.name}
      selected={selected}
      onSelect={onSelect}
    />
  );
}

/** Whom this account may not see stays a key, and no link leads there. */
function ParticipantName({ participant }: { participant: Participant }) {
  if (!participant.isSeen) return <>{participant.key}</>;
  return <RecordLink kind="person" recordKey={participant.key} label={participant.name} />;
}
