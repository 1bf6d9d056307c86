// One filter to be set: values with how often they occur, or a span of days or numbers.
import { Checkbox, Group, Stack, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import type { Trait } from "../../api/catalogue";
import { matches } from "../../lib/fold";
import { shownNumber } from "../../lib/number";
import { useLabel, useLanguage } from "../../lib/words";
import { useAtOnce, useStep } from "../../lib/written-address";
import { DayField } from "../../ui/day-field";
import { NumberField } from "../../ui/number-field";
import { ErrorState, Loading } from "../../ui/states";
import { type How, isYear, parameter } from "./filters";
import { askedFor, useFacets } from "./list-query";
import type { ListState } from "./list-state";
import { isNumber, useShown } from "./shown";
import { useListWords } from "./words";

interface FieldProps {
  trait: Trait;
  state: ListState;
}

export function FilterField({ trait, state }: FieldProps) {
  return trait.kind === "day" || isNumber(trait) ? (
    <SpanField trait={trait} state={state} />
  ) : (
    <ValuesField trait={trait} state={state} />
  );
}

interface Choice {
  value: string;
  label: string;
  count: number;
}

const longList = 10;

function ValuesField({ trait, state }: FieldProps) {
  const say = useListWords();
  const language = useLanguage();
  const label = useLabel();
  const shown = useShown();
  const [find, setFind] = useState("");
  // Those of all other filters: so each count is what one more tick would bring.
  const facets = useFacets(state.type.name, state.asked, [trait.name]);
  const asked = state.filters.find((filter) => filter.trait === trait && filter.how === "eq")?.values ?? [];
  const [wanted, setWanted] = useAtOnce(asked);
  if (facets.isPending) return <Loading what={say("values")} rows={3} />;
  if (facets.isError) return <ErrorState error={facets.error} retry={() => void facets.refetch()} />;
  const facet = facets.data[trait.name];
  const counted: Choice[] = (facet?.values ?? []).map(({ value, label: name, count }) => ({
    value: askedFor(value),
    label: value === null ? say("unset") : name,
    count,
  }));
  const absent = [...new Set([...(trait.choices ?? []).map(({ code }) => code), ...wanted])]
    .filter((value) => !counted.some((choice) => choice.value === value))
    .map((value) => ({ value, label: value === "" ? say("unset") : shown(trait, value), count: 0 }));
  const all = [...counted, ...absent];
  const left = (facet?.different ?? 0) - counted.length;
  const toggle = (value: string) => {
    const next = wanted.includes(value) ? wanted.filter((each) => each !== value) : [...wanted, value];
    setWanted(next);
    state.set({ [trait.name]: next }, { push: true });
  };
  return (
    <Stack gap="sm">
      {all.length > longList && (
        <TextInput
          label={say("findValue")}
          size="md"
          value={find}
          autoComplete="off"
          onChange={(event) => setFind(event.currentTarget.value)}
        />
      )}
      <Stack gap={0} role="group" aria-label={label(trait.label)} mah={340} style={{ overflowY: "auto" }}>
        {all
          .filter((choice) => find === "" || matches(choice.label, find))
          .map((choice) => (
            <Checkbox
              key={choice.value}
              size="md"
              py={10}
              checked={wanted.includes(choice.value)}
              onChange={() => toggle(choice.value)}
              styles={{ body: { alignItems: "center" }, labelWrapper: { flex: 1 } }}
              label={
                <Group justify="space-between" wrap="nowrap" gap="md">
                  <span>{choice.label}</span>
                  <Text span c="dimmed">
                    {shownNumber(choice.count, language)}
                  </Text>
                </Group>
              }
            />
          ))}
      </Stack>
      {left > 0 && <Text c="dimmed">{say("moreValues", { count: left })}</Text>}
    </Stack>
  );
}

function SpanField({ trait, state }: FieldProps) {
  const say = useListWords();
  const of = (how: How) => state.get(parameter(trait.name, how));
  const step = useStep();
  const [isMissing, setMissing] = useAtOnce(of("missing") !== undefined);
  const set = (how: How, value: string | undefined, push = step.begins()) =>
    state.set({ [parameter(trait.name, how)]: value }, { push });
  const ends = [
    { how: "from", label: say("from") },
    { how: "to", label: say("to") },
  ] as const;
  return (
    <Stack gap="sm">
      {ends.map(({ how, label }) =>
        trait.kind === "day" ? (
          <DayField key={how} label={label} value={of(how)} onChange={(day) => set(how, day)} onBlur={step.ends} />
        ) : (
          <NumberField
            key={how}
            label={label}
            value={of(how) === undefined ? undefined : Number(of(how))}
            whole={trait.kind !== "hundredths"}
            plain={isYear(trait)}
            onChange={(number) => set(how, number === undefined ? undefined : String(number))}
            onBlur={step.ends}
          />
        ),
      )}
      <Checkbox
        size="md"
        py={10}
        label={say("unset")}
        checked={isMissing}
        onChange={({ currentTarget: { checked } }) => {
          setMissing(checked);
          set("missing", checked ? "1" : undefined, true);
        }}
      />
    </Stack>
  );
}
