import type { DataFrame } from "danfojs";
import { middleOf } from "../base/date.ts";
import { aboutOf, type Frame, makeFrame, type Row, rowsOf } from "../corpus/frame.ts";
import type { Event } from "./events.ts";
import { type Figure, figure, type FigureOptions } from "./figure.ts";
import { sideOfAll } from "./palette.ts";
import {
  type Point,
  seriesKey,
  seriesPanels,
  seriesSummary,
  statementsOf,
} from "./series_panels.ts";
import { dyadOf } from "./stance_axis.ts";
import { periodLength, withYears } from "./time.ts";

/** Options of {@linkcode stanceSeries}. */
export interface StanceSeriesChartOptions extends FigureOptions {
  /** A frame or rows of the table `events`, drawn as labelled lines. */
  readonly events?: DataFrame | readonly Event[];
}

/**
 * Draws the mean stance period by period: points by the number of statements, hollow
 * where they are few, the 95 % interval as a band, events as labelled lines. Several
 * series stand under one another on one time axis.
 *
 * @param frames What `stanceSeries` returns, once or once for each dyad.
 * @param options Events, words and size.
 *
 * @example
 * ```ts
 * import { charts, openCorpus, stanceSeries } from "aras";
 *
 * const corpus = await openCorpus();
 * const series = await stanceSeries(corpus, { speaker: "irn", target: "aze" });
 * await charts.stanceSeries(series).svg();
 * corpus.close();
 * ```
 */
export function stanceSeries(
  frames: DataFrame | readonly DataFrame[],
  options: StanceSeriesChartOptions = {},
): Figure {
  const { events, ...words } = options;
  const list = Array.isArray(frames) ? frames as DataFrame[] : [frames as DataFrame];
  const points = list.flatMap(pointsOf);
  const several = list.length > 1;
  const every = points.length === 0 ? "quarter" : periodLength(points[0].period);
  const { speaker, target } = dyadOf(list[0]);
  return figure({
    name: "stance-series",
    chart: "charts.stanceSeries",
    title: withYears(
      several
        ? "Who stands how toward whom"
        : `The stance of ${speaker} toward ${target}`,
      points.map((point) => point.period),
    ),
    subtitle: `Mean stance by ${every}, from −2 (hostile) to +2 (committed); ${
      statementsOf(points)
    } statements`,
    description: seriesSummary(points),
    key: seriesKey(points),
    frame: several ? joined(list) : list[0],
    ...words,
    plot: (box) => seriesPanels(points, events, box),
  });
}

function pointsOf(frame: DataFrame): Point[] {
  const { label, speakers } = dyadOf(frame);
  const side = sideOfAll(speakers);
  type Given = Pick<Point, "period" | "mean" | "low" | "high" | "statements">;
  return rowsOf<Given>(frame).map((row) => ({
    ...row,
    series: label,
    side,
    date: middleOf(row.period),
  }));
}

/** The frames of several dyads as one, for the CSV. */
function joined(frames: readonly DataFrame[]): Frame {
  const rows = frames.flatMap((frame) => {
    const { speaker, target } = dyadOf(frame);
    return rowsOf<Row>(frame).map((row) => ({ speaker, target, ...row }));
  });
  const notes = frames.map((frame) => aboutOf(frame).notes);
  const common = notes[0].filter((note) => notes.every((own) => own.includes(note)));
  return makeFrame(rows, ["speaker", "target", ...frames[0].columns], {
    ...aboutOf(frames[0]),
    options: { series: frames.map((frame) => aboutOf(frame).options) },
    sql: frames.flatMap((frame) => aboutOf(frame).sql),
    notes: [
      ...frames.map((frame, i) =>
        `${dyadOf(frame).label}: ${
          notes[i].filter((note) => !common.includes(note)).join(", ")
        }`
      ),
      ...common,
    ],
  });
}
