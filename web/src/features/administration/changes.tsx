import { Button, Group, Stack, Text, Title } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { answer, api, type Schemas } from "../../api/client";
import { shownMoment } from "../../lib/day";
import { Refused } from "../../parts/refused/refused";
import { Grants } from "./grants";
import { useAdministrationWords } from "./words";

export const changesKey = ["account_changes"];
type Change = Schemas["account_changes"]["changes"][number];

/** Changes of accounts that wait for a second administrator; nothing where none does. */
export function Changes() {
  const say = useAdministrationWords();
  const changes = useQuery({ queryKey: changesKey, queryFn: () => answer(api.GET("/api/v1/account-changes")) });
  if (!changes.data || changes.data.changes.length === 0) return null;
  return (
    <Stack component="section" gap="md" aria-label={say("changesTitle")}>
      <Title order={2}>{say("changesTitle")}</Title>
      {changes.data.changes.map((change) => (
        <Waiting key={change.id} change={change} />
      ))}
    </Stack>
  );
}

function Waiting({ change }: { change: Change }) {
  const say = useAdministrationWords();
  const client = useQueryClient();
  const settle = useMutation({
    mutationFn: (agrees: boolean) => {
      const params = { params: { path: { id: change.id } } };
      return agrees
        ? answer(api.POST("/api/v1/account-changes/{id}", params))
        : answer(api.DELETE("/api/v1/account-changes/{id}", params));
    },
    onSettled: () => client.invalidateQueries({ predicate: ({ queryKey }) => isOfAccounts(queryKey) }),
  });
  return (
    <Stack gap="sm" className="card">
      <Text fw={600}>{say(`act.${change.act}`, { account: change.account })}</Text>
      {change.act === "grants" && (
        <div>
          <Text>{say("changeTo")}:</Text>
          <Grants roles={change.roles} />
        </div>
      )}
      <Text c="dimmed">
        {say("changeBy", {
          by: change.by,
          at: shownMoment(change.at ?? ""),
          until: shownMoment(change.until ?? ""),
        })}
      </Text>
      <Refused error={settle.error} />
      <Group gap="sm">
        {!change.is_own && (
          <Button h={44} loading={settle.isPending && settle.variables} onClick={() => settle.mutate(true)}>
            {say("agree")}
          </Button>
        )}
        <Button
          h={44}
          variant="default"
          loading={settle.isPending && !settle.variables}
          onClick={() => settle.mutate(false)}
        >
          {say(change.is_own ? "withdraw" : "decline")}
        </Button>
      </Group>
    </Stack>
  );
}

function isOfAccounts(key: readonly unknown[]): boolean {
  return key[0] === "accounts" || key[0] === "account_changes";
}
