// A record as it stood on a past day, and as the books were known then: said in a band that cannot be missed.
import { Button, Group, Popover, Stack, Text } from "@mantine/core";
import { CalendarClock } from "lucide-react";
import { useState } from "react";
import { useAddress } from "../../lib/address";
import { shownDay, shownMoment } from "../../lib/day";
import { DayField } from "../../ui/day-field";
import classes from "./record.module.css";
import { useRecordWords } from "./words";

/** The day and the moment that the address asks for. */
export function useAsOf(): { on?: string; as_known?: string; isPast: boolean } {
  const { get } = useAddress();
  const [on, known] = [get("ngay"), get("biet")];
  return { ...(on && { on }), ...(known && { as_known: known }), isPast: on !== undefined || known !== undefined };
}

function momentShown(known: string): string {
  return known.length === 10
    ? shownDay(known)
    : shownMoment(/[zZ]|[+-]\d\d:\d\d$/.test(known) ? known : `${known}+07:00`);
}

export function useAsOfText(): string | undefined {
  const say = useRecordWords();
  const { on, as_known } = useAsOf();
  const parts = [
    on && say("asOf", { day: shownDay(on) }),
    as_known && say("asKnown", { moment: momentShown(as_known) }),
  ];
  const text = parts.filter(Boolean).join(", ");
  return text === "" ? undefined : text.charAt(0).toUpperCase() + text.slice(1);
}

export function AsOfBand() {
  const say = useRecordWords();
  const { set } = useAddress();
  const text = useAsOfText();
  if (text === undefined) return null;
  return (
    <div className={classes.then} role="status">
      <CalendarClock aria-hidden />
      <Text fw={600}>{text}</Text>
      <Text className="no-print">{say("asOfOnlyLook")}</Text>
      <Button
        h={44}
        ml="auto"
        className="no-print"
        onClick={() => set({ ngay: undefined, biet: undefined }, { push: true })}
      >
        {say("backToToday")}
      </Button>
    </div>
  );
}

export function AsOfChooser() {
  const say = useRecordWords();
  const { set } = useAddress();
  const at = useAsOf();
  const [isOpen, setOpen] = useState(false);
  const [on, setOn] = useState(at.on);
  const [known, setKnown] = useState(at.as_known?.slice(0, 10));
  const toggle = () => {
    // Back may have led to another day since.
    setOn(at.on);
    setKnown(at.as_known?.slice(0, 10));
    setOpen(!isOpen);
  };
  const show = () => {
    set({ ngay: on, biet: known, sua: undefined, lam: undefined }, { push: true });
    setOpen(false);
  };
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-end" trapFocus withinPortal shadow="md">
      <Popover.Target>
        <Button
          variant="default"
          h={44}
          className="no-print"
          leftSection={<CalendarClock size={20} aria-hidden />}
          onClick={toggle}
        >
          {say("otherDay")}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            show();
          }}
        >
          <Stack gap="md" maw={320}>
            <DayField label={say("day")} value={on} onChange={setOn} />
            <DayField label={say("known")} description={say("knownAbout")} value={known} onChange={setKnown} />
            <Group>
              <Button type="submit" h={44}>
                {say("look")}
              </Button>
            </Group>
          </Stack>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
