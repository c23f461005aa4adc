import { DataFrame, Series } from "danfojs";
import { escapeHtml } from "../base/html.ts";
import type { Value } from "./engine.ts";

/** Where the numbers of a frame come from, so that they can be made again. */
export interface About {
  /** The function that made it. */
  readonly measure: string;
  /** What it was asked. */
  readonly options: Readonly<Record<string, unknown>>;
  /** The SQL that it ran, in order. */
  readonly sql: readonly string[];
  /** The data package that was asked. */
  readonly corpus?: {
    readonly name: string;
    readonly version: string;
    readonly hash: string;
  };
  /** Names of the actors that the options name by their ids. */
  readonly names?: Readonly<Record<string, string>>;
  /** What a reader must know: what was left out, and how many. */
  readonly notes: readonly string[];
}

/** A danfojs frame that knows where it comes from. */
export type Frame = DataFrame & { readonly about: About };

/** A row of a frame as an object. */
export type Row = Record<string, Value>;

const NOWHERE: About = { measure: "", options: {}, sql: [], notes: [] };

/** How many rows a frame shows in a notebook. */
const SHOWN = 20;

/**
 * Makes a frame of rows.
 *
 * @param rows Objects; a name that an object lacks is an empty cell.
 * @param columns The frame's columns, in order.
 * @param about Where the rows come from.
 * @returns A danfojs frame with {@linkcode About} as its property `about`.
 *
 * @example
 * ```ts
 * import { makeFrame } from "aras";
 * import { assertEquals } from "@std/assert";
 *
 * const frame = makeFrame([{ actor: "irn", documents: 3 }], ["actor", "documents"]);
 * assertEquals(frame.shape, [1, 2]);
 * ```
 */
export function makeFrame(
  rows: readonly Row[],
  columns: readonly string[],
  about: Partial<About> = {},
): Frame {
  const cells = rows.map((row) => columns.map((name) => row[name] ?? null));
  // danfojs guesses a column's type from its cells and takes an empty one for numbers.
  const dtypes = columns.map((_, i) => typeOf(cells, i));
  const frame = cells.length === 0
    ? new DataFrame([], { columns: [...columns] })
    : new DataFrame(cells, { columns: [...columns], dtypes });
  Object.defineProperty(frame, "about", { value: { ...NOWHERE, ...about } });
  return frame as Frame;
}

function typeOf(cells: Value[][], column: number): string {
  let type = "string";
  for (const row of cells) {
    const value = row[column];
    if (value === null) continue;
    if (typeof value === "boolean") return "boolean";
    if (typeof value !== "number") return "string";
    if (!Number.isInteger(value)) return "float32";
    type = "int32";
  }
  return type;
}

/**
 * The rows of a frame as plain objects, for a chart or for arithmetic of one's own.
 *
 * @param frame Any danfojs frame.
 *
 * @example
 * ```ts
 * import { makeFrame, rowsOf } from "aras";
 * import { assertEquals } from "@std/assert";
 *
 * const frame = makeFrame([{ actor: "irn", documents: 3 }], ["actor", "documents"]);
 * assertEquals(rowsOf(frame), [{ actor: "irn", documents: 3 }]);
 * ```
 */
export function rowsOf<T = Row>(frame: DataFrame): T[] {
  const columns = frame.columns;
  return (frame.values as Value[][]).map((row) =>
    Object.fromEntries(columns.map((name, i) => [name, row[i] ?? null])) as T
  );
}

/** Where a frame comes from; a frame that was changed since no longer knows. */
export function aboutOf(frame: DataFrame): About {
  return (frame as Partial<Frame>).about ?? NOWHERE;
}

/** A cell as a table shows it: numbers short, nothing for what is missing. */
function shownCell(value: unknown): string {
  if (value === null || value === undefined || Number.isNaN(value)) return "";
  if (typeof value === "number" && !Number.isInteger(value)) {
    if (Math.abs(value) < 1e-12) return "0";
    return Math.abs(value) >= 1e6 || Math.abs(value) < 1e-3
      ? value.toPrecision(3)
      : String(Number(value.toFixed(3)));
  }
  return Array.isArray(value) ? value.map(shownCell).join("; ") : String(value);
}

