// "Đã ghi … · Xem sổ · Hủy bỏ": stands until it is closed or something else is recorded.
import { ActionIcon, Group, Text } from "@mantine/core";
import { CircleCheck, X } from "lucide-react";
import { Link } from "react-router";
import { useCatalogue } from "../../api/catalogue";
import { openedHere } from "../../lib/address";
import { entryAddress, recordAddress } from "../../lib/record-address";
import { useLabel } from "../../lib/words";
import classes from "./act.module.css";
import { useActLink, voiding } from "./act-address";
import { sayRecorded, useRecorded } from "./recorded";
import { useActWords } from "./words";

export function RecordedLine() {
  const say = useActWords();
  const label = useLabel();
  const link = useActLink();
  const { data } = useCatalogue();
  const recorded = useRecorded();
  if (!recorded) return <div role="status" />;
  const { type, subjects, receipt } = recorded;
  const called =
    type === voiding
      ? label(data?.voiding?.label) || say("void")
      : label(data?.events.find(({ name }) => name === type)?.label) || type;
  const [first] = subjects;
  const what =
    subjects.length > 1
      ? say("whatForMany", { what: called, count: subjects.length })
      : first
        ? say("whatFor", { what: called, who: first.label })
        : called;
  const isWaiting = receipt.waiting !== null && receipt.waiting !== undefined;
  const isNew = receipt.recorded > 0;
  const entry = receipt.events.length === 1 ? (receipt.events[0]?.seq ?? undefined) : undefined;
  const only = subjects.length === 1 ? first : undefined;
  const place =
    only && (entry === undefined ? recordAddress(only.kind, only.key) : entryAddress(only.kind, only.key, entry));
  const mayTakeBack = !isWaiting && type !== voiding && first !== undefined && entry !== undefined;
  return (
    <div role="status" className={`${classes.recorded} no-print`}>
      <Group gap="md" justify="space-between" wrap="nowrap">
        <Group gap="0 16px">
          <CircleCheck size={20} aria-hidden />
          <Text>{say(isWaiting ? "waits" : isNew ? "recorded" : "recordedAlready", { what })}</Text>
          {isWaiting && <Link to="/viec">{say("seeWaiting")}</Link>}
          {!isWaiting && place && <Link to={place}>{say("see")}</Link>}
          {mayTakeBack && (
            <Link to={link({ type: voiding, about: [first], entry })} state={openedHere} preventScrollReset>
              {say("takeBack")}
            </Link>
          )}
        </Group>
        <ActionIcon variant="subtle" size={44} aria-label={say("dismiss")} onClick={() => sayRecorded(undefined)}>
          <X size={20} aria-hidden />
        </ActionIcon>
      </Group>
    </div>
  );
}
