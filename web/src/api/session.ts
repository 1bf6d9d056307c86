// Who is signed in, and what they may do. Rights stand in one list: `see.person`, `record.member.admitted`;
// about one record the server says itself what may be done with it (`acts`).
import { useQuery } from "@tanstack/react-query";
import { answer, api, type Schemas } from "./client";

export type Session = Schemas["session"];

export const sessionKey = ["session"];

export function useSession() {
  return useQuery({
    queryKey: sessionKey,
    queryFn: async () => {
      const asked = await api.GET("/api/v1/session");
      return asked.response.status === 401 ? null : answer<Session>(Promise.resolve(asked));
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
