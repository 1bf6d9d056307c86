// The form that the address names, in a drawer over the screen; Back closes it, and what was written stays.
import { Drawer } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useState } from "react";
import { useLocation, useNavigate } from "react-router";
import { useCatalogue } from "../../api/catalogue";
import { type Receipt, useHistory } from "../../api/records";
import { useAddress } from "../../lib/address";
import { useLabel } from "../../lib/words";
import { ErrorState, Loading } from "../../ui/states";
import { OrganisationPicker } from "../pick/organisation-picker";
import { PersonPicker } from "../pick/person-picker";
import type { Picked } from "../pick/picked";
import { SubjectPicker } from "../pick/subject-picker";
import classes from "./act.module.css";
import { aboutOf, namesInAddress, voiding } from "./act-address";
import { ActForm } from "./act-form";
import { useBatch } from "./batch";
import { ChangeOf } from "./change-section";
import type { ActFormProps, Subject } from "./kinds";
import { useKnownLabel } from "./known-label";
import { RecordedLine } from "./recorded-line";
import { VoidForm } from "./void-form";
import { useActWords } from "./words";

interface ActDrawerProps {
  /** The record that the screen shows; acts without `lam_ve` in the address are about it. */
  subject?: Subject;
  /** Data to begin with, by the name of the field. */
  preset?: Record<string, unknown>;
  /** Labels of what the preset names: "organisation:CQ-01-01". */
  labels?: Record<string, string>;
  /** What stands beside the form of a type of act, where it has something to show beforehand. */
  previewOf?: (type: string) => ActFormProps["preview"] | undefined;
  /** Where it answers true it went elsewhere itself, in place of the form's address. */
  onDone?: (receipt: Receipt, type: string) => unknown;
}

export function ActDrawer({ subject, preset, labels, previewOf, onDone }: ActDrawerProps) {
  const label = useLabel();
  const say = useActWords();
  const { data } = useCatalogue();
  const { values, set } = useAddress();
  const { state } = useLocation();
  const navigate = useNavigate();
  const isPhone = useMediaQuery("(max-width: 640px)");
  const name = values.get("lam") ?? undefined;
  const batch = useBatch(values);
  const close = () => {
    // Opened from this screen: one step back. Opened by its address: this step is changed.
    if ((state as { opened?: boolean } | null)?.opened) navigate(-1);
    else set(Object.fromEntries(namesInAddress.map((each) => [each, undefined])));
  };
  const type = data?.events.find((event) => event.name === name);
  const title = name === voiding ? say("void") : type ? label(type.label) : say("form");
  const preview = name === undefined ? undefined : previewOf?.(name);
  const isWide = batch.length > 1 || preview !== undefined;
  return (
    <>
      <Drawer
        opened={name !== undefined}
        onClose={close}
        position="right"
        size={isPhone ? "100%" : isWide ? 1040 : 680}
        title={title}
        classNames={{ title: classes.title ?? "", content: classes.drawer ?? "" }}
        closeButtonProps={{ "aria-label": say("cancel"), size: 44 }}
        // What was written is kept; a press beside the drawer is more often a slip than a wish.
        closeOnClickOutside={false}
        transitionProps={{ transition: "fade", duration: 100 }}
      >
        {name && (
          <Opened
            key={namesInAddress.map((each) => values.getAll(each)).join("|")}
            name={name}
            values={values}
            subject={subject}
            batch={batch}
            preset={preset}
            labels={labels}
            preview={preview}
            onDone={(receipt) => {
              if (onDone?.(receipt, name) !== true) close();
            }}
            onCancel={close}
          />
        )}
      </Drawer>
      <RecordedLine />
    </>
  );
}

interface OpenedProps {
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

function Opened({ name, values, subject, batch, preset, labels, preview, onDone, onCancel }: OpenedProps) {
  const say = useActWords();
  const { data } = useCatalogue();
  const [chosen, setChosen] = useState<Picked>();
  const type = data?.events.find((event) => event.name === name);
  const [first] = aboutOf(values);
  const own = first
    ? subject && first.kind === subject.kind && first.key === subject.key
      ? subject
      : undefined
    : subject;
  const called = useKnownLabel(first?.kind ?? "", first?.key, first !== undefined && own === undefined);
  const about = own ?? (first ? { ...first, label: called ?? first.key } : undefined);
  const common = { onDone, onCancel, ...(preview ? { preview } : {}) };
  const entry = values.get("lam_muc");
  if (!data) return <Loading what={say("formOf")} />;
  if (name === voiding && about && entry) return <Entry subject={about} seq={Number(entry)} {...common} />;
  const fields = values.getAll("lam_truong");
  if (fields.length > 0 && about) return <ChangeOf type={name} subject={about} fields={fields} {...common} />;
  if (batch.length > 1) return <ActForm type={name} subjects={batch} {...common} />;
  if (type?.opens) {
    return <ActForm type={name} {...(preset ? { preset } : {})} {...(labels ? { labels } : {})} {...common} />;
  }
  if (about && about.kind === type?.subject) return <ActForm type={name} subject={about} {...common} />;
  if (chosen && type) return <ActForm type={name} subject={{ kind: type.subject, ...chosen }} {...common} />;
  const choosing = { label: say("chooseFirst"), value: undefined, onChange: setChosen };
  if (type?.subject === "person") return <PersonPicker {...choosing} />;
  if (type?.subject === "organisation") return <OrganisationPicker {...choosing} />;
  const list = data.lists.find(({ subject: kind, record }) => kind === type?.subject && record)?.name;
  return list ? <SubjectPicker {...choosing} among={{ list }} /> : <p>{say("unknownAct")}</p>;
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
