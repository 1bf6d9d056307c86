// One organisation: what it is on the day that is looked at, and everything that stands in it, in tabs.
import { Alert, Anchor, Button, Tabs } from "@mantine/core";
import { CirclePlus, Merge } from "lucide-react";
import { lazy, Suspense } from "react";
import { Link, useLocation } from "react-router";
import { Problem } from "../../api/client";
import { type Organisation, useHistory, useOrganisation } from "../../api/records";
import { useMay } from "../../api/session";
import { namesEntry, openedHere, useAddress } from "../../lib/address";
import { shownDay } from "../../lib/day";
import { useActLink } from "../../parts/act/act-address";
import { ActButtons } from "../../parts/act/act-buttons";
import { FigureScope } from "../../parts/figure/question";
import { Page } from "../../ui/page";
import { EmptyState, ErrorState, Loading } from "../../ui/states";
import { useChoice } from "./choices";
import { knownThen } from "./known-then";
import { founding, OrganisationActs } from "./organisation-acts";
import { Overview } from "./overview";
import { useMoment, useMoving } from "./places";
import { TimeBox } from "./time-box";
import { useOrganisationWords } from "./words";

const CommitteeTab = lazy(async () => ({ default: (await import("./committee-tab")).CommitteeTab }));
const MembersTab = lazy(async () => ({ default: (await import("./short-lists")).MembersTab }));
const ClassesTab = lazy(async () => ({ default: (await import("./short-lists")).ClassesTab }));
const MeetingsTab = lazy(async () => ({ default: (await import("./short-lists")).MeetingsTab }));
const ResultsTab = lazy(async () => ({ default: (await import("./results-tab")).ResultsTab }));
const Timeline = lazy(async () => ({ default: (await import("../../parts/history/timeline")).Timeline }));
const FigureDrawer = lazy(async () => ({ default: (await import("../../parts/figure/figure-drawer")).FigureDrawer }));

/** As they are called in the address; the first needs no name there. */
const tabs = [
  { name: "tong-quan", word: "overview" },
  { name: "cap-uy", word: "committee" },
  { name: "dang-vien", word: "members" },
  { name: "lop", word: "classes" },
  { name: "sinh-hoat", word: "meetings" },
  { name: "ket-qua", word: "results" },
  { name: "dong-thoi-gian", word: "timeline" },
] as const;
type Tab = (typeof tabs)[number]["name"];

export function OrganisationPage({ own }: { own: string }) {
  const say = useOrganisationWords();
  const { at } = useMoment();
  const asked = useOrganisation(own, at);
  // What is shown meanwhile may be the one before.
  const organisation = asked.data?.key === own ? asked.data : undefined;
  if (organisation) return <Shown organisation={organisation} />;
  const isUnknown = asked.error instanceof Problem && asked.error.status === 404;
  return (
    <Page title={isUnknown ? say("unknown") : say("title")} guide="to-chuc">
      {isUnknown && <EmptyState title={say("unknown")}>{say("unknownWhat")}</EmptyState>}
      {asked.isError && !isUnknown && <ErrorState error={asked.error} retry={() => void asked.refetch()} />}
      {!asked.isError && <Loading what={say("what")} />}
    </Page>
  );
}

function Shown({ organisation }: { organisation: Organisation }) {
  const say = useOrganisationWords();
  const { get, set } = useAddress();
  const moment = useMoment();
  const may = useMay();
  const choice = useChoice();
  const actLink = useActLink();
  const history = useHistory("organisation", organisation.key, moment.asKnown);
  const known = knownThen(history.data, moment.day);
  const given = get("tab");
  // An address that names an entry is gone to where entries stand.
  const otherwise = namesEntry(useLocation().hash) ? "dong-thoi-gian" : "tong-quan";
  const tab: Tab = tabs.find((each) => each.name === given)?.name ?? otherwise;
  const subject = { kind: "organisation", key: organisation.key, label: organisation.label };
  // What is past, or as it was once known, is only looked at: acts belong to the present.
  const isPresent = !moment.on && !moment.asKnown;
  const mayAdd = isPresent && organisation.live && may(`record.${founding}`);
  const content: Record<Tab, () => React.ReactNode> = {
    "tong-quan": () => <Overview organisation={organisation} known={known} />,
    "cap-uy": () => <CommitteeTab own={organisation.key} />,
    "dang-vien": () => <MembersTab own={organisation.key} />,
    lop: () => <ClassesTab own={organisation.key} />,
    "sinh-hoat": () => <MeetingsTab own={organisation.key} />,
    "ket-qua": () => <ResultsTab own={organisation.key} since={organisation.since} />,
    "dong-thoi-gian": () => (
      <Timeline
        subjectType="organisation"
        subjectKey={organisation.key}
        asKnown={moment.asKnown}
        {...(moment.on ? { until: moment.on } : {})}
      />
    ),
  };
  const renamed = moment.on && known.name !== undefined && known.name !== organisation.label ? known.name : undefined;
  return (
    <FigureScope value={{ org: organisation.key, year: moment.year, asKnown: moment.asKnown }}>
      <Page
        title={organisation.label}
        about={choice("organisation.founded", "kind", organisation.kind)}
        guide="to-chuc"
        actions={
          <>
            {mayAdd && (
              <Button
                component={Link}
                to={actLink({ type: founding })}
                state={openedHere}
                preventScrollReset
                variant="default"
                h={44}
                leftSection={<CirclePlus size={20} aria-hidden />}
              >
                {say("add")}
              </Button>
            )}
            {isPresent && organisation.acts && <ActButtons acts={organisation.acts} subject={subject} first={1} />}
          </>
        }
      >
        <TimeBox more={renamed && say("nameThen", { name: renamed })} />
        <EndBand organisation={organisation} day={moment.day} />
        <Tabs
          value={tab}
          onChange={(next) => set({ tab: next === "tong-quan" ? undefined : (next ?? undefined) }, { push: true })}
          keepMounted={false}
        >
          <Tabs.List aria-label={say("tabs")}>
            {tabs.map(({ name, word }) => (
              <Tabs.Tab key={name} value={name} mih={44}>
                {say(word)}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          {tabs.map(({ name, word }) => (
            <Tabs.Panel key={name} value={name} pt="lg">
              <Suspense fallback={<Loading what={say(word)} />}>{content[name]()}</Suspense>
            </Tabs.Panel>
          ))}
        </Tabs>
      </Page>
      <OrganisationActs organisation={organisation} />
      {get("so") !== undefined && (
        <Suspense fallback={null}>
          <FigureDrawer org={organisation.key} year={moment.year} asKnown={moment.asKnown} />
        </Suspense>
      )}
    </FigureScope>
  );
}

/** That it is no more, or not yet, on the day that is looked at. */
function EndBand({ organisation, day }: { organisation: Organisation; day: string }) {
  const say = useOrganisationWords();
  const { address } = useMoving();
  const { live, since, until, into } = organisation;
  if (live) return null;
  if (since && day < since) return <Alert color="warn">{say("notYet", { day: shownDay(day) })}</Alert>;
  if (!until) return null;
  return (
    <Alert color="warn" icon={<Merge aria-hidden />}>
      {say(into ? "mergedBand" : "endedBand", { day: shownDay(until) })}{" "}
      {into && (
        <Anchor component={Link} to={address(into.key)} inherit>
          {into.label}
        </Anchor>
      )}
    </Alert>
  );
}
