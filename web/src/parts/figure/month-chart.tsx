// Twelve bars; each is a link to what happened in its month, or of a stock to what there was at its end.
import { Bar } from "@visx/shape";
import { Fragment } from "react";
import { unknown } from "../../lib/number";
import classes from "./chart.module.css";
import { FigureLink } from "./question";
import { useShown } from "./unit";
import { useFigureWords } from "./words";

const width = 480;
const height = 150;
const top = 22;
const bottom = 22;
const step = width / 12;
/** What of a step is left free between two bars. */
const gap = 0.25;
const band = step * (1 - gap);
export const months = Array.from({ length: 12 }, (_, index) => index + 1);

export interface MonthsOf {
  name: string;
  label: string;
  unit: string;
  values: (number | null)[];
  year: number;
  org: string;
  /** Whoever asks may not open the list. */
  closed?: boolean | undefined;
  /** Where it stands above the chart already. */
  hidesLabel?: boolean;
}

export function MonthChart({ name, label, unit, values, year, org, closed, hidesLabel = false }: MonthsOf) {
  const say = useFigureWords();
  const shown = useShown();
  const most = Math.max(...values.map((value) => value ?? 0), 1);
  const up = (height - top - bottom) / most;
  return (
    <figure className={classes.figure}>
      {!hidesLabel && <figcaption className={classes.caption}>{label}</figcaption>}
      {/* biome-ignore lint/a11y/useSemanticElements: a drawing cannot be a fieldset */}
      <svg viewBox={`0 0 ${width} ${height}`} className={classes.chart} role="group" aria-label={label}>
        {months.map((month) => {
          const value = values[month - 1] ?? null;
          const size = (value ?? 0) * up;
          const x = (month - 1 + gap / 2) * step;
          const middle = x + band / 2;
          const text = value === null ? unknown : shown(value, unit === "percent" ? undefined : unit);
          const spoken = `${say("month", { month, year })}: ${text}`;
          const mark = (
            <>
              <rect x={x} y={0} width={band} height={height} className={classes.hit} />
              <Bar x={x} y={height - bottom - size} width={band} height={Math.max(size, 1)} className={classes.mark} />
            </>
          );
          return (
            <Fragment key={month}>
              {value === null || closed ? (
                mark
              ) : (
                <FigureLink asked={{ name, org, year, month }} name={spoken} className={classes.link} otherwise={mark}>
                  {mark}
                </FigureLink>
              )}
              <text x={middle} y={height - bottom - size - 5} className={classes.value}>
                {text}
              </text>
              <text x={middle} y={height - 5} className={classes.tick}>
                {month}
              </text>
            </Fragment>
          );
        })}
      </svg>
    </figure>
  );
}
