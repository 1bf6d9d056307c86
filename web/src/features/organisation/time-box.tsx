// Which day is looked at, and by which books: in the address, and said in a band where it is not today.
import { Alert, Button, Group, Stack } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { History } from "lucide-react";
import type { ReactNode } from "react";
import { useAddress } from "../../lib/address";
import { shownDay, shownMoment } from "../../lib/day";
import { MomentFields } from "../../parts/scope/moment-fields";
import { DayField } from "../../ui/day-field";
import { Disclosure } from "../../ui/disclosure";
import { useMoment } from "./places";
import { useOrganisationWords } from "./words";

/** `more`: what the day brings with it, said in the band. */
export function TimeBox({ more }: { more?: ReactNode }) {
  const say = useOrganisationWords();
  const { set } = useAddress();
  const { on, asKnown } = useMoment();
  const isNarrow = useMediaQuery("(max-width: 640px)", undefined, { getInitialValueInEffect: false });
  const fields = (
    <Group gap="md" align="flex-end" className="no-print">
      <DayField
        label={say("onDay")}
        value={on}
        onChange={(day, written) => {
          if (day !== undefined || written.trim() === "") set({ ngay: day }, { push: true });
        }}
      />
      <MomentFields
        label={say("asKnown")}
        value={asKnown}
        onChange={(moment) => set({ biet: moment }, { push: true })}
      />
    </Group>
  );
  return (
    <Stack gap="sm">
      {isNarrow ? (
        <div className="no-print">
          <Disclosure summary={say("otherDay")}>{fields}</Disclosure>
        </div>
      ) : (
        fields
      )}
      {(on || asKnown) && (
        <Alert color="warn" icon={<History aria-hidden />}>
          <Group justify="space-between" gap="sm">
            <span>
              {[
                on && say("pastDay", { day: shownDay(on) }),
                asKnown && say("pastBooks", { moment: shownMoment(asKnown) }),
              ]
                .filter(Boolean)
                .join(" ")}{" "}
              {more}
            </span>
            <Button variant="default" h={44} onClick={() => set({ ngay: undefined, biet: undefined }, { push: true })}>
              {say("today")}
            </Button>
          </Group>
        </Alert>
      )}
    </Stack>
  );
}
