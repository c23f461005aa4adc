import * as Plot from "@observablehq/plot";
import type { DataFrame } from "danfojs";
import { rowsOf } from "../corpus/frame.ts";
import type { ValidationRow } from "../corpus/validation.ts";
import { headingStyle } from "./dot_rows.ts";
import { type Figure, figure, type FigureOptions } from "./figure.ts";
import { keyInterval, type KeyItem } from "./key.ts";
import { count } from "./labels.ts";
import { METHOD_COLOURS } from "./palette.ts";
import { textWidth } from "./text.ts";
import { theme } from "./theme.ts";

/** What of a row of the table is drawn; `most` may be missing. */
type ValidationLine =
  & Pick<ValidationRow, "set" | "part" | "method" | "measure" | "value" | "n">
  & Pick<ValidationRow, "low" | "high" | "floor" | "peer_value" | "least">
  & Partial<Pick<ValidationRow, "most">>;

/** A line as it is drawn, or the heading of those below it. */
interface Drawn extends Partial<ValidationLine> {
  readonly key: string;
  readonly label: string;
  readonly heading: boolean;
  readonly colour: string;
}

const ROW = 21, SIZE = { size: 11 };

/**
 * Draws measured figures beside what they must reach, what others reach and what no
 * method at all reaches, all from 0 to 1.
 *
 * @param frame Rows of the table `validation` whose value is a share or an F1: `set`,
 *   `part`, `method`, `measure`, `value`, `low`, `high`, `n`, `floor`, `peer_value`,
 *   `least`, and `most` where it is there.
 * @param options Words and size.
 *
 * @example
 * ```ts
 * import { charts, openCorpus } from "aras";
 *
 * const corpus = await openCorpus();
 * const rows = await corpus.sql`SELECT * FROM validation WHERE area = 'facts'`;
 * await charts.validation(rows).svg();
 * corpus.close();
 * ```
 */
export function validation(frame: DataFrame, options: FigureOptions = {}): Figure {
  const lines = rowsOf<ValidationLine>(frame);
  const drawn = laidOut(lines);
  const rows = drawn.filter((row) => !row.heading);
  const short =
    lines.filter(({ value, least, most }) =>
      (least !== null && value < least) || (typeof most === "number" && value > most)
    ).length;
  return figure({
    name: "validation",
    chart: "charts.validation",
    title: "How good is the measurement?",
    subtitle: `${
      isGrouped(lines) ? `Figures on ${lines[0].set}` : "Figures"
    } with 95 % intervals; n is what there was to be judged`,
    description: `${rows.length} figures; ${short} of them not what they must be`,
    key: keyOf(lines),
    frame,
    ...options,
    plot({ width }) {
      const marginLeft = 12 +
        Math.ceil(Math.max(0, ...rows.map((row) => textWidth(row.label, SIZE))));
      const marginRight = 60;
      const y = "key";
      return {
        width,
        height: drawn.length * ROW + 56,
        marginLeft,
        marginRight,
        marginTop: 18,
        marginBottom: 30,
        x: {
          domain: [0, 1],
          ticks: [0, 0.2, 0.4, 0.6, 0.8, 1],
          tickSize: 0,
          label: null,
        },
        y: { type: "band", domain: drawn.map((row) => row.key), axis: null },
        color: { type: "identity" },
        marks: [
          Plot.gridX([0, 0.2, 0.4, 0.6, 0.8, 1], {
            stroke: theme.grid,
            strokeOpacity: 1,
          }),
          ...(["least", "most"] as const).map((x) =>
            Plot.tickX(rows.filter((row) => typeof row[x] === "number"), {
              x,
              y,
              insetTop: 3,
              insetBottom: 3,
              stroke: theme.ink,
              strokeWidth: 1.5,
            })
          ),
          Plot.link(rows.filter((row) => row.low !== null), {
            x1: "low",
            x2: "high",
            y,
            stroke: "colour",
            strokeWidth: 1.6,
          }),
          Plot.dot(rows.filter((row) => row.peer_value !== null), {
            x: "peer_value",
            y,
            symbol: "times",
            r: 3.5,
            stroke: theme.muted,
          }),
          Plot.dot(rows.filter((row) => row.floor !== null), {
            x: "floor",
            y,
            r: 2.5,
            fill: theme.background,
            stroke: theme.muted,
          }),
          Plot.dot(rows, { x: "value", y, r: 4, fill: "colour" }),
          Plot.text(rows, {
            y,
            text: "label",
            frameAnchor: "left",
            textAnchor: "end",
            dx: -10,
          }),
          Plot.text(drawn.filter((row) => row.heading), {
            y,
            text: "label",
            ...headingStyle(marginLeft),
          }),
          Plot.text(rows, {
            y,
            text: (row: Drawn) => count(row.n!),
            frameAnchor: "right",
            textAnchor: "end",
            dx: marginRight - 4,
            fill: theme.muted,
          }),
          Plot.text(["n"], {
            frameAnchor: "top-right",
            textAnchor: "end",
            lineAnchor: "bottom",
            dx: marginRight - 4,
            dy: -5,
            fill: theme.muted,
          }),
        ],
      };
    },
  });
}

/** Whether all lines are of one set, several of them share a measure, and parts differ. */
function isGrouped(lines: readonly ValidationLine[]): boolean {
  const distinct = (of: (line: ValidationLine) => string) =>
    new Set(lines.map(of)).size;
  return distinct((line) => line.set) === 1 &&
    distinct((line) => line.measure) < lines.length &&
    distinct((line) => `${line.measure}\n${line.part}`) === lines.length;
}

/**
 * Lines as they are drawn: named in full, or, where all are of one set and several share
 * a measure, under headings of the measures.
 */
function laidOut(lines: readonly ValidationLine[]): Drawn[] {
  const draw = (line: ValidationLine, label: string, key: string): Drawn => ({
    ...line,
    key,
    label,
    heading: false,
    colour: METHOD_COLOURS[line.method] ?? theme.ink,
  });
  if (!isGrouped(lines)) {
    return lines.map((line, i) =>
      draw(line, `${line.set}, ${line.part}: ${line.measure}`, String(i))
    );
  }
  return [...Map.groupBy(lines, (line) => line.measure)].flatMap(([measure, own]) => [
    { key: measure, label: measure, heading: true, colour: theme.ink },
    ...own.map((line, i) => draw(line, line.part, `${measure}/${i}`)),
  ]);
}

function keyOf(lines: readonly ValidationLine[]): KeyItem[] {
  const known = lines.filter((line) => METHOD_COLOURS[line.method] !== undefined);
  const methods = new Map(known.map(({ method }) => [method, METHOD_COLOURS[method]]));
  const has = (column: "floor" | "peer_value") =>
    lines.some((line) => line[column] !== null);
  return [
    ...[...methods].map(([method, colour]) => keyInterval(method, colour)),
    ...(known.length < lines.length ? [keyInterval("measured", theme.ink)] : []),
    {
      text: lines.some((line) => typeof line.most === "number")
        ? "must lie beyond, or between"
        : "must reach",
      width: 4,
      markup: `<path d="M2-6V6" stroke="${theme.ink}" stroke-width="1.5"/>`,
    },
    ...(has("peer_value")
      ? [{
        text: "another method",
        width: 10,
        markup: `<path d="M1-4L9 4M1 4L9-4" stroke="${theme.muted}" fill="none"/>`,
      }]
      : []),
    ...(has("floor")
      ? [{
        text: "no method at all",
        width: 8,
        markup:
          `<circle cx="4" cy="0" r="2.5" fill="${theme.background}" stroke="${theme.muted}"/>`,
      }]
      : []),
  ];
}
