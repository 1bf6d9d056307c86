// Which answers that are kept are no longer the latest, once something was recorded.
import type { Query, QueryClient } from "@tanstack/react-query";
import type { Change } from "./changes";

/** Of the program and of who is signed in; nothing that is recorded changes them. */
const lasting = new Set(["session", "catalogue", "guide"]);
/** What was fetched this short a time ago, on account of one's own act, is fetched again without a word. */
const just_now_ms = 4_000;

/** Forgets what is not on the screen; true where something on the screen may be shown anew. */
export function shownAreStale(client: QueryClient, change: Change, now: number = Date.now()): boolean {
  const keys = change.entries && new Set(change.entries.map(({ key }) => key));
  if (keys?.size === 0) return false;
  let isStale = false;
  for (const query of client.getQueryCache().getAll()) {
    if (lasting.has(String(query.queryKey[0]))) continue;
    if (!query.isActive()) {
      query.invalidate();
      continue;
    }
    if (keys && !isAbout(query, keys)) continue;
    if (query.state.fetchStatus === "fetching" || now - query.state.dataUpdatedAt < just_now_ms) {
      void client.invalidateQueries({ queryKey: query.queryKey, exact: true });
    } else {
      query.invalidate();
      isStale = true;
    }
  }
  return isStale;
}

function isAbout({ queryKey, state }: Query, keys: Set<string>): boolean {
  return mentions(queryKey, keys) || mentions(state.data, keys);
}

function mentions(what: unknown, keys: Set<string>): boolean {
  if (typeof what === "string") return keys.has(what);
  if (typeof what !== "object" || what === null) return false;
  return Object.values(what).some((each) => mentions(each, keys));
}
