// What one should know before writing: whom it is about, that it takes two, that it is restricted, that a
// draft stands in the form.
import { Button, Group, Stack, Text } from "@mantine/core";
import { Lock, UserCheck } from "lucide-react";
import type { EventType } from "../../api/catalogue";
import { shownMoment } from "../../lib/day";
import classes from "./act.module.css";
import type { ActFormState } from "./use-act-form";
import { useActWords } from "./words";

export function Bands({ type, state }: { type: EventType; state: ActFormState }) {
  const say = useActWords();
  const { subjects, made, draft, sending } = state;
  return (
    <Stack gap="sm">
      {subjects.length === 1 && !type.opens && <Text>{`${say("subject")}: ${subjects[0]?.label ?? ""}`}</Text>}
      {subjects.length > 1 && <Text fw={600}>{say("many", { count: made.lines.length })}</Text>}
      <Warnings isRestricted={!!type.restricted} isForTwo={sending.receipt?.needs_second ?? type.two} {...draft} />
    </Stack>
  );
}

interface WarningsProps {
  isRestricted: boolean;
  isForTwo: boolean;
  restoredAt: string | undefined;
  startAnew: () => void;
}

/** Each stands only where it holds. */
export function Warnings({ isRestricted, isForTwo, restoredAt, startAnew }: WarningsProps) {
  const say = useActWords();
  return (
    <>
      {isRestricted && (
        <Group gap="sm" wrap="nowrap" className={classes.band ?? ""} data-kind="restricted">
          <Lock size={20} aria-hidden />
          <Text>{say("restricted")}</Text>
        </Group>
      )}
      {isForTwo && (
        <Group gap="sm" wrap="nowrap" className={classes.band ?? ""} data-kind="two">
          <UserCheck size={20} aria-hidden />
          <Text>{say("two")}</Text>
        </Group>
      )}
      {restoredAt && (
        <Group gap="sm" className={classes.band ?? ""} data-kind="draft" role="status">
          <Text>{say("restored", { time: shownMoment(restoredAt) })}</Text>
          <Button variant="default" h={44} onClick={startAnew}>
            {say("startAnew")}
          </Button>
        </Group>
      )}
    </>
  );
}
