// The table once more as bars, each mark a link; on phones a list, since a finger needs more room.
import { useMediaQuery } from "@mantine/hooks";
import { scaleBand, scaleLinear } from "@visx/scale";
import { Bar } from "@visx/shape";
import { Fragment, type ReactNode } from "react";
import { Link } from "react-router";
import { shownNumber } from "../../lib/number";
import { useLanguage } from "../../lib/words";
import { Count, usePageOf } from "./count";
import type { Cell, Layer } from "./cross-table";
import classes from "./statistics.module.css";
import { useStatisticsWords } from "./words";

const width = 960;
const names = 240;
const counts = 90;
const rowHeight = 34;
/** More parts than these cannot be told apart in one bar. */
const mostParts = 6;

export function Chart({ layer, label }: { layer: Layer; label: string }) {
  const isNarrow = useMediaQuery("(max-width: 640px)", undefined, { getInitialValueInEffect: false });
  return isNarrow ? <AsList layer={layer} /> : <Bars layer={layer} label={label} />;
}

function AsList({ layer }: { layer: Layer }) {
  return (
    <ul className={classes.list}>
      {layer.rows.map((row) => (
        <li key={row.key} className="card">
          <strong>{row.label}</strong> <Count cell={row.all} name={row.label} />
          {layer.columns.length > 0 && (
            <dl>
              {layer.columns.map((column, index) => (
                <div key={column.label}>
                  <dt>{column.label}</dt>
                  <dd>
                    <Count cell={row.cells[index] ?? row.all} name={`${row.label}, ${column.label}`} />
                  </dd>
                </div>
              ))}
            </dl>
          )}
        </li>
      ))}
    </ul>
  );
}

function Bars({ layer, label }: { layer: Layer; label: string }) {
  const say = useStatisticsWords();
  const language = useLanguage();
  const isParted = layer.columns.length > 1 && layer.columns.length <= mostParts;
  const height = layer.rows.length * rowHeight;
  const most = Math.max(...layer.rows.map((row) => lengthOf(row.all, row.cells)), 1);
  const along = scaleLinear({ domain: [0, most], range: [0, width - names - counts] });
  const down = scaleBand({ domain: layer.rows.map(({ key }) => key), range: [0, height], padding: 0.25 });
  return (
    <figure className={classes.figure}>
      {isParted && <Legend columns={layer.columns.map((column) => column.label)} />}
      {/* biome-ignore lint/a11y/useSemanticElements: a drawing cannot be a fieldset */}
      <svg viewBox={`0 0 ${width} ${height}`} className={classes.chart} role="group" aria-label={label}>
        {layer.rows.map((row) => {
          const y = down(row.key) ?? 0;
          const middle = y + down.bandwidth() / 2;
          const place = { y, height: down.bandwidth() };
          let x = names;
          const parts = isParted ? row.cells : [row.all];
          const marks = parts.map((cell, index) => {
            const size = along(cell.count ?? 0);
            const column = layer.columns[index]?.label ?? "";
            const count = shownNumber(cell.count, language);
            const name = isParted
              ? say("mark", { row: row.label, column, count })
              : say("markOne", { row: row.label, count });
            const mark = <Bar {...place} x={x} width={Math.max(size - (isParted ? 1 : 0), 0)} data-part={index} />;
            x += size;
            return (
              <Mark key={name} cell={cell} name={name}>
                {mark}
              </Mark>
            );
          });
          return (
            <Fragment key={row.key}>
              <text x={names - 10} y={middle} className={classes.name}>
                {shortened(row.label)}
              </text>
              {marks}
              <text x={x + 8} y={middle} className={classes.count}>
                {row.all.count === null ? say("small") : shownNumber(row.all.count, language)}
              </text>
            </Fragment>
          );
        })}
      </svg>
    </figure>
  );
}

function Mark({ cell, name, children }: { cell: Cell; name: string; children: ReactNode }) {
  const to = usePageOf()(cell);
  if (!to || cell.count === 0) return <g>{children}</g>;
  return (
    <Link to={to} aria-label={name} className={classes.mark}>
      <title>{name}</title>
      {children}
    </Link>
  );
}

function Legend({ columns }: { columns: string[] }) {
  return (
    <ul className={classes.legend}>
      {columns.map((column, index) => (
        <li key={column}>
          <span className={classes.swatch} data-part={index} aria-hidden /> {column}
        </li>
      ))}
    </ul>
  );
}

/** A sum that is hidden still has a length: that of its parts which are not. */
function lengthOf(all: Cell, parts: Cell[]): number {
  return all.count ?? parts.reduce((sum, { count }) => sum + (count ?? 0), 0);
}

function shortened(label: string): string {
  return label.length > 30 ? `${label.slice(0, 29)}…` : label;
}
