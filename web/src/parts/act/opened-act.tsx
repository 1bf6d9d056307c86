// What stands in the drawer: the form of an act, of a section, of a voiding; or first the choice whom it is about.
import { useState } from "react";
import { type EventType, useCatalogue } from "../../api/catalogue";
import { type Receipt, useHistory } from "../../api/records";
import { type Session, useSession } from "../../api/session";
import { ErrorState, Loading } from "../../ui/states";
import { OrganisationPicker } from "../pick/organisation-picker";
import { PersonPicker } from "../pick/person-picker";
import type { Picked } from "../pick/picked";
import { SubjectPicker } from "../pick/subject-picker";
import { aboutOf, voiding } from "./act-address";
import { ActForm } from "./act-form";
import { ChangeOf } from "./change-section";
import type { ActFormProps, Subject } from "./kinds";
import { useKnownLabel } from "./known-label";
import { VoidForm } from "./void-form";
import { useActWords } from "./words";

type Branch = Session["roles"][number]["organisation"] | undefined;

export interface OpenedProps {
  name: string;
  values: URLSearchParams;
  subject: Subject | undefined;
  batch: Subject[];
  preset: Record<string, unknown> | undefined;
  labels: Record<string, string> | undefined;
  preview: ActFormProps["preview"] | undefined;
  onDone: (receipt: Receipt) => void;
  onCancel: () => void;
}

export function OpenedAct({ name, values, subject, batch, preset, labels, preview, onDone, onCancel }: OpenedProps) {
  const say = useActWords();
  const { data } = useCatalogue();
  const branch = useOwnBranch();
  const [chosen, setChosen] = useState<Picked>();
  const type = data?.events.find((event) => event.name === name);
  const [first] = aboutOf(values);
  const own = first
    ? subject && first.kind === subject.kind && first.key === subject.key
      ? subject
      : undefined
    : subject;
  const called = useKnownLabel(first?.kind ?? "", first?.key, first !== undefined && own === undefined);
  const about = own ?? (first ? { ...first, label: called.label ?? (called.isAsking ? "…" : first.key) } : undefined);
  const common = { onDone, onCancel, ...(preview ? { preview } : {}) };
  const entry = values.get("lam_muc");
  if (!data) return <Loading what={say("formOf")} />;
  if (name === voiding && about && entry) return <Entry subject={about} seq={Number(entry)} {...common} />;
  // What amends a record begins with what the record says.
  const hasRecord = data.lists.some(({ subject: kind, record }) => kind === type?.subject && record);
  const named = values.getAll("lam_truong");
  const fields = named.length > 0 || !(type?.amends && hasRecord) ? named : type.fields.map((field) => field.name);
  if (fields.length > 0 && about && batch.length < 2)
    return <ChangeOf type={name} subject={about} fields={fields} {...common} />;
  if (batch.length > 1) return <ActForm type={name} subjects={batch} {...common} />;
  const begun = { ...(preset ? { preset } : {}), ...(labels ? { labels } : {}) };
  if (type?.opens) return <ActForm type={name} {...inScope(type, values.get("pv"), branch)} {...begun} {...common} />;
  if (type && about && about.kind === type.subject && entry)
    return <GoneOn type={type} subject={about} seq={Number(entry)} {...common} />;
  if (about && about.kind === type?.subject) return <ActForm type={name} subject={about} {...begun} {...common} />;
  if (chosen && type) return <ActForm type={name} subject={{ kind: type.subject, ...chosen }} {...begun} {...common} />;
  const choosing = { label: say("chooseFirst"), value: undefined, onChange: setChosen };
  if (type?.subject === "person") return <PersonPicker {...choosing} />;
  if (type?.subject === "organisation") return <OrganisationPicker {...choosing} />;
  const list = data.lists.find(({ subject: kind, record }) => kind === type?.subject && record)?.name;
  return list ? <SubjectPicker {...choosing} among={{ list }} /> : <p>{say("unknownAct")}</p>;
}

/**
 * What is new belongs to the organisation that is looked at (people belong to branches, which are chosen), or to
 * the one branch whose secretary writes.
 */
function inScope(type: EventType, looked: string | null, branch: Branch) {
  const field = type.fields.find(({ name, kind }) => kind === "organisation" && name !== "split_from");
  if (!field) return {};
  if (looked && type.subject !== "person") return { preset: { [field.name]: looked } };
  if (!branch) return {};
  return { preset: { [field.name]: branch.key }, labels: { [`organisation:${branch.key}`]: branch.label } };
}

/** The branch whose secretary is signed in, where it is one. */
function useOwnBranch(): Branch {
  const { data } = useSession();
  const kept = (data?.roles ?? []).filter(({ role }) => role !== "member");
  const [only] = kept;
  return kept.length === 1 && only?.role === "branch_secretary" ? only.organisation : undefined;
}

/** Goes on from an entry: what it says under the same name (which task, say) need not be chosen once more. */
function GoneOn({ type, subject, seq, ...common }: EntryProps & { type: EventType }) {
  const say = useActWords();
  const history = useHistory(subject.kind, subject.key);
  const found = history.data?.events.find((event) => event.seq === seq);
  // The form begins with it once, and stays as it is when the history is fetched anew.
  const [begun, setBegun] = useState<Pick<ActFormProps, "preset" | "labels">>();
  if (found && !begun) {
    const named = type.fields.filter(({ name }) => found.data?.[name] !== undefined);
    setBegun({
      preset: Object.fromEntries(named.map(({ name }) => [name, found.data?.[name]])),
      labels: history.data?.labels ?? {},
    });
  }
  if (begun) return <ActForm type={type.name} subject={subject} {...begun} {...common} />;
  if (history.isPending) return <Loading what={say("formOf")} />;
  if (history.isError) return <ErrorState error={history.error} retry={() => void history.refetch()} />;
  return <p>{say("unknownEntry")}</p>;
}

interface EntryProps {
  subject: Subject;
  seq: number;
  onDone: (receipt: Receipt) => void;
  onCancel: () => void;
}

function Entry({ subject, seq, ...common }: EntryProps) {
  const say = useActWords();
  const history = useHistory(subject.kind, subject.key);
  // What is shown is what was found first: once taken back, the entry is still the one to write anew.
  const [kept, setKept] = useState<{ event: NonNullable<typeof found>; labels: Record<string, string> }>();
  const found = history.data?.events.find((event) => event.seq === seq);
  if (found && !kept) setKept({ event: found, labels: history.data?.labels ?? {} });
  if (kept) return <VoidForm subject={subject} event={kept.event} labels={kept.labels} {...common} />;
  if (history.isPending) return <Loading what={say("formOf")} />;
  if (history.isError) return <ErrorState error={history.error} retry={() => void history.refetch()} />;
  return <p>{say("unknownEntry")}</p>;
}
