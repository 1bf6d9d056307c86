// A table of few rows. On phones each row is a card, with the column's name before each value.
import type { ReactNode } from "react";
import classes from "./plain-table.module.css";

export interface PlainColumn {
  name: string;
  label: string;
  isNumber?: boolean;
}

interface PlainTableProps {
  label: string;
  columns: PlainColumn[];
  rows: { key: string; cells: ReactNode[] }[];
  foot?: ReactNode[];
  /** On phones: how many values stand side by side in a card. */
  inCard?: 1 | 4;
}

// The roles are said since the cards' layout takes them from the elements.
export function PlainTable({ label, columns, rows, foot, inCard = 1 }: PlainTableProps) {
  return (
    // biome-ignore lint/a11y/noRedundantRoles: a card's layout would take it away
    <table role="table" aria-label={label} className={classes.table} data-in-card={inCard}>
      {/* biome-ignore lint/a11y/noRedundantRoles: as above */}
      <thead role="rowgroup">
        {/* biome-ignore lint/a11y/noRedundantRoles: as above */}
        <tr role="row">
          {columns.map((column) => (
            // biome-ignore lint/a11y/noRedundantRoles: as above
            <th key={column.name} role="columnheader" scope="col" className={column.isNumber ? classes.number : ""}>
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      {/* biome-ignore lint/a11y/noRedundantRoles: as above */}
      <tbody role="rowgroup">
        {rows.map((row) => (
          <Row key={row.key} columns={columns} cells={row.cells} />
        ))}
        {foot && <Row columns={columns} cells={foot} isFoot />}
      </tbody>
    </table>
  );
}

function Row({ columns, cells, isFoot }: { columns: PlainColumn[]; cells: ReactNode[]; isFoot?: boolean }) {
  return (
    // biome-ignore lint/a11y/noRedundantRoles: as above
    <tr role="row" className={isFoot ? classes.foot : ""}>
      {columns.map((column, index) =>
        index === 0 ? (
          // biome-ignore lint/a11y/noRedundantRoles: as above
          <th key={column.name} role="rowheader" scope="row">
            {cells[index]}
          </th>
        ) : (
          <td
            key={column.name}
            // biome-ignore lint/a11y/noRedundantRoles: as above
            role="cell"
            className={column.isNumber ? classes.number : ""}
            data-name={column.label}
            data-empty={cells[index] === "" || cells[index] === undefined || undefined}
          >
            {cells[index]}
          </td>
        ),
      )}
    </tr>
  );
}
