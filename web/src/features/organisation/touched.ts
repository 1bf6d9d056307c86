// What a preview has to know: the organisations that an act touches as of its day, and what the server would
// refuse, tried without recording.
import { useQueries, useQuery } from "@tanstack/react-query";
import { useDeferredValue } from "react";
import { useCatalogue } from "../../api/catalogue";
import { Problem, type Refusal } from "../../api/client";
import { type Organisation, query, read, record } from "../../api/records";
import type { ActDraft } from "../../parts/act/kinds";
import { touchedKeys } from "./changes";

function question(key: string | undefined, on: string | undefined) {
  return {
    queryKey: ["organisation", key, { ...(on ? { on } : {}) }],
    enabled: key !== undefined,
    queryFn: ({ signal }: { signal: AbortSignal }) =>
      read<Organisation>(`/organisations/${encodeURIComponent(key ?? "")}${query({ on })}`, signal),
  };
}

export function useTouched(own: string | undefined, chosen: string | undefined, on: string | undefined) {
  const subject = useQuery(question(own, on));
  const target = useQuery(question(chosen, on));
  const keys = touchedKeys(subject.data, target.data);
  const answers = useQueries({ queries: keys.map((key) => question(key, on)) });
  const above = new Map<string, Organisation>();
  for (const answer of answers) if (answer.data) above.set(answer.data.key, answer.data);
  const all = [subject, target, ...answers];
  return { subject: subject.data, target: target.data, above, isPending: all.some((each) => each.isLoading) };
}

/** Nothing until all that must be filled in is: an unfinished form is no fault. */
export function useRefusals(draft: ActDraft, own: string | undefined, on: string | undefined): Refusal[] {
  const { data: catalogue } = useCatalogue();
  const fields = catalogue?.events.find(({ name }) => name === draft.type)?.fields;
  const isWhole = fields?.every(({ name, required }) => !required || draft.data[name] !== undefined) ?? false;
  // The form tries what opens a subject itself: only it knows the new key.
  const event = useDeferredValue(
    own && on && isWhole ? { type: draft.type, subject: own, effective_on: on, data: draft.data } : undefined,
  );
  const tried = useQuery({
    queryKey: ["tried", event],
    enabled: event !== undefined,
    queryFn: async () => {
      if (!event) return [];
      try {
        await record([event], { check: true });
        return [];
      } catch (error) {
        if (error instanceof Problem) return error.refusals;
        throw error;
      }
    },
  });
  return event ? (tried.data ?? []) : [];
}
