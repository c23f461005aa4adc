import * as Plot from "@observablehq/plot";
import type { DataFrame } from "danfojs";
import { middleOf } from "../base/date.ts";
import { rowsOf } from "../corpus/frame.ts";
import { type Figure, figure, type FigureOptions } from "./figure.ts";
import { count, percent } from "./labels.ts";
import { NEUTRAL } from "./palette.ts";
import { theme } from "./theme.ts";
import { periodLength, periodName, timeAxis, withYears } from "./time.ts";

interface ConcentrationRow {
  period: string;
  documents: number;
  publishers: number;
  top_ten_share: number | null;
  herfindahl: number | null;
}

/** Rows of figures under the plot: what they are called and how they are written. */
const FIGURES: readonly [string, (row: ConcentrationRow) => string][] = [
  ["documents", (row) => count(row.documents)],
  ["publishers", (row) => count(row.publishers)],
  ["Herfindahl index", (row) => row.herfindahl?.toFixed(3) ?? ""],
];

const LINE = 15;

/**
 * Draws how much of each period's documents its ten largest publishers hold, and under
 * it the counts and the Herfindahl index.
 *
 * @param frame What `sourceConcentration` returns.
 * @param options Words and size.
 *
 * @example
 * ```ts
 * import { charts, openCorpus, sourceConcentration } from "aras";
 *
 * const corpus = await openCorpus();
 * const frame = await sourceConcentration(corpus, { every: "half-year" });
 * await charts.sourceConcentration(frame).svg();
 * corpus.close();
 * ```
 */
export function sourceConcentration(
  frame: DataFrame,
  options: FigureOptions = {},
): Figure {
  const rows = rowsOf<ConcentrationRow>(frame)
    .map((row) => ({ ...row, date: middleOf(row.period) }));
  const drawn = rows.filter((row) => row.top_ten_share !== null);
  const every = rows.length === 0 ? "year" : periodLength(rows[0].period);
  const first = drawn[0], last = drawn[drawn.length - 1];
  return figure({
    name: "source-concentration",
    chart: "charts.sourceConcentration",
    title: withYears(
      "How much comes from the ten largest publishers",
      rows.map((row) => row.period),
    ),
    subtitle: `Share of the ten publishers with most documents, by ${every}`,
    description: first === undefined
      ? "No documents"
      : `${percent(first.top_ten_share!)} in ${periodName(first.period)}, ${
        percent(last.top_ten_share!)
      } in ${periodName(last.period)}`,
    frame,
    ...options,
    plot({ width }) {
      const margins = { marginLeft: 104, marginRight: 16 };
      const axis = timeAxis(rows.map((row) => row.period), { width, ...margins });
      const crowded = (axis.right - axis.left) / Math.max(1, rows.length) < 38;
      const shown = crowded ? [] : FIGURES;
      const high = Math.max(0.1, ...drawn.map((row) => row.top_ten_share!)) * 1.12;
      return {
        width,
        height: 230 + 30 + LINE * shown.length,
        ...margins,
        marginTop: 10,
        marginBottom: 26 + LINE * shown.length,
        x: axis.scale,
        y: {
          domain: [0, Math.min(1, high)],
          tickFormat: (share: number) => percent(share),
          ticks: 5,
          tickSize: 0,
          grid: true,
          label: null,
        },
        marks: [
          Plot.ruleY([0], { stroke: theme.rule }),
          // Under the line, so that the paper around a label does not cut it.
          ...(crowded
            ? []
            : [-1, 1].map((side) =>
              Plot.text(drawn.filter((_, i) => sideOfLabel(drawn, i) === side), {
                x: "date",
                y: "top_ten_share",
                text: (row: ConcentrationRow) => percent(row.top_ten_share!),
                dy: 13 * side,
                fontWeight: 600,
                fill: theme.ink,
                stroke: theme.background,
                strokeWidth: 4,
              })
            )),
          Plot.lineY(rows, {
            x: "date",
            y: (row: ConcentrationRow) => row.top_ten_share ?? NaN,
            stroke: NEUTRAL.colour,
            strokeWidth: 1.8,
          }),
          Plot.dot(drawn, {
            x: "date",
            y: "top_ten_share",
            r: 4,
            fill: NEUTRAL.colour,
          }),
          ...shown.flatMap(([name, write], i) => {
            const place = { frameAnchor: "bottom", dy: 34 + i * LINE } as const;
            return [
              Plot.text(rows, {
                ...place,
                x: "date",
                text: write,
                fontSize: 10,
                fill: theme.muted,
              }),
              Plot.text([name], {
                ...place,
                frameAnchor: "bottom-left",
                text: (d: string) => d,
                textAnchor: "end",
                dx: -6,
                fontSize: 10,
                fill: theme.muted,
              }),
            ];
          }),
        ],
      };
    },
  });
}

/** Above a point (−1) or below it (1), where the line to its neighbours comes less near. */
function sideOfLabel(rows: readonly ConcentrationRow[], i: number): -1 | 1 {
  const rises = [rows[i - 1], rows[i + 1]].filter((row) => row !== undefined)
    .map((row) => row.top_ten_share! - rows[i].top_ten_share!);
  return Math.max(0, ...rises) <= Math.max(0, ...rises.map((rise) => -rise)) ? -1 : 1;
}
