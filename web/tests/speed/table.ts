// What was measured beside what is allowed.
export interface Line {
  what: string;
  machine: string;
  value: number;
  limit: number;
  unit: "s" | "ms" | "" | "nodes";
}

const digits = { s: 2, ms: 0, "": 3, nodes: 0 };

export function printed(lines: Line[]): string {
  const number = (value: number, unit: Line["unit"]) => `${value.toFixed(digits[unit])} ${unit}`.trim();
  const rows = lines.map(({ what, machine, value, limit, unit }) => [
    machine,
    what,
    number(value, unit),
    number(limit, unit),
    value > limit ? "OVER" : "",
  ]);
  const head = ["machine", "what", "median", "limit", ""];
  const widths = head.map((name, column) => Math.max(name.length, ...rows.map((row) => (row[column] ?? "").length)));
  const line = (row: string[]) => `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`;
  return [line(head), line(widths.map((width) => "-".repeat(width))), ...rows.map(line)].join("\n");
}

export function over(lines: Line[]): string[] {
  return lines
    .filter(({ value, limit }) => !(value <= limit))
    .map(({ machine, what, value, limit }) => `${machine}: ${what} ${value} > ${limit}`);
}
