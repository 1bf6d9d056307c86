// Records for several people of a class that they completed it, each with result and certificate.
import { Alert, Button, Checkbox, Group, Stack, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { DayField } from "../../ui/day-field";
import { SideDrawer } from "../../ui/side-drawer";
import { ErrorState } from "../../ui/states";
import { useClassWords } from "./class-words";
import type { Participant } from "./people";
import { useRecordMany } from "./record-many";
import { RefusedPeople } from "./refused";

interface CompleteProps {
  opened: boolean;
  classKey: string;
  /** With which the form begins: the last day of the class. */
  day: string;
  people: Participant[];
  onDone: () => void;
  onClose: () => void;
}

interface Result {
  hasPassed: boolean;
  certificate: string;
}

export function CompleteMany({ opened, onClose, ...form }: CompleteProps) {
  const say = useClassWords();
  return (
    <SideDrawer opened={opened} onClose={onClose} title={say("completeTitle")}>
      <CompleteForm {...form} onClose={onClose} />
    </SideDrawer>
  );
}

function CompleteForm({ classKey, day, people, onDone, onClose }: Omit<CompleteProps, "opened">) {
  const say = useClassWords();
  const [on, setOn] = useState<string | undefined>(day || undefined);
  const [results, setResults] = useState<Record<string, Result>>({});
  const resultOf = (key: string) => results[key] ?? { hasPassed: true, certificate: "" };
  const change = (key: string, part: Partial<Result>) =>
    setResults((before) => ({ ...before, [key]: { ...resultOf(key), ...part } }));
  const { sending, refused, otherError } = useRecordMany(
    people.map(({ key, name }) => ({ key, label: name })),
    onDone,
  );
  const send = () => {
    if (on === undefined) return;
    sending.mutate(
      people.map(({ key }) => {
        const { hasPassed, certificate } = resultOf(key);
        const number = certificate.trim().normalize("NFC");
        return {
          type: "class.completed",
          subject: classKey,
          effective_on: on,
          data: { person: key, passed: hasPassed, ...(number && { certificate: number }) },
        };
      }),
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
        <DayField label={say("day")} value={on} onChange={setOn} required />
        {people.map(({ key, name }) => (
          <Stack key={key} gap={4}>
            <Text fw={600}>{name}</Text>
            <Group gap="md">
              <Checkbox
                size="md"
                label={say("passes")}
                aria-label={say("passedOf", { name })}
                checked={resultOf(key).hasPassed}
                onChange={(event) => change(key, { hasPassed: event.currentTarget.checked })}
              />
              <TextInput
                size="md"
                flex="1 1 200px"
                autoComplete="off"
                placeholder={say("certificate")}
                aria-label={say("certificateOf", { name })}
                value={resultOf(key).certificate}
                onChange={(event) => change(key, { certificate: event.currentTarget.value })}
              />
            </Group>
          </Stack>
        ))}
        <Group gap="sm">
          <Button type="submit" h={44} disabled={on === undefined} loading={sending.isPending}>
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
