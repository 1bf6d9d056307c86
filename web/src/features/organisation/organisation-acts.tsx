// The acts on an organisation. Those that change the tree show what they would change before they are recorded,
// and afterwards the tree as of that day.
import { lazy, Suspense, useRef } from "react";
import { useNavigate } from "react-router";
import type { Organisation, Receipt } from "../../api/records";
import { keptOf, useAddress } from "../../lib/address";
import { today } from "../../lib/day";
import type { ActDraft } from "../../parts/act/kinds";

const ActDrawer = lazy(async () => ({ default: (await import("../../parts/act/act-drawer")).ActDrawer }));
const Preview = lazy(async () => ({ default: (await import("./preview")).Preview }));

export const founding = "organisation.founded";
const reorganisations = new Set(
  ["founded", "renamed", "moved", "converted", "merged", "ended"].map((act) => `organisation.${act}`),
);

export function OrganisationActs({ organisation }: { organisation: Organisation }) {
  const { get, values } = useAddress();
  const navigate = useNavigate();
  const day = useRef<string>(undefined);
  const isOpened = useRef(false);
  const { key, label } = organisation;
  // Kept from then on: what was recorded is said once the form is gone.
  if (get("lam") !== undefined) isOpened.current = true;
  if (!isOpened.current) return null;

  const previewOf = (type: string) => {
    if (!reorganisations.has(type)) return undefined;
    return (draft: ActDraft) => (
      <Suspense fallback={null}>
        <Preview
          draft={draft}
          organisation={organisation}
          onDay={(next) => {
            day.current = next;
          }}
        />
      </Suspense>
    );
  };
  const onDone = (receipt: Receipt, type: string) => {
    // What waits for a second person has changed nothing yet.
    if (!reorganisations.has(type) || receipt.waiting) return false;
    const next = new URLSearchParams(keptOf(values));
    if (day.current && day.current !== today()) next.set("ngay", day.current);
    void navigate(`/to-chuc/${encodeURIComponent(key)}?${next}`, { replace: true });
    return true;
  };
  return (
    <Suspense fallback={null}>
      <ActDrawer
        subject={{ kind: "organisation", key, label }}
        {...(get("lam") === founding && { preset: { parent: key }, labels: { [`organisation:${key}`]: label } })}
        previewOf={previewOf}
        onDone={onDone}
      />
    </Suspense>
  );
}
