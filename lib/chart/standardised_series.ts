import * as Plot from "@observablehq/plot";
import type { DataFrame } from "danfojs";
import { middleOf } from "../base/date.ts";
import { aboutOf, rowsOf } from "../corpus/frame.ts";
import type { StandardisedMean } from "../measure/standardised_series.ts";
import { type Figure, figure, type FigureOptions } from "./figure.ts";
import { keyArea, keyLine, keyPoint } from "./key.ts";
import { counted } from "./labels.ts";
import { sideOf } from "./palette.ts";
import { noStatements } from "./stance_months.ts";
import { dyadOf, STANCE_MARGIN, stanceScale } from "./stance_axis.ts";
import { theme } from "./theme.ts";
import { timeAxis } from "./time.ts";

/**
 * Draws a series at a fixed mix of outlets with its 95 % band, and beside it the raw
 * means as points: where the two part, it is the mix that moved.
 *
 * @param frame What `standardisedSeries` returns.
 * @param options Words and size.
 *
 * @example
 * ```ts
 * import { charts, openCorpus, standardisedSeries } from "aras";
 *
 * const corpus = await openCorpus();
 * const frame = await standardisedSeries(corpus, { speaker: "irn", target: "aze" });
 * await charts.standardisedSeries(frame).svg();
 * corpus.close();
 * ```
 */
export function standardisedSeries(
  frame: DataFrame,
  options: FigureOptions = {},
): Figure {
  const rows = rowsOf<StandardisedMean>(frame);
  const { speaker, target, speakers } = dyadOf(frame);
  const side = sideOf(speakers.length === 1 ? speakers[0] : "");
  const by = String(aboutOf(frame).options.by ?? "country");
  const n = rows.reduce((sum, row) => sum + row.statements, 0);
  return figure({
    name: "standardised-series",
    chart: "charts.standardisedSeries",
    title: `How ${speaker} speaks of ${target}, the mix of outlets held fixed`,
    subtitle: `Mean stance from −2 (hostile) to +2 (committed), standardised by ` +
      `${by} of the outlet; ${counted(n, "statement")}`,
    key: [
      keyLine("with the same mix in every period", {
        colour: side.colour,
        dash: "none",
      }),
      keyArea("95 % interval", side.colour, 0.22),
      keyPoint("raw mean", { colour: theme.muted, hollow: true }),
    ],
    frame,
    ...options,
    plot({ width }) {
      if (rows.length === 0) return noStatements(width);
      const margins = { marginLeft: STANCE_MARGIN, marginRight: 16 };
      const axis = timeAxis(rows.map((row) => row.period), { width, ...margins });
      const x = (row: StandardisedMean) => middleOf(row.period);
      return {
        width,
        height: 320,
        ...margins,
        marginTop: 6,
        marginBottom: 24,
        x: axis.scale,
        y: { ...stanceScale(), domain: [-2.15, 2.15] },
        marks: [
          Plot.gridY([-2, -1, 1, 2], { stroke: theme.grid, strokeOpacity: 1 }),
          Plot.ruleY([0], { stroke: theme.rule }),
          Plot.areaY(rows, {
            x,
            y1: (row: StandardisedMean) => row.low ?? NaN,
            y2: (row: StandardisedMean) => row.high ?? NaN,
            fill: side.colour,
            fillOpacity: 0.16,
          }),
          Plot.lineY(rows, {
            x,
            y: (row: StandardisedMean) => row.standardised ?? NaN,
            stroke: side.colour,
            strokeWidth: 2,
          }),
          Plot.dot(rows.filter((row) => row.standardised !== null), {
            x,
            y: "standardised",
            r: 3.5,
            fill: side.colour,
          }),
          Plot.dot(rows, {
            x,
            y: "mean",
            r: 4,
            fill: theme.background,
            stroke: theme.muted,
            strokeWidth: 1.6,
          }),
        ],
      };
    },
  });
}
