// One layer of a cross-table, with its sums; each number opens its list.
import { Count } from "./count";
import type { Layer } from "./cross-table";
import classes from "./statistics.module.css";
import { useStatisticsWords } from "./words";

interface TableProps {
  layer: Layer;
  /** What is crossed: "Giới tính theo Dân tộc". */
  label: string;
  rowsLabel: string;
}

export function Table({ layer, label, rowsLabel }: TableProps) {
  const say = useStatisticsWords();
  const name = layer.label ? `${label}: ${layer.label}` : label;
  const mark = (row: string, column: string) => (column ? `${row}, ${column}` : row);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section className={classes.box} tabIndex={0} aria-label={name}>
      <table className={classes.table}>
        <caption className={layer.label ? classes.caption : "visually-hidden"}>{layer.label ?? label}</caption>
        <thead>
          <tr>
            <th scope="col">{rowsLabel}</th>
            {layer.columns.map((column) => (
              <th key={column.label} scope="col" className={classes.number}>
                {column.label}
              </th>
            ))}
            <th scope="col" className={classes.number}>
              {say("all")}
            </th>
          </tr>
        </thead>
        <tbody>
          {layer.rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">{row.label}</th>
              {row.cells.map((cell, index) => {
                const column = layer.columns[index]?.label ?? "";
                return (
                  <td key={column} className={classes.number}>
                    <Count cell={cell} name={mark(row.label, column)} />
                  </td>
                );
              })}
              <td className={`${classes.number} ${classes.sum}`}>
                <Count cell={row.all} name={row.label} />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{say("all")}</th>
            {layer.columns.map((column) => (
              <td key={column.label} className={classes.number}>
                <Count cell={column.all} name={column.label} />
              </td>
            ))}
            <td className={classes.number}>
              <Count cell={layer.all} name={say("all")} />
            </td>
          </tr>
        </tfoot>
      </table>
    </section>
  );
}
