import type { DataFrame } from "danfojs";
import { rowsOf } from "../corpus/frame.ts";

/**
 * Writes a frame as CSV (RFC 4180: comma, CRLF, quotes doubled, a header row; UTF-8).
 *
 * Nothing is lost: numbers have all their digits, a missing value is an empty field. A
 * text that a spreadsheet would take for a formula (it begins with `=`, `+`, `-`, `@`, a
 * tab or a carriage return) is preceded by an apostrophe, as OWASP advises against CSV
 * injection; texts may come from articles that a stranger wrote. Numbers, negative ones
 * too, stay as they are.
 *
 * @param frame Any danfojs frame.
 *
 * @example
 * ```ts
 * import { charts, makeFrame } from "aras";
 * import { assertEquals } from "@std/assert";
 *
 * const frame = makeFrame([{ name: "=1+1", mean: -0.5 }], ["name", "mean"]);
 * assertEquals(charts.frameCsv(frame), "name,mean\r\n'=1+1,-0.5\r\n");
 * ```
 */
export function frameCsv(frame: DataFrame): string {
  const lines = [frame.columns.map(field)];
  for (const row of rowsOf<Record<string, unknown>>(frame)) {
    lines.push(frame.columns.map((column) => field(row[column])));
  }
  return lines.map((line) => `${line.join(",")}\r\n`).join("");
}

function field(value: unknown): string {
  if (value === null || value === undefined || Number.isNaN(value)) return "";
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  const text = Array.isArray(value) ? value.join(";") : String(value);
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
