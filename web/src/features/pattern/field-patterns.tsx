import { Anchor, Button, Checkbox, Group, Radio, Select, Stack, Textarea, TextInput } from "@mantine/core";
import { CirclePlus } from "lucide-react";
import { useState } from "react";
import { CopyLink } from "../../ui/copy-link";
import { DayField } from "../../ui/day-field";
import { NumberField } from "../../ui/number-field";
import { Section } from "./section";
import { usePatternWords } from "./words";

export function FieldPatterns() {
  return (
    <>
      <Buttons />
      <Fields />
    </>
  );
}

function Buttons() {
  const say = usePatternWords();
  return (
    <Section title={say("buttons")}>
      <Group gap="sm">
        <Button h={44}>{say("primary")}</Button>
        <Button h={44} leftSection={<CirclePlus size={20} aria-hidden />}>
          {say("primary")}
        </Button>
        <Button h={44} variant="default">
          {say("other")}
        </Button>
        <Button h={44} variant="subtle">
          {say("subtle")}
        </Button>
        <Button h={44} color="bad">
          {say("danger")}
        </Button>
        <Button h={44} disabled>
          {say("resting")}
        </Button>
        <Button h={44} loading aria-label={say("working")} />
        <CopyLink />
        <Anchor href="#main">{say("link")}</Anchor>
      </Group>
    </Section>
  );
}

function Fields() {
  const say = usePatternWords();
  const [day, setDay] = useState<string | undefined>("2020-05-19");
  const [number, setNumber] = useState<number | undefined>(1234);
  const genders = [
    { value: "female", label: say("woman") },
    { value: "male", label: say("man") },
  ];
  return (
    <Section title={say("fields")}>
      <Stack gap="md" maw={480}>
        <TextInput label={say("text")} description={say("hint")} defaultValue={say("textSample")} size="md" required />
        <TextInput label={say("text")} error={say("textFault")} size="md" required />
        <TextInput label={say("text")} defaultValue={say("textSample")} size="md" disabled />
        <Textarea label={say("long")} autosize minRows={2} size="md" />
        <Select label={say("choice")} data={genders} size="md" />
        <Radio.Group label={say("choice")} defaultValue="female">
          <Group gap="lg">
            {genders.map(({ value, label }) => (
              <Radio key={value} value={value} label={label} size="md" />
            ))}
          </Group>
        </Radio.Group>
        <Checkbox label={say("tick")} size="md" defaultChecked />
        <Checkbox label={say("tick")} size="md" />
        <DayField label={say("day")} value={day} onChange={setDay} offersToday />
        <DayField label={say("day")} value={undefined} onChange={setDay} offersToday />
        <DayField label={say("day")} value="2099-01-01" onChange={setDay} error={say("dayFault")} />
        <NumberField label={say("number")} value={number} onChange={setNumber} />
      </Stack>
    </Section>
  );
}
