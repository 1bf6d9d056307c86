// What a view shows stands in its address: `pv` the organisation in scope, `ngay` the day, `biet` the moment
// up to which the books were known, `so` an opened figure, `sap` the order, `tab`; filters by their names.
import { useCallback } from "react";
import { useLocation, useNavigate, useSearchParams } from "react-router";

type Change = Record<string, string | string[] | undefined>;

/** The state of a step that opened something over its page: closing that takes the step back. */
export const openedHere = { opened: true };

export function useAddress() {
  const [values, setValues] = useSearchParams();
  const get = useCallback((name: string) => values.get(name) ?? undefined, [values]);
  const all = useCallback((name: string) => values.getAll(name), [values]);
  const { state } = useLocation();
  const navigate = useNavigate();
  /** `push` leaves a step that Back undoes, `opens` one that `close` undoes; else the present one is replaced. */
  const set = useCallback(
    (change: Change, how: { push?: boolean; opens?: boolean } = {}) => {
      setValues(
        (before) => {
          const next = new URLSearchParams(before);
          for (const [name, value] of Object.entries(change)) {
            next.delete(name);
            if (Array.isArray(value)) for (const each of value) next.append(name, each);
            else if (value !== undefined && value !== "") next.set(name, value);
          }
          return next;
        },
        {
          replace: !how.push && !how.opens,
          preventScrollReset: true,
          state: how.opens ? openedHere : how.push ? undefined : state,
        },
      );
    },
    [setValues, state],
  );
  /** Opened from this page: one step back. Opened by its address: what opens it is taken out of this step. */
  const close = useCallback(
    (change: Record<string, undefined>) => {
      if ((state as Partial<typeof openedHere> | null)?.opened) void navigate(-1);
      else set(change);
    },
    [state, navigate, set],
  );
  return { values, get, all, set, close };
}

/** The parts of an address that are kept while moving between places. */
export function keptOf(values: URLSearchParams): string {
  const kept = new URLSearchParams();
  for (const name of ["pv", "ngay", "biet"]) {
    const value = values.get(name);
    if (value) kept.set(name, value);
  }
  const text = kept.toString();
  return text === "" ? "" : `?${text}`;
}

/** Whether the end of an address names an entry of the timeline: `#muc-194310`. */
export function namesEntry(hash: string): boolean {
  return /^#muc-\d+$/.test(hash);
}
