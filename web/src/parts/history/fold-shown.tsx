// Many entries of one kind in one year, folded into one line until they are asked for.
import { Button, Text } from "@mantine/core";
import { ChevronDown, ChevronRight } from "lucide-react";
import { useContext, useState } from "react";
import { shownDay } from "../../lib/day";
import { shownNumber } from "../../lib/number";
import { HistoryContext } from "./context";
import { EntryShown } from "./entry";
import { type Fold, holds } from "./folding";
import { eventLabel, moneyOf } from "./reading";
import classes from "./timeline.module.css";
import { useHistoryWords } from "./words";

export function FoldShown({ fold }: { fold: Fold }) {
  const { reader, asked } = useContext(HistoryContext);
  const say = useHistoryWords();
  const [isOpenedByHand, setOpenedByHand] = useState<boolean>();
  if (!reader) return null;
  const isAsked = asked !== undefined && fold.entries.some((entry) => holds(entry, asked));
  const isOpen = isOpenedByHand ?? isAsked;
  const [newest, oldest] = [fold.entries[0], fold.entries[fold.entries.length - 1]];
  const label = eventLabel(fold.type, reader);
  const money = moneyOf(
    fold.entries.map((entry) => entry.event),
    reader.catalogue,
  );
  const about = [
    newest &&
      oldest &&
      say("foldedDays", { from: shownDay(oldest.event.effective_on), to: shownDay(newest.event.effective_on) }),
    money !== undefined && say("foldedMoney", { amount: shownNumber(money, reader.language) }),
  ].filter(Boolean);
  const Icon = isOpen ? ChevronDown : ChevronRight;
  return (
    <>
      <Button
        variant="subtle"
        mih={44}
        h="auto"
        px={4}
        justify="flex-start"
        aria-expanded={isOpen}
        leftSection={<Icon size={20} aria-hidden />}
        onClick={() => setOpenedByHand(!isOpen)}
        styles={{ label: { whiteSpace: "normal", textAlign: "left", overflow: "visible", height: "auto" } }}
      >
        {say("folded", { label, count: fold.entries.length })}
      </Button>
      <Text c="dimmed" size="xs">
        {about.join(", ")}
      </Text>
      {isOpen && (
        <ul className={classes.list}>
          {fold.entries.map((entry) => (
            <li key={entry.event.seq} className={classes.item}>
              <EntryShown entry={entry} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
