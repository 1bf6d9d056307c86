// Changes some fields of a record by an event that amends: only what differs is recorded, with the day from
// which it holds and the paper that it rests on.
import { useCatalogue } from "../../api/catalogue";
import { type Known, type Receipt, useRecord } from "../../api/records";
import { ErrorState, Loading } from "../../ui/states";
import { ActForm } from "./act-form";
import type { Subject } from "./kinds";
import { useActWords } from "./words";

interface Section {
  /** The event that changes: person.details_changed; any that `amends`. */
  type: string;
  subject: Subject;
  /** Which fields of the event, in this order. */
  fields: string[];
  /** What they are now: `fields` of the record's state. */
  known: Record<string, Known>;
  onDone: (receipt: Receipt) => void;
  onCancel: () => void;
}

export function ChangeSection({ fields, known, ...form }: Section) {
  return <ActForm {...form} changes={{ fields, known }} />;
}

/** The same, of a record that is still to be asked for. */
export function ChangeOf(section: Omit<Section, "known">) {
  const say = useActWords();
  const { data } = useCatalogue();
  const list = data?.lists.find(({ subject, record }) => subject === section.subject.kind && record)?.name;
  if (!list) return <Loading what={say("formOf")} />;
  return <Recorded {...section} list={list} />;
}

function Recorded({ list, ...section }: Omit<Section, "known"> & { list: string }) {
  const say = useActWords();
  const record = useRecord(list, section.subject.key);
  if (record.isPending) return <Loading what={say("formOf")} />;
  if (record.isError) return <ErrorState error={record.error} retry={() => void record.refetch()} />;
  return <ChangeSection {...section} known={record.data.fields} />;
}
