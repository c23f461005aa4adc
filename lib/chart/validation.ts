import * as Plot from "@observablehq/plot";
import type { DataFrame } from "danfojs";
import { rowsOf } from "../corpus/frame.ts";
import { type Figure, figure, type FigureOptions } from "./figure.ts";
import { keyInterval, type KeyItem } from "./key.ts";
import { count } from "./labels.ts";
import { textWidth } from "./text.ts";
import { theme } from "./theme.ts";

interface ValidationLine {
  set: string;
  part: string;
  method: string;
  measure: string;
  value: number;
  low: number | null;
  high: number | null;
  n: number;
  floor: number | null;
  peer_value: number | null;
  least: number | null;
}

const COLOURS: Record<string, string> = { rules: "#33475b", model: "#b06a00" };
const ROW = 21, SIZE = { size: 11 };

/**
 * Draws measured figures beside what they must reach, what others reach and what no
 * method at all reaches, all from 0 to 1.
 *
 * @param frame Rows of the table `validation` whose value is a share or an F1: `set`,
 *   `part`, `method`, `measure`, `value`, `low`, `high`, `n`, `floor`, `peer_value`,
 *   `least`.
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
  const rows = rowsOf<ValidationLine>(frame).map((row, i) => ({
    ...row,
    key: String(i),
    label: `${row.set}, ${row.part}: ${row.measure}`,
    colour: COLOURS[row.method] ?? theme.ink,
  }));
  const short =
    rows.filter((row) => row.least !== null && row.value < row.least).length;
  return figure({
    name: "validation",
    chart: "charts.validation",
    title: "How good is the measurement?",
    subtitle: "Figures with 95 % intervals; n is what there was to be judged",
    description: `${rows.length} figures; ${short} of them below what they must reach`,
    key: keyOf(rows),
    frame,
    ...options,
    plot({ width }) {
      const marginLeft = 12 +
        Math.ceil(Math.max(...rows.map((row) => textWidth(row.label, SIZE))));
      const marginRight = 60;
      const y = "key";
      return {
        width,
        height: rows.length * ROW + 56,
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
        y: { type: "band", domain: rows.map((row) => row.key), axis: null },
        color: { type: "identity" },
        marks: [
          Plot.gridX([0, 0.2, 0.4, 0.6, 0.8, 1], {
            stroke: theme.grid,
            strokeOpacity: 1,
          }),
          Plot.tickX(rows.filter((row) => row.least !== null), {
            x: "least",
            y,
            insetTop: 3,
            insetBottom: 3,
            stroke: theme.ink,
            strokeWidth: 1.5,
          }),
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
          Plot.text(rows, {
            y,
            text: (row: ValidationLine) => count(row.n),
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

function keyOf(rows: readonly { method: string; colour: string }[]): KeyItem[] {
  const methods = new Map(rows.map((row) => [row.method, row.colour]));
  return [
    ...[...methods].map(([method, colour]) => keyInterval(method, colour)),
    {
      text: "must reach",
      width: 4,
      markup: `<path d="M2-6V6" stroke="${theme.ink}" stroke-width="1.5"/>`,
    },
    {
      text: "another method",
      width: 10,
      markup: `<path d="M1-4L9 4M1 4L9-4" stroke="${theme.muted}" fill="none"/>`,
    },
    {
      text: "no method at all",
      width: 8,
      markup:
        `<circle cx="4" cy="0" r="2.5" fill="${theme.background}" stroke="${theme.muted}"/>`,
    },
  ];
}
