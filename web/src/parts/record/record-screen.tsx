// One record: what it is, its sections, its timeline, what may be done with it; today or on a past day.
import { Button, Group, Stack, Tabs } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { Printer } from "lucide-react";
import { lazy, type ReactNode, Suspense, useState } from "react";
import { useLocation } from "react-router";
import { useCatalogue } from "../../api/catalogue";
import { Problem } from "../../api/client";
import { forgetWhatIsShown, type SubjectState, useRecord, useRevealed } from "../../api/records";
import { namesEntry, useAddress } from "../../lib/address";
import { useLabel } from "../../lib/words";
import { CopyLink } from "../../ui/copy-link";
import { Page } from "../../ui/page";
import { ErrorState, Loading } from "../../ui/states";
import { ActButtons } from "../act/act-buttons";
import { Timeline } from "../history/timeline";
import { AsOfBand, AsOfChooser, useAsOf, useAsOfText } from "./as-of";
import { Facts, StatusLine } from "./facts";
import { MissingItems } from "./missing-items";
import { PrintHead } from "./print-head";
import classes from "./record.module.css";
import { Revealed } from "./revealed";
import { SectionCard } from "./section-card";
import { amendingOf, missingOf, type Section } from "./sections";
import { useRecordWords } from "./words";

// The forms come after what is read: a record is looked at more often than it is acted on.
const ActDrawer = lazy(async () => ({ default: (await import("../act/act-drawer")).ActDrawer }));

export interface RecordTab {
  /** In the address: `tab=hoc-vien`. */
  name: string;
  label: string;
  content: ReactNode;
}

interface RecordScreenProps {
  list: string;
  recordKey: string;
  /** Instead of the name that the record has. */
  title?: string;
  guide: string;
  sections: Section[];
  /** Traits that stand together at the head of the overview. */
  facts?: string[];
  /** What a complete file has. */
  required?: (state: SubjectState) => string[];
  /** Stands in the overview, below the facts. */
  extra?: (state: SubjectState) => ReactNode;
  tabs?: (state: SubjectState) => RecordTab[];
  /** Acts that have a better place on this screen than its menu. */
  without?: string[];
  isRestricted?: boolean;
}

const firstTab = "tong-quan";

/** Keyed by the record, so that nothing of one (what was revealed) stays when another is shown. */
export function RecordScreen(props: RecordScreenProps) {
  return <OneRecord key={`${props.list}/${props.recordKey}`} {...props} />;
}

function OneRecord(props: RecordScreenProps) {
  const { list, recordKey, guide } = props;
  const say = useRecordWords();
  const labelOf = useLabel();
  const { isPast, ...at } = useAsOf();
  const state = useRecord(list, recordKey, at);
  const { data: catalogue } = useCatalogue();
  const subject = catalogue?.lists.find((each) => each.name === list)?.subject;
  const kind = labelOf(catalogue?.subjects.find((each) => each.name === subject)?.label);
  if (state.error) {
    return (
      <Page title={kind} guide={guide}>
        <AsOfBand />
        <Failed error={state.error} retry={() => void state.refetch()} />
      </Page>
    );
  }
  if (!state.data) {
    return (
      <Page title={props.title ?? kind} tab={kind} guide={guide}>
        <Loading what={say("loading")} />
      </Page>
    );
  }
  return <Loaded {...props} state={state.data} kindLabel={kind} isPast={isPast} />;
}

function Failed({ error, retry }: { error: unknown; retry: () => void }) {
  const say = useRecordWords();
  const when = useAsOfText();
  const isNotThere = error instanceof Problem && error.status === 404;
  if (!isNotThere) return <ErrorState error={error} retry={retry} />;
  if (when) return <ErrorState error={error} title={say("notThen", { when })} what={say("notThenWhat")} />;
  return <ErrorState error={error} title={say("notFound")} what={say("notFoundWhat")} />;
}

interface LoadedProps extends RecordScreenProps {
  state: SubjectState;
  kindLabel: string;
  isPast: boolean;
}

