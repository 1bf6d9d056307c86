// What stands at the head of a record: where it belongs, what it is, and the few facts that matter.
import { Badge, Group, Text } from "@mantine/core";
import type { ListType } from "../../api/catalogue";
import type { SubjectState } from "../../api/records";
import classes from "./record.module.css";
import { ShownKnown } from "./shown-known";
import { useRecordWords } from "./words";

interface HeadProps {
  state: SubjectState;
  list: ListType | undefined;
}

/** Standing or kind, and the organisation where it sits. */
export function StatusLine({ state, list }: HeadProps) {
  const standing = state.traits[list?.counts?.trait ?? "kind"];
  const { seat } = state.traits;
  const isCounted = !list?.counts || list.counts.codes.includes(String(standing?.value));
  return (
    <Group gap="sm">
      {standing?.shown && (
        <Badge
          color={isCounted ? "primary" : "gray.8"}
          variant={isCounted ? "filled" : "outline"}
          size="lg"
          radius="sm"
          tt="none"
        >
          {standing.shown}
        </Badge>
      )}
      {seat && (
        <Text span>
          <ShownKnown known={seat} />
        </Text>
      )}
    </Group>
  );
}

export function Facts({ state, names }: { state: SubjectState; names: string[] }) {
  const say = useRecordWords();
  const known = names.flatMap((name) => {
    const trait = state.traits[name];
    return trait && !trait.masked ? [{ name, trait }] : [];
  });
  if (known.length === 0) return null;
  return (
    <section className="card" aria-label={say("facts")}>
      <dl className={classes.facts}>
        {known.map(({ name, trait }) => (
          <div key={name} className={classes.fact}>
            <dt>{trait.label}</dt>
            <dd>
              <ShownKnown known={trait} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
