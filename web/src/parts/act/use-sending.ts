// Records what a form says, once however often it is sent, and tries it while one writes.
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import type { EventType } from "../../api/catalogue";
import { Problem } from "../../api/client";
import { forgetWhatIsShown, type NewEvent, type Receipt, record } from "../../api/records";
import { useLanguage } from "../../lib/words";
import { faultsOf } from "./faults";
import type { Fault, Made } from "./form-values";
import { newAttempt } from "./proposed-key";
import { useActWords } from "./words";

const pause = 500;

export interface Attempt {
  content: string;
  once: string;
}

export function useSending(type: EventType, made: Made, began: Attempt | undefined) {
  const say = useActWords();
  const language = useLanguage();
  const client = useQueryClient();
  const [refused, setRefused] = useState<Fault[]>([]);
  const [tried, setTried] = useState<{ content: string; receipt?: Receipt }>();
  const [isSending, setSending] = useState(false);
  const isBusy = useRef(false);
  const attempt = useRef(began);
  const content = JSON.stringify(made.events);
  const now = useRef(content);
  now.current = content;

  const faultsIn = (error: unknown, lines: Made["lines"]): Fault[] => {
    if (!(error instanceof Problem)) return [{ field: "", code: "network", text: say("notSent") }];
    if (error.refusals.length > 0) return faultsOf(type, error.refusals, lines, language);
    return [{ field: "", code: String(error.status), text: error.detail || error.message }];
  };

  const isWhole = made.faults.length === 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the content stands for the events
  useEffect(() => {
    if (!isWhole || tried?.content === content || isBusy.current) return;
    const timer = setTimeout(() => {
      const asked = { events: made.events, lines: made.lines };
      record(asked.events, { check: true }).then(
        (receipt) => {
          if (now.current !== content) return;
          setRefused([]);
          setTried({ content, receipt });
        },
        (error: unknown) => {
          // What did not arrive says nothing about the content; sending will tell.
          if (now.current !== content || !(error instanceof Problem)) return;
          setRefused(faultsIn(error, asked.lines));
          setTried({ content });
        },
      );
    }, pause);
    return () => clearTimeout(timer);
  }, [content, isWhole, tried?.content]);

  /** A new name for each content: what is sent again unchanged is the same attempt. */
  const nameAttempt = () => {
    if (attempt.current?.content !== content) attempt.current = { content, once: newAttempt() };
  };
  const send = async (events: NewEvent[], lines: Made["lines"]): Promise<Receipt | Fault[]> => {
    nameAttempt();
    try {
      const receipt = await record(events, { once: attempt.current?.once ?? newAttempt() });
      await forgetWhatIsShown(client);
      return receipt;
    } catch (error) {
      const faults = faultsIn(error, lines);
      setRefused(faults);
      setTried({ content });
      return faults;
    }
  };

  return {
    refused,
    forget: (field: string, of?: string) =>
      setRefused((before) => {
        const left = before.filter((fault) => fault.field !== "" && (fault.field !== field || fault.of !== of));
        return left.length === before.length ? before : left;
      }),
    isChecking: isWhole && tried?.content !== content && !isSending,
    receipt: tried?.content === content ? tried.receipt : undefined,
    isSending,
    attempt,
    nameAttempt,
    send,
    /** Runs `work` unless it is running already: a second press while one is under way does nothing. */
    alone: async (work: () => Promise<void>) => {
      if (isBusy.current) return;
      isBusy.current = true;
      setSending(true);
      try {
        await work();
      } finally {
        isBusy.current = false;
        setSending(false);
      }
    },
  };
}
