// A number of the party's books. It is always a link to the list behind it; where there is none, it says why,
// and a number that has neither is not shown at all.
import { Group, Stack, Text } from "@mantine/core";
import { Lock } from "lucide-react";
import type { ReactNode } from "react";
import type { Label } from "../../api/catalogue";
import type { Structure, Target } from "../../api/figures";
import { unknown } from "../../lib/number";
import { useLabel } from "../../lib/words";
import { difference } from "./difference";
import classes from "./figure.module.css";
import { FigureLink, useMaySeeList } from "./question";
import { TargetBar } from "./target-bar";
import { useShown, useUnit } from "./unit";
import { useFigureWords } from "./words";

interface Asking {
  name: string;
  label: string | Label;
  value: number | null | undefined;
  unit?: string | undefined;
  org?: string | undefined;
  year?: number | undefined;
  month?: number | undefined;
  structure?: Structure | undefined;
  asKnown?: string | undefined;
  hidden?: string | undefined;
  /** Whoever asks may not open the list behind it. */
  closed?: boolean | undefined;
  /** Why there is no list to open; without it and without a list the number is refused. */
  noList?: string | undefined;
}

export interface FigureNumber extends Asking {
  /** The number as it stands in a sentence. */
  children?: ReactNode;
  hasUnit?: boolean;
  className?: string | undefined;
}

export function useLabelOf(): (label: string | Label) => string {
  const say = useLabel();
  return (label) => (typeof label === "string" ? label : say(label));
}

/** The number alone, as in a table or a sentence. */
export function FigureNumber(props: FigureNumber) {
  const { value, unit, hidden, closed, noList, children, hasUnit = false, className } = props;
  const say = useFigureWords();
  const shown = useShown();
  const label = useLabelOf()(props.label);
  const maySeeList = useMaySeeList();
  if (hidden) return <Hidden text={hidden} why={say("small")} className={className} />;
  if (value === null || (value === undefined && children === undefined)) {
    return (
      <span className={className}>
        {unknown}
        <span className="visually-hidden"> {say("notKnown")}</span>
      </span>
    );
  }
  const text = (
    <>
      {children ?? shown(value, unit)}
      {hasUnit && unit !== "percent" && <Unit unit={unit} />}
    </>
  );
  if (noList) {
    return (
      <span title={noList} className={className}>
        {text}
        <span className="visually-hidden"> ({noList})</span>
      </span>
    );
  }
  const refused = (
    <span className={className} title={say("noList")}>
      {unknown}
      <span className="visually-hidden"> {say("noList")}</span>
    </span>
  );
  const { name, org, year, month, structure, asKnown } = props;
  const asked = { name, org, year, month, structure, asKnown };
  if (closed || !maySeeList) {
    return <Hidden text={text} why={say(maySeeList ? "restricted" : "sumOnly")} className={className} />;
  }
  return (
    <FigureLink
      asked={asked}
      title={say("open", { label })}
      className={[classes.link, className].filter(Boolean).join(" ")}
      otherwise={refused}
    >
      {text}
    </FigureLink>
  );
}

function Unit({ unit }: { unit: string | undefined }) {
  return <span className={classes.unit}> {useUnit()(unit)}</span>;
}

function Hidden({ text, why, className }: { text: ReactNode; why: string; className?: string | undefined }) {
  return (
    <span title={why} className={className}>
      {text} <Lock size={16} aria-hidden className={classes.lock} />
      <span className="visually-hidden"> {why}</span>
    </span>
  );
}

export interface FigureProps extends Asking {
  previous?: number | null | undefined;
  /** What is told instead of last year's number, where that is too small to be told. */
  previousHidden?: string | undefined;
  target?: Target | undefined;
  /** A second number of the same card: how many people are in these classes. */
  beside?: ReactNode;
  children?: ReactNode;
}

/** A card: the number, what it counts, the year before, and what was aimed at. */
export function Figure(props: FigureProps) {
  const { label, value, unit, previous, previousHidden, target, hidden, beside, children } = props;
  const say = useFigureWords();
  return (
    <Stack gap={4} className={classes.card}>
      <Group gap="sm" align="baseline">
        <FigureNumber {...props} hasUnit className={classes.number}>
          {undefined}
        </FigureNumber>
        {beside}
      </Group>
      <Text fw={600}>{useLabelOf()(label)}</Text>
      {hidden && (
        <Text size="sm" c="dimmed">
          {say("small")}
        </Text>
      )}
      {previous !== undefined && !hidden && (
        <Before value={value} previous={previous} hidden={previousHidden} unit={unit} year={props.year} />
      )}
      {target && <TargetBar value={value ?? null} target={target} unit={unit ?? ""} />}
      {children}
    </Stack>
  );
}

interface Change {
  value: number | null | undefined;
  previous: number | null;
  hidden: string | undefined;
  unit: string | undefined;
  year?: number | undefined;
}

function Before({ value, previous, hidden, unit, year }: Change) {
  const say = useFigureWords();
  const number = useShown()(previous, unit);
  const shown = hidden ?? number;
  const change = useDifference()(value, previous, unit);
  const said = year ? say("previous", { year: year - 1, value: shown }) : say("lastYear", { value: shown });
  return (
    <Text size="sm" c="dimmed">
      {hidden ? <Hidden text={said} why={say("small")} /> : said}
      {change && ` · ${change}`}
    </Text>
  );
}

/** "tăng 27", "giảm 3,75 điểm %"; empty where one of the two is not known. */
export function useDifference() {
  const say = useFigureWords();
  const shown = useShown();
  return (value: number | null | undefined, previous: number | null | undefined, unit: string | undefined): string => {
    const by = difference(value, previous);
    if (by === undefined) return "";
    if (by === 0) return say("same");
    const size = shown(Math.abs(by), undefined);
    return say(by > 0 ? "more" : "less", { count: unit === "percent" ? say("points", { value: size }) : size });
  };
}