function Loaded(props: LoadedProps) {
  const { state, list, isPast, tabs, without = [] } = props;
  const say = useRecordWords();
  const { get, set } = useAddress();
  const client = useQueryClient();
  const { data: catalogue } = useCatalogue();
  const at = useAsOf();
  const subject = { kind: state.kind, key: state.key, label: state.name };
  const acts = isPast ? [] : (state.acts ?? []).filter(({ type }) => !without.includes(type));
  const all: RecordTab[] = [
    { name: firstTab, label: say("overview"), content: <Overview {...props} /> },
    {
      name: "dien-bien",
      label: say("history"),
      content: <Timeline subjectType={state.kind} subjectKey={state.key} asKnown={at.as_known} until={at.on} />,
    },
    ...(tabs?.(state) ?? []),
  ];
  // An address that names an entry is gone to where entries stand.
  const otherwise = namesEntry(useLocation().hash) ? "dien-bien" : firstTab;
  const tab = all.find((each) => each.name === get("tab"))?.name ?? otherwise;
  return (
    <Page
      title={props.title ?? state.name}
      tab={props.kindLabel}
      guide={props.guide}
      about={<StatusLine state={state} list={catalogue?.lists.find((each) => each.name === list)} />}
      actions={acts.length > 0 && <ActButtons acts={acts} subject={subject} />}
    >
      <PrintHead scope={state.traits.seat?.shown} />
      {props.isRestricted && (
        <div className={classes.restricted} role="note">
          {say("restricted")}
        </div>
      )}
      <AsOfBand />
      <Tabs
        className={classes.tabs ?? ""}
        value={tab}
        onChange={(next) => set({ tab: next === firstTab ? undefined : (next ?? undefined) }, { push: true })}
        keepMounted={false}
      >
        <Tabs.List className={`${classes.tabList} no-print`} aria-label={say("tabs")}>
          {all.map(({ name, label }) => (
            <Tabs.Tab key={name} value={name} mih={44} fz="md">
              {label}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {all.map(({ name, content }) => (
          <Tabs.Panel key={name} value={name} className={classes.panel ?? ""}>
            {content}
          </Tabs.Panel>
        ))}
        <Group gap="sm" className={`${classes.tools} no-print`}>
          <AsOfChooser />
          <CopyLink />
          <Button
            variant="default"
            h={44}
            leftSection={<Printer size={20} aria-hidden />}
            onClick={() => window.print()}
          >
            {say("print")}
          </Button>
        </Group>
      </Tabs>
      {!isPast && (
        <Suspense>
          <ActDrawer subject={subject} onDone={() => void forgetWhatIsShown(client)} />
        </Suspense>
      )}
    </Page>
  );
}

function Overview({ state, list, recordKey, sections, facts = [], required, extra, isPast }: LoadedProps) {
  const { data: catalogue } = useCatalogue();
  const { isPast: _, ...at } = useAsOf();
  const [guards, setGuards] = useState<string[]>([]);
  const revealed = useRevealed(list, recordKey, at, guards);
  const full = guards.length > 0 && revealed.data ? revealed.data : state;
  const amending = isPast ? undefined : amendingOf(catalogue, state);
  return (
    <Stack gap="lg">
      <Facts state={state} names={facts} />
      {extra?.(state)}
      {required && !isPast && (
        <MissingItems
          missing={missingOf(state, required(state), sections)}
          subject={state.kind}
          catalogue={catalogue}
          mayChange={amending !== undefined}
        />
      )}
      {guards.length > 0 && <Revealed error={revealed.error} isThere={revealed.data !== undefined} />}
      {sections.map((section) => (
        <SectionCard
          key={section.name}
          section={section}
          state={full}
          catalogue={catalogue}
          amending={amending}
          reveal={(guard) => setGuards((before) => (before.includes(guard) ? before : [...before, guard]))}
        />
      ))}
    </Stack>
  );
}
