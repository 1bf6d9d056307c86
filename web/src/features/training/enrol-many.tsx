// Enrols several people in a class at once.
import { Alert, Button, Group, Stack, TextInput } from "@mantine/core";
import { useState } from "react";
import { PeoplePicker } from "../../parts/pick/person-picker";
import type { Picked } from "../../parts/pick/picked";
import { DayField } from "../../ui/day-field";
import { SideDrawer } from "../../ui/side-drawer";
import { ErrorState } from "../../ui/states";
import { useClassWords } from "./class-words";
import { useRecordMany } from "./record-many";
import { RefusedPeople } from "./refused";

interface EnrolProps {
  opened: boolean;
  classKey: string;
  /** With which the form begins: the first day of the class. */
  day: string;
  onDone: () => void;
  onClose: () => void;
}

export function EnrolMany({ opened, onClose, ...form }: EnrolProps) {
  const say = useClassWords();
  return (
    <SideDrawer opened={opened} onClose={onClose} title={say("enrolTitle")}>
      <EnrolForm {...form} onClose={onClose} />
    </SideDrawer>
  );
}

function EnrolForm({ classKey, day, onDone, onClose }: Omit<EnrolProps, "opened">) {
  const say = useClassWords();
  const [people, setPeople] = useState<Picked[]>([]);
  const [on, setOn] = useState<string | undefined>(day || undefined);
  const [number, setNumber] = useState("");
  const { sending, refused, otherError } = useRecordMany(people, onDone);
  const isReady = people.length > 0 && on !== undefined;
  const send = () => {
    if (!isReady) return;
    sending.mutate(
      people.map(({ key }) => ({
        type: "class.enrolled",
        subject: classKey,
        effective_on: on,
        ...(number.trim() && { authority: { number: number.trim().normalize("NFC") } }),
        data: { person: key },
      })),
    );
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Stack gap="md">
        <RefusedPeople refused={refused} />
        {otherError && <ErrorState error={otherError} />}
        {sending.data?.waiting && <Alert color="ok">{say("waits")}</Alert>}
        <PeoplePicker label={say("who")} description={say("whoAbout")} value={people} onChange={setPeople} required />
        <DayField label={say("day")} value={on} onChange={setOn} required />
        <TextInput
          label={say("number")}
          size="md"
          maw={320}
          autoComplete="off"
          value={number}
          onChange={(event) => setNumber(event.currentTarget.value)}
        />
        <Group gap="sm">
          <Button type="submit" h={44} disabled={!isReady} loading={sending.isPending}>
            {say("record", { count: people.length })}
          </Button>
          <Button variant="default" h={44} onClick={onClose}>
            {say("cancel")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
