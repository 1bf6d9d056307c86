// Acts of two persons: what waits for my confirmation, and what I have sent. The opened one stands in the
// address as `mo`.
import { Alert, Anchor, Drawer, List, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Ban, Check, Clock, type LucideIcon, TimerOff } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Link } from "react-router";
import { useCatalogue } from "../../api/catalogue";
import { answer, api, type Schemas } from "../../api/client";
import { openedHere, useAddress } from "../../lib/address";
import { shownMoment } from "../../lib/day";
import { useLabel } from "../../lib/words";
import { RecordLink } from "../../parts/record/record-link";
import { Page } from "../../ui/page";
import { StateBadge } from "../../ui/state-badge";
import { EmptyState, ErrorState, Loading } from "../../ui/states";
import { OneAct } from "./one-act";
import { useWaitingWords } from "./words";

export type Waiting = Schemas["waiting"];
export const waitingKey = ["waiting"];
const most_acts = 10;

export function WaitingScreen() {
  const say = useWaitingWords();
  const { get, close: closeAll } = useAddress();
  const all = useQuery({ queryKey: waitingKey, queryFn: () => answer(api.GET("/api/v1/waiting")) });
  const open = get("mo");
  const [recorded, setRecorded] = useState<number>();
  const close = () => closeAll({ mo: undefined });
  const done = (count?: number) => {
    setRecorded(count);
    close();
  };
  return (
    <Page title={say("title")} about={say("about")} guide="viec">
      {recorded !== undefined && (
        <Alert color="ok" role="status" icon={<Check aria-hidden />}>
          {say("confirmed", { count: recorded })}
        </Alert>
      )}
      {all.isPending && <Loading what={say("loading")} />}
      {all.isError && <ErrorState error={all.error} retry={() => void all.refetch()} />}
      {all.data && (
        <>
          <Acts
            title={say("toConfirm")}
            acts={all.data.to_confirm}
            isOwn={false}
            empty={<EmptyState title={say("toConfirmNone")}>{say("toConfirmNoneWhat")}</EmptyState>}
          />
          <Acts title={say("sent")} acts={all.data.sent} isOwn empty={<EmptyState title={say("sentNone")} />} />
        </>
      )}
      <Drawer
        opened={open !== undefined}
        onClose={close}
        position="right"
        size="lg"
        title={say("what")}
        closeButtonProps={{ "aria-label": say("close") }}
      >
        {open !== undefined && (
          <OneAct key={open} id={open} isOwn={all.data?.sent.some(({ id }) => id === open) ?? false} onDone={done} />
        )}
      </Drawer>
    </Page>
  );
}

interface Some {
  title: string;
  acts: Waiting[];
  isOwn: boolean;
  empty: ReactNode;
}

function Acts({ title, acts, isOwn, empty }: Some) {
  return (
    <Stack component="section" gap="md" aria-label={title}>
      <Title order={2}>{title}</Title>
      {acts.length === 0 && empty}
      {acts.map((act) => (
        <ActCard key={act.id} act={act} isOwn={isOwn} />
      ))}
    </Stack>
  );
}

function ActCard({ act, isOwn }: { act: Waiting; isOwn: boolean }) {
  const say = useWaitingWords();
  const { values } = useAddress();
  const opened = new URLSearchParams(values);
  opened.set("mo", act.id);
  return (
    <Stack component="article" gap="sm" className="card" align="flex-start">
      {isOwn && <StateOf act={act} />}
      <What act={act} />
      <Text c="dimmed">{whenOf(say, act, isOwn)}</Text>
      {act.refused_by !== undefined && <Refusal act={act} />}
      <Anchor
        component={Link}
        to={`?${opened}`}
        state={openedHere}
        mih={44}
        inline
        display="inline-flex"
        style={{ alignItems: "center" }}
      >
        {say("open")}
      </Anchor>
    </Stack>
  );
}

const looks: Record<Waiting["state"], ["warn" | "bad", LucideIcon]> = {
  waiting: ["warn", Clock],
  expired: ["bad", TimerOff],
  refused: ["bad", Ban],
};

function StateOf({ act: { state } }: { act: Waiting }) {
  const say = useWaitingWords();
  const [color, icon] = looks[state];
  return (
    <StateBadge color={color} icon={icon}>
      {say(`state.${state}`)}
    </StateBadge>
  );
}

/** What it is and about whom; of many the first. */
function What({ act }: { act: Waiting }) {
  const say = useWaitingWords();
  const label = useLabel();
  const { data: catalogue } = useCatalogue();
  const called = (type: string) => label(catalogue?.events.find(({ name }) => name === type)?.label) || type;
  const rest = act.for_two - Math.min(act.what.length, most_acts);
  return (
    <List listStyleType="none">
      {act.what.slice(0, most_acts).map(({ type, voids, subject_type: kind, subject }) => (
        <List.Item key={`${type} ${subject?.key}`}>
          <Text span fw={600}>
            {voids === undefined ? called(type) : say("voids", { act: called(voids) })}
          </Text>
          {subject && (
            <>
              {" · "}
              <RecordLink kind={kind} recordKey={subject.key} label={subject.label} />
            </>
          )}
        </List.Item>
      ))}
      {rest > 0 && <List.Item>{say("more", { count: rest })}</List.Item>}
    </List>
  );
}

export function Refusal({ act }: { act: Waiting }) {
  const say = useWaitingWords();
  return (
    <Text>
      {say("refusedBy", { by: act.refused_by ?? "", at: shownMoment(act.refused_at ?? ""), reason: act.reason ?? "" })}
    </Text>
  );
}

export function whenOf(say: ReturnType<typeof useWaitingWords>, act: Waiting, isOwn: boolean): string {
  const at = shownMoment(act.sent_at);
  return [
    isOwn ? say("sentAt", { at }) : say("sentBy", { by: act.sent_by, at }),
    act.state === "waiting" && say("until", { at: shownMoment(act.until) }),
    say("events", { count: act.events }),
    act.file !== undefined && say("ofFile", { file: act.file }),
  ]
    .filter(Boolean)
    .join(" · ");
}
