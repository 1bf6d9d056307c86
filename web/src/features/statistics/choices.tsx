// What is crossed with what, for whom and on which day. All of it stands in the address.
import { Group, TextInput } from "@mantine/core";
import { useEffect, useState } from "react";
import type { Trait } from "../../api/catalogue";
import { useOrganisation } from "../../api/records";
import { useAddress } from "../../lib/address";
import { useLabel } from "../../lib/words";
import { OrganisationPicker } from "../../parts/pick/organisation-picker";
import { useScope } from "../../parts/scope/use-scope";
import { DayField } from "../../ui/day-field";
import { SelectAtOnce } from "../../ui/select-at-once";
import { hasBands, readAxis, readBands, writtenAxis } from "./axis";
import { useStatisticsWords } from "./words";

export const axes = { rows: "hang", columns: "cot", layers: "lop" } as const;
type AxisName = keyof typeof axes;

export function Choices({ traits }: { traits: Trait[] }) {
  const say = useStatisticsWords();
  const { get, set } = useAddress();
  const { org } = useScope();
  const organisation = useOrganisation(org);
  const hasRows = get(axes.rows) !== undefined;
  const hasColumns = get(axes.columns) !== undefined;
  return (
    <Group gap="md" align="flex-start" className="no-print">
      <AxisChoice name="rows" traits={traits} isFirst />
      {hasRows && <AxisChoice name="columns" traits={traits} />}
      {hasColumns && <AxisChoice name="layers" traits={traits} />}
      <div style={{ flex: "1 1 280px", maxWidth: 420 }}>
        <OrganisationPicker
          label={say("organisation")}
          value={org ? { key: org, label: organisation.data?.label ?? org } : undefined}
          // While one looks for another, the table stays with the one that it tells of.
          onChange={(picked) => picked && set({ pv: picked.key }, { push: true })}
        />
      </div>
      <DayField
        label={say("day")}
        value={get("ngay")}
        onChange={(day, written) => {
          if (day !== undefined || written.trim() === "") set({ ngay: day }, { push: true });
        }}
      />
    </Group>
  );
}

function AxisChoice({ name, traits, isFirst = false }: { name: AxisName; traits: Trait[]; isFirst?: boolean }) {
  const say = useStatisticsWords();
  const label = useLabel();
  const { get, set } = useAddress();
  const parameter = axes[name];
  const axis = readAxis(get(parameter));
  const taken = Object.values(axes)
    .filter((other) => other !== parameter)
    .map((other) => readAxis(get(other))?.trait);
  const trait = traits.find((each) => each.name === axis?.trait);
  const choose = (chosen: string) =>
    set(
      {
        [parameter]: chosen,
        // Without columns there is nothing to lay in layers.
        ...(name === "columns" && chosen === "" ? { [axes.layers]: undefined } : {}),
      },
      { push: true },
    );
  return (
    <Group gap="sm" align="flex-start">
      <SelectAtOnce
        label={say(name)}
        value={axis?.trait ?? ""}
        data={[
          { value: "", label: say(isFirst ? "choose" : "none"), disabled: isFirst && axis !== undefined },
          ...traits
            .filter((each) => !taken.includes(each.name))
            .map((each) => ({ value: each.name, label: label(each.label) })),
        ]}
        onChange={choose}
      />
      {trait && hasBands(trait) && (
        <Bands
          label={say("bands", { label: label(trait.label).toLowerCase() })}
          bands={axis?.bands ?? []}
          onChange={(bands) => set({ [parameter]: writtenAxis({ trait: trait.name, bands }) }, { push: true })}
        />
      )}
    </Group>
  );
}

interface BandsProps {
  label: string;
  bands: number[];
  onChange: (bands: number[]) => void;
}

/** Taken when one leaves the field, or every digit would be another table. */
function Bands({ label, bands, onChange }: BandsProps) {
  const say = useStatisticsWords();
  const kept = bands.join(", ");
  const [text, setText] = useState(kept);
  useEffect(() => setText(kept), [kept]);
  const take = () => {
    const read = readBands(text);
    if (read.join(", ") === kept) setText(kept);
    else onChange(read);
  };
  return (
    <TextInput
      label={label}
      placeholder={say("bandsForm")}
      size="md"
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={take}
      onKeyDown={(event) => event.key === "Enter" && take()}
      inputMode="numeric"
      autoComplete="off"
    />
  );
}
