// The acts on an organisation. Those that change the tree show what they would change before they are recorded.
import { lazy, Suspense } from "react";
import type { Organisation } from "../../api/records";
import { useAddress } from "../../lib/address";

const ActDrawer = lazy(async () => ({ default: (await import("../../parts/act/act-drawer")).ActDrawer }));
const ReorganisationDrawer = lazy(async () => ({
  default: (await import("./reorganisation-drawer")).ReorganisationDrawer,
}));

export const founding = "organisation.founded";
const reorganisations = new Set(
  ["founded", "renamed", "moved", "converted", "merged", "ended"].map((act) => `organisation.${act}`),
);

export function OrganisationActs({ organisation }: { organisation: Organisation }) {
  const { get } = useAddress();
  const type = get("lam");
  if (type === undefined) return null;
  const { key, label } = organisation;
  return (
    <Suspense fallback={null}>
      {reorganisations.has(type) ? (
        <ReorganisationDrawer key={type} type={type} organisation={organisation} />
      ) : (
        <ActDrawer subject={{ kind: "organisation", key, label }} />
      )}
    </Suspense>
  );
}
