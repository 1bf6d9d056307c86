import { Button, Drawer, Group, Stack, Text, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useDeferredValue, useState } from "react";
import { answer, api, type Schemas } from "../../api/client";
import { useAddress } from "../../lib/address";
import { shownMoment } from "../../lib/day";
import { matches } from "../../lib/fold";
import { useWrittenAddress } from "../../lib/written-address";
import { DataTable } from "../../ui/data-table";
import { EmptyState, ErrorState, Loading } from "../../ui/states";
import { AccountActs, StateOf } from "./account-acts";
import { AddAccount } from "./add-account";
import { Changes } from "./changes";
import { LinkOnce } from "./link-once";
import { useAdministrationWords } from "./words";

export type Account = Schemas["account"];
export const accountsKey = ["accounts"];

/** Which account is open stands in the address as `mo`; adding one as `them`. */
export function Accounts() {
  const say = useAdministrationWords();
  const { get, close: closeAll } = useAddress();
  const [invited, setInvited] = useState<{ name: string; link: Schemas["invited"] }>();
  const accounts = useQuery({ queryKey: accountsKey, queryFn: () => answer(api.GET("/api/v1/accounts")) });
  const open = accounts.data?.accounts.find(({ name }) => name === get("mo"));
  const close = () => closeAll({ mo: undefined, them: undefined });
  return (
    <Stack gap="lg">
      <Changes />
      {invited && <LinkOnce name={invited.name} invited={invited.link} onDone={() => setInvited(undefined)} />}
      {accounts.isPending && <Loading what={say("accounts")} />}
      {accounts.isError && <ErrorState error={accounts.error} retry={() => void accounts.refetch()} />}
      {accounts.data && <AccountList accounts={accounts.data.accounts} />}
      <Drawer
        opened={get("them") !== undefined}
        onClose={close}
        position="right"
        size="lg"
        title={say("addAccount")}
        closeButtonProps={{ "aria-label": say("close") }}
      >
        <AddAccount
          onDone={(name, link) => {
            close();
            setInvited({ name, link });
          }}
          onCancel={close}
        />
      </Drawer>
      <Drawer
        opened={open !== undefined}
        onClose={close}
        position="right"
        size="lg"
        title={say("account", { name: open?.name ?? "" })}
        closeButtonProps={{ "aria-label": say("close") }}
      >
        {open && (
          <AccountActs
            key={open.name}
            account={open}
            onInvited={(link) => {
              close();
              setInvited({ name: open.name, link });
            }}
          />
        )}
      </Drawer>
    </Stack>
  );
}

function AccountList({ accounts }: { accounts: Account[] }) {
  const say = useAdministrationWords();
  const { get, values, set } = useAddress();
  const written = useWrittenAddress("q");
  const wanted = useDeferredValue(get("q") ?? "");
  const addressOf = ({ name }: Account) => {
    const next = new URLSearchParams(values);
    next.set("mo", name);
    return `/quan-tri/tai-khoan?${next}`;
  };
  const rows = accounts.filter((one) => wanted === "" || matches(textOf(one), wanted));
  return (
    <Stack gap="md">
      <Group gap="sm" align="flex-end" className="no-print">
        <TextInput size="md" flex="1 1 240px" maw={480} label={say("findAccount")} {...written} />
        <Button
          h={44}
          leftSection={<Plus size={20} aria-hidden />}
          onClick={() => set({ them: "1", mo: undefined }, { opens: true })}
        >
          {say("addAccount")}
        </Button>
      </Group>
      <Text role="status">{say("countAccounts", { count: rows.length })}</Text>
      {rows.length === 0 ? (
        <EmptyState title={say("noAccounts")} />
      ) : (
        <DataTable<Account>
          label={say("accounts")}
          rows={rows}
          total={rows.length}
          keyOf={({ name }) => name}
          nameOf={({ name }) => name}
          addressOf={addressOf}
          opensHere
          columns={[
            { name: "name", label: say("name"), width: 180, shown: ({ name }) => name },
            { name: "roles", label: say("roles"), width: 360, shown: (one) => rolesOf(say, one) },
            { name: "state", label: say("state"), width: 220, shown: (one) => <StateOf account={one} /> },
            {
              name: "signed_in",
              label: say("signedIn"),
              width: 170,
              shown: (one) => (one.signed_in_at ? shownMoment(one.signed_in_at) : say("never")),
            },
          ]}
        />
      )}
    </Stack>
  );
}

function textOf({ name, roles }: Account): string {
  return [name, ...roles.flatMap(({ label, organisation }) => [label, organisation?.label, organisation?.key])].join(
    " ",
  );
}

function rolesOf(say: ReturnType<typeof useAdministrationWords>, { roles }: Account): string {
  return (
    roles
      .map(({ label, organisation }) => say("roleAt", { role: label, place: organisation?.label ?? say("wholeHouse") }))
      .join("; ") || say("noRoles")
  );
}
