// For whom and when a page tells its figures. Each choice is a step that Back undoes.
import { Alert, Button, Group } from "@mantine/core";
import { History } from "lucide-react";
import { useOrganisation } from "../../api/records";
import { useAddress } from "../../lib/address";
import { FoldOnPhone } from "../../ui/fold-on-phone";
import { SelectAtOnce } from "../../ui/select-at-once";
import { LaterOrganisationPicker } from "../pick/later-organisation-picker";
import { shownKnown } from "./moment";
import { MomentFields } from "./moment-fields";
import { useScope } from "./use-scope";
import { useScopeWords } from "./words";
import { yearsToChoose } from "./years";

interface ScopeBarProps {
  year?: number | undefined;
  onYear?: (year: number) => void;
  /** Pages that tell the state on a day have no period, and so no choice of tree. */
  hasStructure?: boolean;
}

export function ScopeBar({ year, onYear, hasStructure = true }: ScopeBarProps) {
  const say = useScopeWords();
  const { set } = useAddress();
  const { org, structure, asKnown } = useScope();
  const organisation = useOrganisation(org);
  return (
    <section aria-label={say("scope")} className="no-print">
      <FoldOnPhone summary={say("scope")}>
        <Group gap="md" align="flex-start">
          <div style={{ flex: "1 1 280px", maxWidth: 480 }}>
            <LaterOrganisationPicker
              label={say("organisation")}
              value={org ? { key: org, label: organisation.data?.label ?? org } : undefined}
              // While one looks for another, the page stays with the one that it tells of.
              onChange={(picked) => picked && set({ pv: picked.key }, { push: true })}
            />
          </div>
          {onYear && (
            <SelectAtOnce
              label={say("year")}
              value={String(year ?? "")}
              data={yearsToChoose(year).map(String)}
              onChange={(chosen) => onYear(Number(chosen))}
            />
          )}
          {hasStructure && (
            <SelectAtOnce
              label={say("structure")}
              value={structure}
              data={[
                { value: "period_end", label: say("periodEnd") },
                { value: "event", label: say("event") },
              ]}
              onChange={(value) => set({ cay: value === "event" ? value : undefined }, { push: true })}
            />
          )}
          <MomentFields
            label={say("asKnown")}
            value={asKnown}
            onChange={(moment) => set({ biet: moment }, { push: true })}
          />
        </Group>
      </FoldOnPhone>
    </section>
  );
}

/** Said above everything that is shown as it once was known. */
export function PastNotice() {
  const say = useScopeWords();
  const { set } = useAddress();
  const { asKnown } = useScope();
  if (!asKnown) return null;
  return (
    <Alert color="warn" icon={<History aria-hidden />}>
      <Group justify="space-between" gap="sm">
        {say("past", { moment: shownKnown(asKnown) })}
        <Button variant="default" h={44} className="no-print" onClick={() => set({ biet: undefined }, { push: true })}>
          {say("now")}
        </Button>
      </Group>
    </Alert>
  );
}
