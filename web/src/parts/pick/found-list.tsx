// What was found, under the field: name, organisation beside it, key.
import { Combobox, Text } from "@mantine/core";
import type { useFinding } from "./finding";
import classes from "./pick.module.css";
import type { Picked } from "./picked";
import { usePickWords } from "./words";

interface Found {
  label: string;
  finding: ReturnType<typeof useFinding>;
  /** Left out: chosen already. */
  without?: Picked[];
}

export function FoundList({ label, finding, without = [] }: Found) {
  const say = usePickWords();
  const chosen = new Set(without.map(({ key }) => key));
  const found = finding.isAsked ? (finding.data?.found ?? []).filter(({ key }) => !chosen.has(key)) : [];
  const left = (finding.data?.total ?? 0) - (finding.data?.found.length ?? 0);
  const said = () => {
    if (!finding.isAsked) return say("find");
    if (finding.isError) return say("failed");
    if (finding.isPending) return say("searching");
    return found.length === 0 ? say("none") : "";
  };
  return (
    <Combobox.Dropdown>
      {/* Stands from the start: the field tells by its key what it opens. */}
      <Combobox.Options hidden={found.length === 0} aria-label={label} mah={360} className={classes.options ?? ""}>
        {found.map((each) => (
          <Combobox.Option key={each.key} value={each.key} className={classes.option ?? ""}>
            <Text span>{each.label}</Text>
            <Text span c="dimmed" size="sm">
              {[each.organisation, each.key].filter(Boolean).join(" · ")}
            </Text>
          </Combobox.Option>
        ))}
      </Combobox.Options>
      {said() && <Combobox.Empty>{said()}</Combobox.Empty>}
      {found.length > 0 && left > 0 && <Combobox.Footer>{say("more", { count: left })}</Combobox.Footer>}
    </Combobox.Dropdown>
  );
}

/** Tells those who do not see the list how many there are. */
export function FoundCount({ finding }: { finding: ReturnType<typeof useFinding> }) {
  const say = usePickWords();
  const count = finding.isAsked && finding.data ? finding.data.total : undefined;
  return (
    <span className="visually-hidden" role="status">
      {count === undefined ? "" : count === 0 ? say("none") : say("found", { count })}
    </span>
  );
}
