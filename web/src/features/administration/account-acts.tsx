import { Alert, Button, Group, Stack, Text, Title } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Check, Clock, Lock, type LucideIcon } from "lucide-react";
import { type FormEvent, type ReactNode, useState } from "react";
import { answer, api, type Schemas } from "../../api/client";
import { shownMoment } from "../../lib/day";
import { RecordLink } from "../../parts/record/record-link";
import { Refused, useRefusals } from "../../parts/refused/refused";
import { StateBadge } from "../../ui/state-badge";
import { type Account, accountsKey } from "./accounts";
import { roleFields } from "./add-account";
import { changesKey } from "./changes";
import { asked, GrantFields, Grants, wishOf } from "./grants";
import { Told } from "./link-once";
import { useAdministrationWords } from "./words";

export function StateOf({ account }: { account: Account }) {
  const say = useAdministrationWords();
  const [word, color, icon]: ["disabled" | "invited" | "active", "bad" | "ok" | "warn", LucideIcon] = account.disabled
    ? ["disabled", "bad", Lock]
    : account.password
      ? ["active", "ok", Check]
      : ["invited", "warn", Clock];
  return (
    <StateBadge color={color} icon={icon}>
      {say(word)}
    </StateBadge>
  );
}

interface Acting {
  account: Account;
  onInvited: (link: Schemas["invited"]) => void;
}

export function AccountActs({ account, onInvited }: Acting) {
  const say = useAdministrationWords();
  const client = useQueryClient();
  const [isChangingRoles, setChangingRoles] = useState(false);
  const path = { name: account.name };
  const renew = async () => {
    await client.invalidateQueries({ queryKey: accountsKey });
    await client.invalidateQueries({ queryKey: changesKey });
  };
  const disable = useMutation({
    mutationFn: () =>
      answer(api.PATCH("/api/v1/accounts/{name}", { params: { path }, body: { disabled: !account.disabled } })),
    onSuccess: renew,
  });
  const reset = useMutation({
    mutationFn: () => answer(api.POST("/api/v1/accounts/{name}/reset", { params: { path } })),
    onSuccess: async (link) => {
      await renew();
      onInvited(link);
    },
  });
  const dropFactor = useMutation({
    mutationFn: () => answer(api.DELETE("/api/v1/accounts/{name}/second-factor", { params: { path } })),
    onSuccess: renew,
  });
  const told = disable.data ?? dropFactor.data;
  return (
    <Stack gap="lg">
      <Stack gap="xs" align="flex-start">
        <StateOf account={account} />
        <Text>{say(account.second_factor ? "factorOn" : "factorOff")}</Text>
        <Text>
          {say("signedIn")}: {account.signed_in_at ? shownMoment(account.signed_in_at) : say("never")}
        </Text>
        {!account.password && <Text>{linkState()}</Text>}
        {account.person && <RecordLink kind="person" recordKey={account.person} label={account.person} />}
      </Stack>
      <Stack gap="sm">
        <Title order={2}>{say("roles")}</Title>
        {isChangingRoles ? (
          <ChangeRoles account={account} onDone={renew} onClose={() => setChangingRoles(false)} />
        ) : (
          <>
            <Grants roles={account.roles} />
            <Button h={44} w="fit-content" variant="default" onClick={() => setChangingRoles(true)}>
              {say("changeRoles")}
            </Button>
          </>
        )}
      </Stack>
      <Refused error={disable.error ?? reset.error ?? dropFactor.error} />
      {told && (
        <Alert color="ok" role="status">
          <Told changed={told} always />
        </Alert>
      )}
      <Act about={say("resetAbout")}>
        <Button h={44} variant="default" loading={reset.isPending} onClick={() => reset.mutate()}>
          {say("reset")}
        </Button>
      </Act>
      {account.second_factor && (
        <Act about={say("dropFactorAbout")}>
          <Button h={44} variant="default" loading={dropFactor.isPending} onClick={() => dropFactor.mutate()}>
            {say("dropFactor")}
          </Button>
        </Act>
      )}
      <Act about={say(account.disabled ? "enableAbout" : "disableAbout")}>
        <Button
          h={44}
          color={account.disabled ? "primary" : "bad"}
          loading={disable.isPending}
          onClick={() => disable.mutate()}
        >
          {say(account.disabled ? "enable" : "disable")}
        </Button>
      </Act>
    </Stack>
  );

  function linkState(): string {
    return account.link_until && account.link_until > new Date().toISOString()
      ? say("linkUntil", { at: shownMoment(account.link_until) })
      : say("linkOver");
  }
}

function Act({ about, children }: { about: string; children: ReactNode }) {
  return (
    <Stack gap="xs" align="flex-start" className="card">
      <Text>{about}</Text>
      {children}
    </Stack>
  );
}

interface Changing {
  account: Account;
  onDone: () => Promise<void>;
  onClose: () => void;
}

function ChangeRoles({ account, onDone, onClose }: Changing) {
  const say = useAdministrationWords();
  const [wishes, setWishes] = useState(() => account.roles.map(wishOf));
  const change = useMutation({
    mutationFn: () =>
      answer(
        api.PATCH("/api/v1/accounts/{name}", {
          params: { path: { name: account.name } },
          body: { roles: asked(wishes) },
        }),
      ),
    onSuccess: onDone,
  });
  const refusal = useRefusals(change.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate();
  };
  if (change.data) {
    return (
      <>
        <Alert color="ok" role="status">
          <Told changed={change.data} always />
        </Alert>
        <Grants roles={account.roles} />
      </>
    );
  }
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <Refused error={change.error} fields={roleFields(wishes.length)} />
        <GrantFields wishes={wishes} onChange={setWishes} refusal={refusal} />
        <Group gap="sm">
          <Button type="submit" h={44} loading={change.isPending} disabled={wishes.some(({ role }) => role === null)}>
            {say("saveRoles")}
          </Button>
          <Button h={44} variant="default" onClick={onClose}>
            {say("cancel")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
