import { parse, stringify } from "@std/csv";
import { holds, VALIDATION_COLUMNS, type ValidationRow } from "../corpus/validation.ts";

/**
 * Puts new rows into the table `validation`: what was measured again replaces what stood
 * there for the same area and set, everything else stays as it is.
 *
 * @param text The table as CSV; empty where there is none.
 * @param rows New rows.
 * @returns The table as CSV.
 */
export function mergeRows(text: string, rows: readonly ValidationRow[]): string {
  const measured = new Set(rows.map(({ area, set }) => `${area}\t${set}`));
  const kept = text.trim() === ""
    ? []
    : (parse(text, { skipFirstRow: true }) as Record<string, string>[]).filter(
      ({ area, set }) => !measured.has(`${area}\t${set}`),
    );
  const written = rows.map((row) =>
    Object.fromEntries(
      VALIDATION_COLUMNS.map((name) => [name, String(row[name] ?? "")]),
    )
  );
  const order = ["facts", "read", "stance", "shift"];
  const all = [...kept, ...written].sort((a, b) =>
    order.indexOf(a.area) - order.indexOf(b.area)
  );
  return stringify(all, { columns: [...VALIDATION_COLUMNS], lineBreak: "\n" })
    .replaceAll("\r\n", "\n");
}

/** Writes rows as a table of text: what was measured, its interval, and what must hold. */
export function showRows(rows: readonly ValidationRow[]): string {
  const cells = rows.map((row) => {
    const { area, set, part, method, measure, value, low, high, n } = row;
    const interval = low === null ? "" : `${show(low)}–${show(high!)}`;
    const must = row.least !== null && row.most !== null
      ? `${show(row.least)}–${show(row.most)}`
      : row.least !== null
      ? `≥ ${show(row.least)}`
      : row.most !== null
      ? `≤ ${show(row.most)}`
      : "";
    const peer = row.peer === null ? "" : `${row.peer} ${show(row.peer_value ?? 0)}`;
    const mark = must === "" ? "" : holds(row) ? "holds" : "falls short";
    return [
      area,
      `${set} (${part}, ${method})`,
      measure,
      show(value),
      interval,
      String(n),
      must,
      mark,
      peer,
    ];
  });
  const table = [HEAD, ...cells];
  const widths = HEAD.map((_, i) => Math.max(...table.map((line) => line[i].length)));
  return table.map((line) =>
    line.map((cell, i) => cell.padEnd(widths[i])).join("  ").trimEnd()
  ).join("\n");
}

const HEAD = [
  "area",
  "measured on",
  "measure",
  "value",
  "95 % interval",
  "n",
  "must",
  "",
  "peer",
];

function show(value: number): string {
  return Math.abs(value) < 10 ? value.toFixed(3) : String(Math.round(value * 10) / 10);
}
