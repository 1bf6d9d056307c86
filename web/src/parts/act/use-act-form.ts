// The life of one form: what stands in it, what is wrong with it, its draft, and how it is recorded.
import { useState } from "react";
import type { EventType } from "../../api/catalogue";
import { useSession } from "../../api/session";
import { today } from "../../lib/day";
import { useLabel } from "../../lib/words";
import { type Draft, draftName, isRestrictedMatter, keptDraft } from "./drafts";
import {
  type Content,
  type Fault,
  type FieldValue,
  heldAll,
  heldKnown,
  isSame,
  made as madeOf,
  type Values,
} from "./form-values";
import type { ActFormProps, Subject } from "./kinds";
import { keyInYear, proposedKey } from "./proposed-key";
import { sayRecorded } from "./recorded";
import { useDraft } from "./use-draft";
import { type Growth, useGrowth } from "./use-growth";
import { useSending } from "./use-sending";
import { useActWords } from "./words";

/** What differs from one to the other by its nature; a rating is one for all, with exceptions. */
const ownByNature = new Set(["number", "certificate", "card_number"]);
const oftenOwn = new Set(["rating"]);

export function isOwnByNature(name: string): boolean {
  return ownByNature.has(name);
}

function firstContent(type: EventType, form: ActFormProps, base: Values | undefined): Content {
  return {
    key: form.presetKey ?? "",
    on: form.presetOn ?? "",
    authority: form.presetAuthority ?? {},
    shared: base ?? heldAll(type, form.preset ?? {}, form.labels),
    own: {},
    apart: type.fields.filter(({ name }) => ownByNature.has(name) || oftenOwn.has(name)).map(({ name }) => name),
    dropped: [],
  };
}

function subjectsOf(form: ActFormProps): Subject[] {
  return form.subjects ?? (form.subject ? [form.subject] : []);
}

function sectionOf(whole: EventType, { changes }: ActFormProps): EventType {
  if (!changes) return whole;
  // What this account may not see it cannot change either.
  const named = changes.fields.filter((name) => !changes.known[name]?.masked);
  const fields = named.flatMap((name) => whole.fields.filter((field) => field.name === name));
  return { ...whole, fields };
}

function baseOf(type: EventType, { changes }: ActFormProps): Values | undefined {
  if (!changes) return undefined;
  return Object.fromEntries(type.fields.map((field) => [field.name, heldKnown(field, changes.known[field.name])]));
}

/** A draft of a change: what was not touched in it is what the record says by now. */
function takenUp(type: EventType, draft: Draft, base: Values | undefined): Content {
  if (!base) return draft.content;
  const shared = { ...base };
  for (const field of type.fields) {
    const written = draft.content.shared[field.name];
    if (!isSame(field, written, draft.base?.[field.name])) shared[field.name] = written;
  }
  return { ...draft.content, shared };
}

