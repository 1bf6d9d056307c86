// For whom, when and as known when a page tells its figures: all of it stands in the address.
import type { Structure } from "../../api/figures";
import { useSession } from "../../api/session";
import { useAddress } from "../../lib/address";

export interface Scope {
  /** The one of the address, else the one in which the account has its role. */
  org: string | undefined;
  structure: Structure;
  asKnown: string | undefined;
}

export function useScope(): Scope {
  const { get } = useAddress();
  const session = useSession();
  const own = session.data?.roles.find((role) => role.organisation)?.organisation?.key;
  return {
    org: get("pv") ?? own,
    structure: get("cay") === "event" ? "event" : "period_end",
    asKnown: get("biet"),
  };
}
