// Records one event for each of several people, all or none; says of whom the server refused what.
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { Problem } from "../../api/client";
import { forgetWhatIsShown, type NewEvent, record } from "../../api/records";
import { useLanguage } from "../../lib/words";

interface Person {
  key: string;
  label: string;
}
export interface Refused {
  name: string;
  text: string;
}

export function useRecordMany(people: Person[], onDone: () => void) {
  const language = useLanguage();
  const client = useQueryClient();
  // The same attempt sent twice is recorded once; another attempt has another name.
  const once = useRef<{ what: string; name: string }>(undefined);
  const sending = useMutation({
    mutationFn: (events: NewEvent[]) => {
      const what = JSON.stringify(events);
      if (once.current?.what !== what) once.current = { what, name: nameOfAttempt() };
      return record(events, { once: once.current.name });
    },
    onSuccess: async (receipt) => {
      await forgetWhatIsShown(client);
      if (!receipt.waiting) onDone();
    },
  });
  const problem = sending.error instanceof Problem ? sending.error : undefined;
  const refused: Refused[] = (problem?.refusals ?? []).map((refusal) => ({
    name: refusal.line === undefined ? "" : (people[refusal.line - 1]?.label ?? ""),
    text: refusal.basis ? `${refusal[language]} (${refusal.basis[language]})` : refusal[language],
  }));
  return { sending, refused, otherError: problem && refused.length > 0 ? undefined : sending.error };
}

/** crypto.randomUUID is there over https only. */
function nameOfAttempt(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
