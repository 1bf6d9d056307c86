// Who is signed in, and what they may do. Rights stand in one list: `see.person`, `record.member.admitted`;
// about one record the server says itself what may be done with it (`acts`).
import { type QueryClient, useQuery } from "@tanstack/react-query";
import { dropWritten, keepLook } from "../lib/look";
import { answer, api, type Schemas, signInAgain } from "./client";

export type Session = Schemas["session"];

export const sessionKey = ["session"];

export function useSession() {
  return useQuery({
    queryKey: sessionKey,
    queryFn: async ({ client }) => {
      const asked = await api.GET("/api/v1/session");
      if (asked.response.status !== 401) return answer<Session>(Promise.resolve(asked));
      // Whoever was here a moment ago may have a half-filled form on the screen: it stays where it is.
      const before = client.getQueryData<Session | null>(sessionKey) ?? null;
      if (before === null) return null;
      return (await signInAgain()) ? answer<Session>(api.GET("/api/v1/session")) : before;
    },
    staleTime: 60_000,
  });
}

/** Whether this right is held anywhere; false while nobody is signed in. */
export function useMay(): (right: string) => boolean {
  const { data } = useSession();
  const rights = new Set(data?.rights ?? []);
  return (right) => rights.has(right);
}

/** Nothing of this account stays in the browser: no answer that was kept, no draft. How it looks does. */
export function wipe(client: QueryClient): void {
  client.clear();
  dropWritten();
}

export async function signOut(client: QueryClient): Promise<void> {
  const restore = keepLook();
  await answer(api.DELETE("/api/v1/session"));
  restore();
  wipe(client);
}
