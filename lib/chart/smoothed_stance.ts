import * as Plot from "@observablehq/plot";
import type { DataFrame } from "danfojs";
import { middleOf } from "../base/date.ts";
import { rowsOf } from "../corpus/frame.ts";
import { radiusOf } from "./dot_rows.ts";
import type { Event } from "./events.ts";
import { type Figure, figure, type FigureOptions } from "./figure.ts";
import { keyArea, keyLine, keyPoint } from "./key.ts";
import { counted, signed } from "./labels.ts";
import { sideOf } from "./palette.ts";
import { dyadOf, SMALL } from "./stance_axis.ts";
import {
  monthDots,
  noStatements,
  type SmoothedMonth,
  stancePlot,
} from "./stance_months.ts";
import { periodName } from "./time.ts";

/** Options of {@linkcode smoothedStance}. */
export interface SmoothedStanceChartOptions extends FigureOptions {
  /** A frame or rows of the table `events`, drawn as labelled lines. */
  readonly events?: DataFrame | readonly Event[];
}

/**
 * Draws a smoothed series: the level with its 95 % band, and the raw monthly means as
 * points by the number of statements, hollow where they are few.
 *
 * @param frame What `smoothStance` returns.
 * @param options Events, words and size.
 *
 * @example
 * ```ts
 * import { charts, openCorpus, smoothStance } from "aras";
 *
 * const corpus = await openCorpus();
 * const frame = await smoothStance(corpus, { speaker: "irn", target: "arm" });
 * await charts.smoothedStance(frame).svg();
 * corpus.close();
 * ```
 */
export function smoothedStance(
  frame: DataFrame,
  options: SmoothedStanceChartOptions = {},
): Figure {
  const { events, ...words } = options;
  const rows = rowsOf<SmoothedMonth>(frame);
  const { speaker, target, speakers } = dyadOf(frame);
  const side = sideOf(speakers.length === 1 ? speakers[0] : "");
  const n = rows.reduce((sum, row) => sum + row.statements, 0);
  const most = Math.max(1, ...rows.map((row) => row.statements));
  const last = rows[rows.length - 1];
  return figure({
    name: "smoothed-stance",
    chart: "charts.smoothedStance",
    title: `How ${speaker} speaks of ${target}, smoothed`,
    subtitle: "Level of stance by month, from −2 (hostile) to +2 (committed); " +
      counted(n, "statement"),
    description: last === undefined
      ? "No statements."
      : `Level ${signed(rows[0].level)} in ${periodName(rows[0].month)}, ${
        signed(last.level)
      } in ${periodName(last.month)}.`,
    key: [
      keyLine("level", { colour: side.colour, dash: "none" }),
      keyArea("95 % band", side.colour, 0.22),
      keyPoint(`month with ${counted(most, "statement")}`, {
        colour: side.colour,
        radius: radiusOf(most, most),
      }),
      keyPoint(`fewer than ${SMALL}`, { colour: side.colour, radius: 3, hollow: true }),
    ],
    frame,
    ...words,
    plot(box) {
      if (rows.length === 0) return noStatements(box.width);
      return stancePlot(box, {
        dates: rows.map((row) => row.month),
        events,
        reach: 2.15,
        marks: [
          Plot.areaY(rows, {
            x: (row: SmoothedMonth) => middleOf(row.month),
            y1: "low",
            y2: "high",
            fill: side.colour,
            fillOpacity: 0.16,
          }),
          monthDots(rows, side.colour, most),
          Plot.lineY(rows, {
            x: (row: SmoothedMonth) => middleOf(row.month),
            y: "level",
            stroke: side.colour,
            strokeWidth: 2.2,
          }),
        ],
      });
    },
  });
}
