// Twelve numbers in a row of small fields, where bars would be too thin for a finger.
import { useMediaQuery } from "@mantine/hooks";
import classes from "./chart.module.css";
import { FigureNumber } from "./figure";
import { MonthChart, type MonthsOf, months } from "./month-chart";
import { useFigureWords } from "./words";

/** Bars, or on phones the numbers themselves; each leads to its list. */
export function MonthsShown(props: MonthsOf) {
  const isNarrow = useMediaQuery("(max-width: 640px)", undefined, { getInitialValueInEffect: false });
  return isNarrow ? <MonthList {...props} /> : <MonthChart {...props} />;
}

function MonthList({ name, label, unit, values, year, org, closed }: MonthsOf) {
  const say = useFigureWords();
  return (
    <ol className={classes.months} aria-label={label}>
      {months.map((month) => (
        <li key={month}>
          <span>{say("monthShort", { month })}</span>
          <FigureNumber
            name={name}
            label={label}
            value={values[month - 1] ?? null}
            unit={unit}
            org={org}
            closed={closed}
            year={year}
            month={month}
          />
        </li>
      ))}
    </ol>
  );
}
