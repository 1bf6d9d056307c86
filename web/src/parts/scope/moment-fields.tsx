// A day and a time up to which the books are looked at.
import { Group, TextInput } from "@mantine/core";
import { useEffect, useState } from "react";
import { DayField } from "../../ui/day-field";
import { dayAndTime, momentOf, readTime } from "./moment";
import { useScopeWords } from "./words";

interface MomentFieldsProps {
  label: string;
  value: string | undefined;
  onChange: (moment: string | undefined) => void;
}

export function MomentFields({ label, value, onChange }: MomentFieldsProps) {
  const say = useScopeWords();
  const kept = dayAndTime(value);
  const [time, setTime] = useState(kept.time);
  useEffect(() => setTime(kept.time), [kept.time]);
  const isWrong = time.trim() !== "" && readTime(time) === undefined;
  const take = () => {
    if (kept.day && !isWrong) onChange(momentOf(kept.day, time));
  };
  return (
    <Group gap="sm" align="flex-start">
      <DayField
        label={label}
        value={kept.day}
        onChange={(day, written) => {
          if (day !== undefined || written.trim() === "") onChange(momentOf(day, time));
        }}
      />
      <TextInput
        label={say("time")}
        placeholder={say("timeForm")}
        size="md"
        w={140}
        value={time}
        onChange={(event) => setTime(event.currentTarget.value)}
        onBlur={take}
        onKeyDown={(event) => event.key === "Enter" && take()}
        error={isWrong && say("notATime")}
        inputMode="numeric"
        autoComplete="off"
      />
    </Group>
  );
}
