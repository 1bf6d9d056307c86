// What this place's address says: whose day is looked at, by which books, and how one moves on from here.
import { useCallback, useMemo } from "react";
import { useLocation, useNavigate } from "react-router";
import type { AsOf } from "../../api/records";
import { keptOf, useAddress } from "../../lib/address";
import { isDay, today } from "../../lib/day";

export interface Moment {
  /** The day; undefined is today. */
  on: string | undefined;
  asKnown: string | undefined;
  /** As the server is asked. */
  at: AsOf;
  /** The day whether it was given or not. */
  day: string;
  year: number;
}

export function useMoment(): Moment {
  const { get } = useAddress();
  const given = get("ngay");
  const on = given !== undefined && isDay(given) ? given : undefined;
  const asKnown = get("biet");
  return useMemo(() => {
    const day = on ?? today();
    const at = { ...(on ? { on } : {}), ...(asKnown ? { as_known: asKnown } : {}) };
    return { on, asKnown, at, day, year: Number(day.slice(0, 4)) };
  }, [on, asKnown]);
}

/** Going from organisation to organisation keeps the day, the tab and what the tree shows. */
export function useMoving() {
  const { search } = useLocation();
  const navigate = useNavigate();
  const address = useCallback(
    (key: string) => {
      const values = new URLSearchParams(search);
      const next = new URLSearchParams(keptOf(values));
      for (const name of ["tab", "het"]) {
        const value = values.get(name);
        if (value) next.set(name, value);
      }
      const text = next.toString();
      return `/to-chuc/${encodeURIComponent(key)}${text === "" ? "" : `?${text}`}`;
    },
    [search],
  );
  const go = useCallback((key: string) => void navigate(address(key)), [navigate, address]);
  return { address, go };
}

/** The list of another place, of this organisation and what is below it. */
export function useListAddress(): (place: string, organisation: string) => string {
  const { on, asKnown } = useMoment();
  return (place, organisation) => {
    const next = new URLSearchParams({ pv: organisation });
    if (on) next.set("ngay", on);
    if (asKnown) next.set("biet", asKnown);
    return `${place}?${next}`;
  };
}
