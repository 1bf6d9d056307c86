import { SegmentedControl, Stack, Text } from "@mantine/core";
import { useId, useState } from "react";
import { setTextSize, type TextSize, textSize, textSizes } from "../../lib/look";
import type { Language } from "../../lib/number";
import { speak, useLanguage } from "../../lib/words";
import { useKeptDensity } from "../../parts/kept/density";
import { Section } from "./section";
import { useSessionWords } from "./words";

export function Look() {
  const say = useSessionWords();
  const language = useLanguage();
  const [size, setSize] = useState(textSize);
  const { density: rows, isOffered, choose } = useKeptDensity();
  return (
    <Section title={say("lookTitle")}>
      <Choice
        label={say("lookLanguage")}
        value={language}
        choices={[
          { value: "vi", label: say("vietnamese") },
          { value: "en", label: say("english") },
        ]}
        onChange={(next) => speak(next satisfies Language)}
      />
      <Choice
        label={say("lookText")}
        value={size}
        choices={textSizes.map((value) => ({ value, label: say("lookTextSize", { size: value }) }))}
        onChange={(next: TextSize) => {
          setSize(next);
          setTextSize(next);
        }}
      />
      {isOffered && (
        <Choice
          label={say("lookDensity")}
          value={rows}
          choices={[
            { value: "roomy", label: say("roomy") },
            { value: "compact", label: say("compact") },
          ]}
          onChange={choose}
        />
      )}
    </Section>
  );
}

interface Choosing<Value extends string> {
  label: string;
  value: Value;
  choices: { value: Value; label: string }[];
  onChange: (value: Value) => void;
}

function Choice<Value extends string>({ label, value, choices, onChange }: Choosing<Value>) {
  const id = useId();
  return (
    <Stack gap={4} align="flex-start">
      <Text fw={600} id={id}>
        {label}
      </Text>
      <SegmentedControl<Value> size="md" aria-labelledby={id} data={choices} value={value} onChange={onChange} />
    </Stack>
  );
}
