// What an account keeps for itself on the server (columns, saved filters): the same on every machine, and still
// there after a sign-out, at which the browser's own store is cleared.
import { type QueryClient, queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { answer, api } from "../../api/client";
import { sessionKey, useSession } from "../../api/session";
import { takenOver } from "./taken-over";

export type Kept = Record<string, unknown>;

function put(name: string, value: unknown): Promise<unknown> {
  return answer(api.PUT("/api/v1/session/kept/{name}", { params: { path: { name } }, body: { value } }));
}

function keptOf(account: string) {
  return queryOptions({
    // Under the session: what is recorded does not change it.
    queryKey: [...sessionKey, "kept", account],
    queryFn: async (): Promise<Kept> => {
      const { kept } = await answer(api.GET("/api/v1/session/kept"));
      return takenOver(account, kept, put);
    },
    enabled: account !== "",
    staleTime: Number.POSITIVE_INFINITY,
  });
}

function show(client: QueryClient, account: string, name: string, value: unknown): void {
  client.setQueryData(keptOf(account).queryKey, (before) => ({ ...before, [name]: value }));
}

/**
 * A value under a name, or `otherwise` until there is one; how to change it, which shows at once; and why that
 * was refused. A change is told what is kept, which may only then arrive.
 */
export function useKept<Value>(name: string, otherwise: Value) {
  const client = useQueryClient();
  const account = useSession().data?.name ?? "";
  const { data } = useQuery(keptOf(account));
  const { mutate, error } = useMutation({
    // One after the other: the last one counts.
    scope: { id: "kept" },
    mutationFn: (value: Value) => put(name, value),
    onError: () => client.invalidateQueries({ queryKey: keptOf(account).queryKey }),
  });
  const keep = useCallback(
    async (change: (before: Value) => Value) => {
      const { queryKey } = keptOf(account);
      const kept = client.getQueryData(queryKey) ?? (await client.fetchQuery(keptOf(account)).catch(() => undefined));
      // Written over what did not arrive it would be lost.
      if (kept === undefined) return;
      const value = change((kept[name] as Value | undefined) ?? otherwise);
      await client.cancelQueries({ queryKey });
      show(client, account, name, value);
      mutate(value);
    },
    [client, account, name, otherwise, mutate],
  );
  return { value: (data?.[name] as Value | undefined) ?? otherwise, keep, error };
}
