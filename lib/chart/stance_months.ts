import * as Plot from "@observablehq/plot";
import type { DataFrame } from "danfojs";
import { middleOf } from "../base/date.ts";
import { radiusOf } from "./dot_rows.ts";
import { type Event, eventMarks, eventNotes, layoutEvents } from "./events.ts";
import type { PlotBox } from "./figure.ts";
import { counted, signed } from "./labels.ts";
import { SMALL, STANCE_MARGIN, stanceScale } from "./stance_axis.ts";
import { theme } from "./theme.ts";
import { periodName, timeAxis } from "./time.ts";

/** A month of a smoothed series. */
export interface SmoothedMonth {
  readonly month: string;
  readonly mean: number | null;
  readonly level: number;
  readonly low: number;
  readonly high: number;
  readonly statements: number;
}

/** What stands on a plot of stance over months. */
export interface StancePlot {
  /** Months or dates that the axis has to hold. */
  readonly dates: readonly string[];
  readonly events: DataFrame | readonly Event[] | undefined;
  /** How far the axis of stances reaches to either side of 0. */
  readonly reach: number;
  readonly marks: readonly Plot.Markish[];
}

/** A plot of stance over months, from −2 to +2, with events as labelled lines. */
export function stancePlot(
  { width, note }: PlotBox,
  { dates, events, reach, marks }: StancePlot,
): Plot.PlotOptions {
  const margins = { marginLeft: STANCE_MARGIN, marginRight: 16 };
  const axis = timeAxis(dates, { width, ...margins });
  const layout = layoutEvents(events, axis);
  eventNotes(layout).forEach(note);
  return {
    width,
    height: 330 + layout.height,
    ...margins,
    marginTop: layout.height + 6,
    marginBottom: 24,
    x: axis.scale,
    y: { ...stanceScale(), domain: [-reach, reach] },
    r: { type: "identity" },
    marks: [
      Plot.gridY([-2, -1, 1, 2], { stroke: theme.grid, strokeOpacity: 1 }),
      Plot.ruleY([0], { stroke: theme.rule }),
      ...eventMarks(layout),
      ...marks,
    ],
  };
}

/** Raw monthly means as points, their area by the number of statements. */
export function monthDots(
  rows: readonly SmoothedMonth[],
  colour: string,
  most: number,
): Plot.Markish {
  return Plot.dot(rows.filter((row) => row.mean !== null), {
    x: (row: SmoothedMonth) => middleOf(row.month),
    y: "mean",
    r: (row: SmoothedMonth) => radiusOf(row.statements, most),
    fill: (row: SmoothedMonth) => row.statements < SMALL ? theme.background : colour,
    fillOpacity: 0.55,
    stroke: colour,
    strokeWidth: 1,
    title: (row: SmoothedMonth) =>
      `${periodName(row.month)}: ${signed(row.mean!, 2)} (${
        counted(row.statements, "statement")
      })`,
  });
}

/** What stands where nothing can be drawn. */
export function noStatements(
  width: number,
  text = "No statements to draw",
): Plot.PlotOptions {
  return {
    width,
    height: 80,
    x: { axis: null },
    y: { axis: null },
    marks: [Plot.text([text], {
      text: (d: string) => d,
      frameAnchor: "middle",
      fill: theme.muted,
    })],
  };
}