export function useActForm(whole: EventType, form: ActFormProps) {
  const [type] = useState(() => sectionOf(whole, form));
  const [base] = useState(() => baseOf(type, form));
  const say = useActWords();
  const label = useLabel();
  const session = useSession();
  const subjects = subjectsOf(form);
  const isRestricted = isRestrictedMatter(type);
  const about = subjects.length === 0 ? "new" : subjects.map(({ kind, key }) => `${kind}:${key}`).join(",");
  const name = draftName(session.data?.name ?? "", type.name, about);
  const began = JSON.stringify([form.preset, form.presetOn, form.presetAuthority, form.changes?.fields]);
  const [kept, setKept] = useState(() => {
    const draft = keptDraft<Draft>(name, isRestricted);
    return draft?.began === began ? draft : undefined;
  });
  const [content, setContent] = useState<Content>(() =>
    kept ? takenUp(type, kept, base) : firstContent(type, form, base),
  );
  const [offered, setOffered] = useState(() => kept?.proposed ?? proposedKey(type.subject, today().slice(0, 4)));
  const proposed = keyInYear(offered, content.on);
  const [isChanged, setChanged] = useState(false);
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const [summaryAt, setSummaryAt] = useState(0);
  const [growth, setGrowth] = useState<Growth>();

  const made = madeOf(type, content, subjects, proposed, base);
  const sending = useSending(type, made, kept?.attempt);
  const grown = useGrowth(subjects.length === 1 ? subjects[0] : undefined);
  const { attempt } = sending;
  const draft = useDraft({
    name,
    isRestricted,
    isChanged,
    draft: (): Omit<Draft, "savedAt"> => ({
      content,
      began,
      proposed,
      ...(base ? { base } : {}),
      ...(attempt.current ? { attempt: attempt.current } : {}),
    }),
  });

  const labelOf = (field: string): string => {
    if (field === "effective_on") return say("effectiveOn");
    if (field === "subject") return type.opens ? say("key") : say("subject");
    if (field.startsWith("authority.")) return say("authority");
    return label(type.fields.find((each) => `data.${each.name}` === field)?.label);
  };
  const local = made.faults.map(({ field, of, fault }): Fault => {
    const found: Fault = { field, code: fault, text: say(fault, { label: labelOf(field) }) };
    return of === undefined ? found : { ...found, of };
  });
  const isTried = summaryAt > 0;
  const faults = [...(isTried ? local : []), ...sending.refused];
  /** Before it is sent only what one has been past is found fault with. */
  const shown = isTried
    ? faults
    : faults.filter(({ field, of }) => field === "" || touched.has(`${field} ${of ?? ""}`));
  if (isTried && faults.length === 0) setSummaryAt(0);

  const change = (field: string, of: string | undefined, next: (before: Content) => Content) => {
    setContent(next);
    setChanged(true);
    sending.forget(field, of);
  };
  const touch = (field: string, of?: string) => {
    const named = `${field} ${of ?? ""}`;
    if (!touched.has(named)) setTouched(new Set([...touched, named]));
    draft.flush();
  };

  const record = async () => {
    setGrowth(undefined);
    sending.nameAttempt();
    draft.flush();
    const answer = await sending.send(made.events, made.lines);
    if (Array.isArray(answer)) {
      draft.flush();
      setSummaryAt((before) => before + 1);
      return;
    }
    draft.drop(true);
    const key = made.events[0]?.subject ?? "";
    const fullName = content.shared.full_name ?? content.shared.name;
    const opened = [{ kind: type.subject, key, label: typeof fullName === "string" ? fullName : key }];
    sayRecorded({ type: type.name, subjects: type.opens ? opened : made.lines, receipt: answer });
    form.onDone(answer);
  };

  return {
    type,
    isChange: base !== undefined,
    content,
    subjects,
    made,
    proposed,
    faults,
    shown,
    isTried,
    summaryAt,
    labelOf,
    growth,
    sending,
    touch,
    setField: (field: string, value: FieldValue) =>
      change(`data.${field}`, undefined, (before) => ({ ...before, shared: { ...before.shared, [field]: value } })),
    setOwn: (key: string, field: string, value: FieldValue) =>
      change(`data.${field}`, key, (before) => ({
        ...before,
        own: { ...before.own, [key]: { ...before.own[key], [field]: value } },
      })),
    setContent: (field: string, part: Partial<Content>) =>
      change(field, undefined, (before) => ({ ...before, ...part })),
    propose: setOffered,
    send: () =>
      sending.alone(async () => {
        if (local.length > 0) {
          setSummaryAt((before) => before + 1);
          return;
        }
        const found = await grown.look().catch(() => undefined);
        if (found) setGrowth(found);
        else await record();
      }),
    goOn: () =>
      sending.alone(async () => {
        if (growth) grown.accept(growth);
        await record();
      }),
    lookAgain: () => setGrowth(undefined),
    draft: {
      savedAt: draft.savedAt,
      restoredAt: kept?.savedAt,
      startAnew: () => {
        draft.drop(false);
        setKept(undefined);
        attempt.current = undefined;
        setContent(firstContent(type, form, base));
        setChanged(false);
        setSummaryAt(0);
      },
    },
  };
}

export type ActFormState = ReturnType<typeof useActForm>;