/** A date or name stays on its line; a sentence gets room enough to be read. */
function widthOf(text: string): string {
  if (text.length <= 18) return "white-space:nowrap;";
  return text.length > 40 ? "min-width:18em;max-width:26em;" : "max-width:11em;";
}

/** Styles stand in the elements: a notebook that is not trusted loses all others. */
const CELL = "padding:2px 10px;border-bottom:1px solid #ddd;vertical-align:top;";

function tableHtml(columns: string[], rows: unknown[][], caption: string): string {
  const right = columns.map((_, i) =>
    rows.some((row) => typeof row[i] === "number") &&
    rows.every((row) => typeof row[i] !== "string")
  );
  const td = (tag: string, text: string, i: number) =>
    `<${tag} style="${CELL}text-align:${right[i] ? "right" : "left"};${
      tag === "th" ? "font-weight:600;" : ""
    }${widthOf(text)}">${linked(text)}</${tag}>`;
  const head = columns.map((name, i) => td("th", name, i)).join("");
  const body = rows.map((row) =>
    `<tr>${row.map((value, i) => td("td", shownCell(value), i)).join("")}</tr>`
  ).join("\n");
  return `<table style="border-collapse:collapse;font-variant-numeric:tabular-nums;">
<thead><tr>${head}</tr></thead>
<tbody>
${body}
</tbody></table>
<p style="color:#666;font-size:smaller;">${escapeHtml(caption)}</p>`;
}

/** Escapes a cell; an address becomes a link, so that evidence is one click away. */
function linked(text: string): string {
  const safe = escapeHtml(text);
  if (!/^https?:\/\/[^\s<>"']+$/.test(text)) return safe;
  const short = text.replace(/^https?:\/\/(www\.)?/, "");
  const shown = escapeHtml(short.length > 40 ? `${short.slice(0, 39)}…` : short);
  return `<a href="${safe}" rel="noopener noreferrer">${shown}</a>`;
}

function tableText(columns: string[], rows: unknown[][], caption: string): string {
  const lines = [columns, ...rows.map((row) => row.map(shownCell))];
  const widths = columns.map((_, i) => Math.max(...lines.map((l) => l[i].length)));
  return [
    ...lines.map((l) =>
      l.map((text, i) => text.padEnd(widths[i])).join("  ").trimEnd()
    ),
    caption,
  ].join("\n");
}

/** What Jupyter shows of a table: HTML, and text where there is no HTML. */
export function displayTable(
  columns: string[],
  rows: unknown[][],
  caption: string,
): Record<string, string> {
  return {
    "text/html": tableHtml(columns, rows, caption),
    "text/plain": tableText(columns, rows, caption),
  };
}

function displayFrame(frame: DataFrame): Record<string, string> {
  const rows = frame.values as unknown[][];
  const counted = `${rows.length} ${rows.length === 1 ? "row" : "rows"}`;
  const caption = [
    rows.length > SHOWN ? `${counted}, the first ${SHOWN} shown` : counted,
    ...aboutOf(frame).notes,
  ].join(" · ");
  return displayTable([...frame.columns], rows.slice(0, SHOWN), caption);
}

const display = Symbol.for("Jupyter.display");

// Verbs of danfojs such as head() return its base class, so the hook sits on that one.
Object.defineProperty(Object.getPrototypeOf(DataFrame.prototype), display, {
  configurable: true,
  value(this: DataFrame) {
    return displayFrame(this);
  },
});
Object.defineProperty(Object.getPrototypeOf(Series.prototype), display, {
  configurable: true,
  value(this: Series) {
    const rows = (this.values as unknown[]).map((value, i) => [this.index[i], value]);
    return displayTable(
      ["", String(this.columns[0] ?? "value")],
      rows.slice(0, SHOWN),
      `${rows.length} values${rows.length > SHOWN ? `, the first ${SHOWN} shown` : ""}`,
    );
  },
});
