// Two people at one record: what was written about it since this form was opened.
import { useEffect, useRef } from "react";
import { type History, type HistoryEvent, query, read, useHistory } from "../../api/records";
import type { Subject } from "./kinds";

const last = (history: History) => history.events.reduce((most, { seq }) => Math.max(most, seq), 0);

export interface Growth {
  events: HistoryEvent[];
  labels: Record<string, string>;
}

export function useGrowth(subject: Subject | undefined) {
  const opened = useHistory(subject?.kind ?? "", subject?.key ?? "", undefined, subject !== undefined);
  const seen = useRef<number | undefined>(undefined);
  useEffect(() => {
    if (opened.data && seen.current === undefined && !opened.isStale) seen.current = last(opened.data);
  }, [opened.data, opened.isStale]);
  return {
    /** What is new; undefined where nothing is. Whom this account does not see it asks nothing about. */
    look: async (): Promise<Growth | undefined> => {
      if (!subject || seen.current === undefined) return undefined;
      const now = await read<History>(`/events${query({ subject_type: subject.kind, key: subject.key })}`);
      const before = seen.current;
      const events = now.events.filter(({ seq }) => seq > before);
      return events.length > 0 ? { events, labels: now.labels ?? {} } : undefined;
    },
    accept: (growth: Growth) => {
      seen.current = Math.max(...growth.events.map(({ seq }) => seq));
    },
  };
}
