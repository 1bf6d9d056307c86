// Two people at one record: what was written about it since this form was opened.
import { useQuery } from "@tanstack/react-query";
import { useEffect, useId, useRef } from "react";
import { type History, type HistoryEvent, query, read } from "../../api/records";
import type { Subject } from "./kinds";

export interface Growth {
  events: HistoryEvent[];
  labels: Record<string, string>;
}

const last = (history: History) => history.events.reduce((most, { seq }) => Math.max(most, seq), 0);
const ask = ({ kind, key }: Subject, signal?: AbortSignal) =>
  read<History>(`/events${query({ subject_type: kind, key })}`, signal);

export function useGrowth(subject: Subject | undefined) {
  const form = useId();
  const opened = useQuery({
    queryKey: ["opened", subject?.kind, subject?.key, form],
    queryFn: ({ signal }) => ask(subject as Subject, signal),
    enabled: subject !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  const seen = useRef<number | undefined>(undefined);
  useEffect(() => {
    if (opened.data && seen.current === undefined) seen.current = last(opened.data);
  }, [opened.data]);
  return {
    /** What is new; undefined where nothing is, or where this account does not see the record. */
    look: async (): Promise<Growth | undefined> => {
      const before = seen.current;
      if (!subject || before === undefined) return undefined;
      const now = await ask(subject);
      const events = now.events.filter(({ seq }) => seq > before);
      return events.length > 0 ? { events, labels: now.labels ?? {} } : undefined;
    },
    accept: (growth: Growth) => {
      seen.current = Math.max(...growth.events.map(({ seq }) => seq));
    },
  };
}
