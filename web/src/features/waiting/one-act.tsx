// One act that waits: the proposed events field by field, and what this user may do with it.
import { Button, Group, Stack, Text, Textarea } from "@mantine/core";
import { useIsMutating, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { answer, api, Problem } from "../../api/client";
import { forgetWhatIsShown } from "../../api/records";
import { useSession } from "../../api/session";
import { draftName, type Kept, keptDraft } from "../../parts/act/drafts";
import { useDraft } from "../../parts/act/use-draft";
import { Refused, useRefusals } from "../../parts/refused/refused";
import { EmptyState, ErrorState, Loading } from "../../ui/states";
import { ProposedEvents } from "./proposed-events";
import { Refusal, type Waiting, waitingKey, whenOf } from "./waiting-screen";
import { useWaitingWords } from "./words";

const guards = ["identity", "family", "health", "discipline"] as const;
type Guard = (typeof guards)[number];
const isGuard = (name: string): name is Guard => guards.some((guard) => guard === name);

interface One {
  id: string;
  isOwn: boolean;
  /** How many entries were recorded, where some were. */
  onDone: (recorded?: number) => void;
}

export function OneAct({ id, isOwn, onDone }: One) {
  const say = useWaitingWords();
  // What has been settled is there no longer: it is not asked for once that is under way, for others may tell
  // of it before we are answered, nor while the drawer closes.
  const [isSettled, setSettled] = useState(false);
  const isBeingSettled = useIsMutating({ mutationKey: settling(id) }) > 0;
  const done = (recorded?: number) => {
    setSettled(true);
    onDone(recorded);
  };
  const [revealed, setRevealed] = useState<Guard[]>([]);
  const one = useQuery({
    enabled: !isSettled && !isBeingSettled,
    queryKey: [...waitingKey, id, revealed],
    queryFn: () => answer(api.GET("/api/v1/waiting/{id}", { params: { path: { id }, query: { reveal: revealed } } })),
    placeholderData: (before) => (before?.id === id ? before : undefined),
  });
  // What was asked for and is still masked is not for this account.
  const reveal = (guard: string) =>
    isGuard(guard) && !revealed.includes(guard) ? () => setRevealed([...revealed, guard]) : undefined;
  const isGone = one.error instanceof Problem && one.error.status === 404;
  if (isGone) return <EmptyState title={say("gone")} />;
  if (one.isError) return <ErrorState error={one.error} retry={() => void one.refetch()} />;
  if (!one.data) return <Loading what={say("loading")} />;
  return (
    <Stack gap="lg">
      <Text c="dimmed">{whenOf(say, one.data, isOwn)}</Text>
      {one.data.refused_by !== undefined && <Refusal act={one.data} />}
      <ProposedEvents act={one.data} reveal={reveal} />
      {isOwn ? <TakeBack act={one.data} onDone={done} /> : <Settle act={one.data} onDone={done} />}
    </Stack>
  );
}

const settling = (id: string) => [...waitingKey, id];

interface Acting {
  act: Waiting;
  onDone: One["onDone"];
}

function Settle({ act, onDone }: Acting) {
  const say = useWaitingWords();
  const client = useQueryClient();
  const [isRefusing, setRefusing] = useState(false);
  const path = { id: act.id };
  const confirm = useMutation({
    mutationKey: settling(act.id),
    mutationFn: () => answer(api.POST("/api/v1/waiting/{id}/confirm", { params: { path } })),
    onSuccess: async ({ recorded }) => {
      onDone(recorded);
      // It is there no more, and need not be asked for.
      client.removeQueries({ queryKey: [...waitingKey, act.id] });
      await forgetWhatIsShown(client, [...waitingKey, act.id]);
    },
  });
  return (
    <Stack gap="md">
      <Refused error={confirm.error} />
      {isRefusing ? (
        <Refuse act={act} onDone={onDone} onCancel={() => setRefusing(false)} />
      ) : (
        <>
          <Text>{say("confirmAbout")}</Text>
          <Group gap="sm">
            <Button h={44} loading={confirm.isPending} onClick={() => confirm.mutate()}>
              {say("confirm")}
            </Button>
            <Button h={44} variant="default" onClick={() => setRefusing(true)}>
              {say("refuse")}
            </Button>
          </Group>
        </>
      )}
    </Stack>
  );
}

interface Written {
  reason: string;
}

const nothing: Written = { reason: "" };

function Refuse({ act, onDone, onCancel }: Acting & { onCancel: () => void }) {
  const say = useWaitingWords();
  const client = useQueryClient();
  const session = useSession();
  // It may speak of a restricted matter: for this tab alone.
  const drafted = { name: draftName(session.data?.name ?? "", "refuse", act.id), isRestricted: true };
  const [kept] = useState(() => keptDraft<Kept<Written>>(drafted.name, drafted.isRestricted)?.content ?? nothing);
  const [written, setWritten] = useState(kept);
  const { reason } = written;
  const draft = useDraft({ ...drafted, isChanged: written !== kept, draft: () => ({ content: written }) });
  const refuse = useMutation({
    mutationFn: () =>
      answer(api.POST("/api/v1/waiting/{id}/refuse", { params: { path: { id: act.id } }, body: { reason } })),
    onSuccess: async () => {
      draft.drop(true);
      onDone();
      await client.invalidateQueries({ queryKey: waitingKey, exact: true });
    },
  });
  const refusal = useRefusals(refuse.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    refuse.mutate();
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <Refused error={refuse.error} fields={["reason"]} />
        <Textarea
          size="md"
          label={say("refuseReason")}
          description={say("refuseAbout")}
          value={reason}
          onChange={(event) => setWritten({ reason: event.currentTarget.value })}
          onBlur={draft.flush}
          error={refusal("reason")}
          minRows={3}
          maxLength={1000}
          required
          data-autofocus
        />
        <Group gap="sm">
          <Button type="submit" h={44} color="bad" loading={refuse.isPending} disabled={reason.trim() === ""}>
            {say("refuseNow")}
          </Button>
          <Button h={44} variant="default" onClick={onCancel}>
            {say("cancel")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function TakeBack({ act, onDone }: Acting) {
  const say = useWaitingWords();
  const client = useQueryClient();
  const takeBack = useMutation({
    mutationKey: settling(act.id),
    mutationFn: () => answer(api.DELETE("/api/v1/waiting/{id}", { params: { path: { id: act.id } } })),
    onSuccess: async () => {
      onDone();
      await client.invalidateQueries({ queryKey: waitingKey, exact: true });
    },
  });
  return (
    <Stack gap="sm" align="flex-start">
      <Refused error={takeBack.error} />
      <Button h={44} variant="default" loading={takeBack.isPending} onClick={() => takeBack.mutate()}>
        {say(act.state === "waiting" ? "takeBack" : "dismiss")}
      </Button>
    </Stack>
  );
}
