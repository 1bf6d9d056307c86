// The form of an act that changes the tree, and beside it what it would change. Once it is recorded, the tree
// is shown as of that day.
import { Drawer } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { useNavigate } from "react-router";
import { useCatalogue } from "../../api/catalogue";
import { forgetWhatIsShown, type Organisation, type Receipt } from "../../api/records";
import { keptOf, useAddress } from "../../lib/address";
import { today } from "../../lib/day";
import { useLabel } from "../../lib/words";
import { ActForm } from "../../parts/act/act-form";
import { founding } from "./organisation-acts";
import { Preview } from "./preview";

const closed = { lam: undefined, lam_ve: undefined, lam_muc: undefined };

export function ReorganisationDrawer({ type, organisation }: { type: string; organisation: Organisation }) {
  const label = useLabel();
  const { data } = useCatalogue();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { set, values } = useAddress();
  const day = useRef<string>(undefined);
  const subject = { kind: "organisation", key: organisation.key, label: organisation.label };
  const close = () => set(closed);
  const isFounding = type === founding;

  const done = (receipt: Receipt) => {
    void forgetWhatIsShown(client);
    // What waits for a second person has changed nothing yet.
    if (receipt.waiting) return close();
    const next = new URLSearchParams(keptOf(values));
    if (day.current && day.current !== today()) next.set("ngay", day.current);
    void navigate(`/to-chuc/${encodeURIComponent(organisation.key)}?${next}`);
  };

  return (
    <Drawer
      opened
      onClose={close}
      position="right"
      size="min(1100px, 100%)"
      title={label(data?.events.find(({ name }) => name === type)?.label)}
    >
      <ActForm
        type={type}
        {...(isFounding ? { preset: { parent: organisation.key } } : { subject })}
        labels={{ [`organisation:${organisation.key}`]: organisation.label }}
        preview={(draft) => (
          <Preview draft={draft} organisation={organisation} onDay={(next) => (day.current = next)} />
        )}
        onDone={done}
        onCancel={close}
      />
    </Drawer>
  );
}
