// One section of a record: what is known, since when, and the way to change it, one section at a time.
import { Anchor, Button, Group, Text, Title } from "@mantine/core";
import { lazy, Suspense, useEffect, useRef } from "react";
import { Link, useLocation } from "react-router";
import type { Catalogue, EventType } from "../../api/catalogue";
import type { Known, SubjectState } from "../../api/records";
import { useAddress } from "../../lib/address";
import { shownDay } from "../../lib/day";
import { useLabel } from "../../lib/words";
import { Loading } from "../../ui/states";
import { Masked } from "./masked";
import classes from "./record.module.css";
import { fieldOf, knownOf, type Section } from "./sections";
import { ShownKnown } from "./shown-known";
import { useRecordWords } from "./words";

const ChangeSection = lazy(async () => ({ default: (await import("../act/change-section")).ChangeSection }));

interface SectionProps {
  section: Section;
  state: SubjectState;
  catalogue: Catalogue | undefined;
  /** By which the section is changed; none where it may not be. */
  amending: EventType | undefined;
  reveal: (guard: string) => void;
}

export function SectionCard({ section, state, catalogue, amending, reveal }: SectionProps) {
  const say = useRecordWords();
  const { get, set, close: closeAll } = useAddress();
  const changed = amending ? section.fields.filter((name) => amending.fields.some((each) => each.name === name)) : [];
  const isChanging = changed.length > 0 && get("sua") === section.name;
  const card = useRef<HTMLElement>(null);
  useEffect(() => {
    if (isChanging) card.current?.scrollIntoView({ block: "start" });
  }, [isChanging]);
  const shown = section.isWhole ? section.fields : section.fields.filter((name) => knownOf(state, name) !== undefined);
  if (shown.length === 0 && changed.length === 0) return null;
  const close = () => closeAll({ sua: undefined });
  const title = `phan-${section.name}`;
  return (
    <section ref={card} className={`card ${classes.card}`} aria-labelledby={title}>
      <Group justify="space-between" wrap="nowrap" mb="xs">
        <Title order={2} id={title}>
          {section.title}
        </Title>
        {changed.length > 0 && !isChanging && (
          <Button
            variant="default"
            h={44}
            className="no-print"
            aria-label={say("changeSection", { section: section.title })}
            onClick={() => set({ sua: section.name }, { opens: true })}
          >
            {say("change")}
          </Button>
        )}
      </Group>
      {isChanging && amending ? (
        <Suspense fallback={<Loading what={section.title} />}>
          <ChangeSection
            type={amending.name}
            subject={{ kind: state.kind, key: state.key, label: state.name }}
            fields={changed}
            known={state.fields}
            onDone={close}
            onCancel={close}
          />
        </Suspense>
      ) : (
        <dl className={classes.rows}>
          {shown.map((name) => (
            <Row key={name} name={name} state={state} catalogue={catalogue} reveal={reveal} />
          ))}
        </dl>
      )}
    </section>
  );
}

interface RowProps {
  name: string;
  state: SubjectState;
  catalogue: Catalogue | undefined;
  reveal: (guard: string) => void;
}

function Row({ name, state, catalogue, reveal }: RowProps) {
  const say = useRecordWords();
  const labelOf = useLabel();
  const known = knownOf(state, name);
  const field = fieldOf(catalogue, state.kind, name);
  const trait = catalogue?.lists.find((list) => list.subject === state.kind)?.traits.find((each) => each.name === name);
  const label = known?.label ?? labelOf(field?.label ?? trait?.label);
  return (
    <div className={classes.row}>
      <dt>{label}</dt>
      <dd>
        {known === undefined && <Text c="dimmed">{say("unknown")}</Text>}
        {known && !known.masked && <ShownKnown known={known} />}
        {known?.masked && <Masked label={label} guard={field?.guard} reveal={reveal} />}
      </dd>
      <dd className={classes.since}>{known && <Since label={label} known={known} />}</dd>
    </div>
  );
}

/** When it was said, as the way to the entry that says it. */
function Since({ label, known }: { label: string; known: Known }) {
  const say = useRecordWords();
  const { search } = useLocation();
  if (!known.since) return null;
  const since = say("since", { day: shownDay(known.since) });
  if (known.seq === undefined) {
    return (
      <Text size="xs" c="dimmed">
        {since}
      </Text>
    );
  }
  const values = new URLSearchParams(search);
  values.set("tab", "dien-bien");
  return (
    <Anchor
      component={Link}
      to={{ search: `?${values}`, hash: `#muc-${known.seq}` }}
      size="xs"
      aria-label={say("sinceEntry", { label, day: shownDay(known.since) })}
    >
      {since}
    </Anchor>
  );
}
