// Everything recorded about a subject, corrections included, newest first. Where an entry may be taken back, the
// form for it opens in the ActDrawer of the screen.
import { Stack, Text } from "@mantine/core";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useLocation } from "react-router";
import { useCatalogue } from "../../api/catalogue";
import { type History, useHistory, useRevealedHistory } from "../../api/records";
import { useAddress } from "../../lib/address";
import { shownDay } from "../../lib/day";
import { SelectAtOnce } from "../../ui/select-at-once";
import { EmptyState, ErrorState, Loading } from "../../ui/states";
import { useActLink, voiding } from "../act/act-address";
import { Revealed } from "../record/revealed";
import { HistoryContext } from "./context";
import { EntryShown } from "./entry";
import { FoldShown } from "./fold-shown";
import { type Entry, entriesOf, isFold, yearsOf } from "./folding";
import { eventLabel, type Reader } from "./reading";
import classes from "./timeline.module.css";
import { useReader } from "./use-reader";
import { useHistoryWords } from "./words";

interface TimelineProps {
  subjectType: string;
  subjectKey: string;
  /** As the books were known at this moment; nothing can be taken back there. */
  asKnown?: string | undefined;
  /** As of this day: what comes later is left out. */
  until?: string | undefined;
}

export function Timeline({ subjectType, subjectKey, asKnown, until }: TimelineProps) {
  const say = useHistoryWords();
  const history = useHistory(subjectType, subjectKey, asKnown);
  const [guards, setGuards] = useState<string[]>([]);
  const revealed = useRevealedHistory(subjectType, subjectKey, asKnown, guards);
  const catalogue = useCatalogue();
  const told = (guards.length > 0 && revealed.data) || history.data;
  const reader = useReader(told);
  const reveal = useCallback(
    (guard: string) => setGuards((before) => (before.includes(guard) ? before : [...before, guard])),
    [],
  );
  const failed = history.error ?? catalogue.error;
  if (failed) {
    return <ErrorState error={failed} retry={() => void Promise.all([history.refetch(), catalogue.refetch()])} />;
  }
  if (!told || !reader) return <Loading what={say("loading")} />;
  return (
    <Stack gap="lg">
      {guards.length > 0 && <Revealed error={revealed.error} isThere={revealed.data !== undefined} />}
      <Shown history={told} reader={reader} mayTakeBack={!asKnown && !until} until={until} reveal={reveal} />
    </Stack>
  );
}

interface ShownProps {
  history: History;
  reader: Reader;
  mayTakeBack: boolean;
  until: string | undefined;
  reveal: (guard: string) => void;
}

function Shown({ history, reader, mayTakeBack, until, reveal }: ShownProps) {
  const say = useHistoryWords();
  const { get, set } = useAddress();
  const kind = get("loai");
  const all = useMemo(() => entriesOf(history.events), [history]);
  const then = useMemo(() => (until ? all.filter((entry) => entry.event.effective_on <= until) : all), [all, until]);
  const shown = kind ? then.filter((entry) => entry.event.type === kind) : then;
  const years = yearsOf(shown, kind !== undefined);
  const asked = useAsked(all);
  const link = useActLink();
  const about = [{ kind: history.subject_type, key: history.subject.key }];
  const takeBack = mayTakeBack ? (seq: number) => link({ type: voiding, about, entry: seq }) : undefined;
  if (all.length === 0) return <EmptyState title={say("none")} />;
  return (
    <HistoryContext.Provider value={{ reader, asked, takeBack, reveal }}>
      <Stack gap="lg">
        <KindFilter
          entries={then}
          reader={reader}
          kind={kind}
          onChange={(value) => set({ loai: value }, { push: true })}
        />
        {until && then.length < all.length && (
          <Text c="dimmed">{say("laterHidden", { count: all.length - then.length, day: shownDay(until) })}</Text>
        )}
        {years.map(({ year, items }) => (
          <section key={year} aria-label={year}>
            <h2 className={classes.year}>{year}</h2>
            <ol className={classes.list}>
              {items.map((item) =>
                isFold(item) ? (
                  <li key={item.type} className={classes.item}>
                    <FoldShown fold={item} />
                  </li>
                ) : (
                  <li key={item.event.seq} className={`${classes.item} ${item.event.voided ? classes.gone : ""}`}>
                    <EntryShown entry={item} />
                  </li>
                ),
              )}
            </ol>
          </section>
        ))}
      </Stack>
    </HistoryContext.Provider>
  );
}

interface Filter {
  entries: Entry[];
  reader: Reader;
  kind: string | undefined;
  onChange: (kind: string | undefined) => void;
}

function KindFilter({ entries, reader, kind, onChange }: Filter) {
  const say = useHistoryWords();
  const counts = new Map<string, number>();
  for (const { event } of entries) counts.set(event.type, (counts.get(event.type) ?? 0) + 1);
  if (counts.size < 2 && kind === undefined) return null;
  const kinds = [...counts].map(([type, count]) => ({
    value: type,
    label: say("kindCount", { label: eventLabel(type, reader), count }),
  }));
  return (
    <SelectAtOnce
      label={say("kind")}
      className="no-print"
      maw={420}
      value={kind ?? ""}
      onChange={(type) => onChange(type || undefined)}
      data={[{ value: "", label: say("allKinds", { count: entries.length }) }, ...kinds]}
    />
  );
}

/** The entry named at the end of the address; it is gone to once it is drawn. */
function useAsked(drawn: Entry[]): number | undefined {
  const { hash } = useLocation();
  const asked = /^#muc-(\d+)$/.exec(hash)?.[1];
  const isGoneTo = useRef<string>(undefined);
  // What was recorded a moment ago may come with the next answer.
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked for again with each answer
  useEffect(() => {
    if (asked === undefined || isGoneTo.current === asked) return;
    const there = document.getElementById(`muc-${asked}`);
    if (!there) return;
    isGoneTo.current = asked;
    there.scrollIntoView({ block: "center" });
    there.focus({ preventScroll: true });
  }, [asked, drawn]);
  return asked === undefined ? undefined : Number(asked);
}
