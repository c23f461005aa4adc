import * as Plot from "@observablehq/plot";
import type { DataFrame } from "danfojs";
import { radiusOf } from "./dot_rows.ts";
import { type Event, eventMarks, eventNotes, layoutEvents } from "./events.ts";
import type { PlotBox } from "./figure.ts";
import { keyArea, type KeyItem, keyPoint } from "./key.ts";
import { count, counted, signed } from "./labels.ts";
import type { Side } from "./palette.ts";
import { SMALL, STANCE_MARGIN, stanceScale } from "./stance_axis.ts";
import { theme } from "./theme.ts";
import { periodName, timeAxis } from "./time.ts";

/** A mean stance in a period, of one series among several. */
export interface Point {
  /** The series, as its heading says it. */
  readonly series: string;
  readonly side: Side;
  readonly period: string;
  /** Middle of the period. */
  readonly date: Date;
  readonly mean: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly statements: number;
}

/** Height of the heading over a panel, in pixels. */
const HEADING = 18;

/**
 * Plots series of mean stances on one time axis, each in a panel of its own where there
 * are several: points by the number of statements, bands for the intervals, events.
 *
 * @param points All points of all series, in order of time.
 * @param events A frame or rows of the table `events`.
 * @param box Where it is drawn.
 */
export function seriesPanels(
  points: readonly Point[],
  events: DataFrame | readonly Event[] | undefined,
  { width, note }: PlotBox,
): Plot.PlotOptions {
  const panels = [...new Set(points.map((point) => point.series))];
  const several = panels.length > 1;
  const margins = { marginLeft: STANCE_MARGIN, marginRight: 16 };
  const axis = timeAxis(points.map((p) => p.period), { width, ...margins });
  const layout = layoutEvents(events, axis);
  eventNotes(layout).forEach(note);
  const gap = several ? HEADING + 4 : 6;
  const height = several ? 150 * panels.length : 300;
  return {
    width,
    height: height + layout.height + gap + 24,
    ...margins,
    marginTop: layout.height + gap,
    marginBottom: 24,
    x: axis.scale,
    y: { ...stanceScale(), domain: [-2.15, 2.15] },
    fy: several ? { domain: panels, axis: null, padding: 0.16 } : undefined,
    r: { type: "identity" },
    color: { type: "identity" },
    marks: [
      Plot.gridY([-2, -1, 1, 2], { stroke: theme.grid, strokeOpacity: 1 }),
      Plot.ruleY([0], { stroke: theme.rule }),
      ...eventMarks(layout, several ? { facets: panels, lift: HEADING } : {}),
      ...seriesMarks(points, several),
      ...(several ? [headings(points, panels)] : []),
    ],
  };
}

function seriesMarks(points: readonly Point[], several: boolean): Plot.Markish[] {
  const drawn = points.filter((point) => point.mean !== null);
  const most = Math.max(...points.map((point) => point.statements));
  const facet = several ? { fy: "series" } : {};
  const colour = (point: Point) => point.side.colour;
  return [
    // Rows without a mean stay in: the band and the line break where nothing was said.
    Plot.areaY(points, {
      ...facet,
      x: "date",
      y1: (p: Point) => p.low ?? NaN,
      y2: (p: Point) => p.high ?? NaN,
      z: "series",
      fill: colour,
      fillOpacity: 0.16,
    }),
    // A single period between two without an interval has no area; its rule has.
    Plot.ruleX(drawn.filter((point) => point.low !== null), {
      ...facet,
      x: "date",
      y1: "low",
      y2: "high",
      stroke: colour,
      strokeOpacity: 0.45,
      strokeWidth: 1,
    }),
    Plot.lineY(points, {
      ...facet,
      x: "date",
      y: (p: Point) => p.mean ?? NaN,
      z: "series",
      stroke: colour,
      strokeWidth: 1.8,
    }),
    Plot.dot(drawn, {
      ...facet,
      x: "date",
      y: "mean",
      r: (p: Point) => radiusOf(p.statements, most),
      fill: (p: Point) => p.statements < SMALL ? theme.background : colour(p),
      stroke: colour,
      strokeWidth: 1.5,
      title: (p: Point) =>
        `${periodName(p.period)}: ${signed(p.mean!, 2)} (${
          counted(p.statements, "statement")
        })`,
    }),
  ];
}

function headings(points: readonly Point[], panels: readonly string[]): Plot.Markish {
  const labels = panels.map((series) => {
    const own = points.filter((point) => point.series === series);
    const n = own.reduce((sum, point) => sum + point.statements, 0);
    return {
      series,
      ink: own[0].side.ink,
      text: `${series} (${counted(n, "statement")})`,
    };
  });
  return Plot.text(labels, {
    fy: "series",
    text: "text",
    fill: "ink",
    frameAnchor: "top-left",
    textAnchor: "start",
    lineAnchor: "bottom",
    dy: -3,
    fontWeight: 600,
    // Hides the rules of events behind the words.
    stroke: theme.background,
    strokeWidth: 5,
  });
}

/** The key of {@linkcode seriesPanels}: what size, filling and band of points mean. */
export function seriesKey(points: readonly Point[]): KeyItem[] {
  const colours = new Set(points.map((point) => point.side.colour));
  const colour = colours.size === 1 ? [...colours][0] : theme.muted;
  const most = Math.max(1, ...points.map((point) => point.statements));
  const sizes = [Math.max(SMALL, Math.round(most / 50) * 10), most];
  return [
    ...[...new Set(sizes)].map((n) =>
      keyPoint(counted(n, "statement"), { colour, radius: radiusOf(n, most) })
    ),
    keyPoint(`fewer than ${SMALL}`, { colour, radius: 3, hollow: true }),
    keyArea("95 % interval", colour, 0.22),
  ];
}

/** Each series in a sentence: how it begins and ends, its lowest and highest. */
export function seriesSummary(points: readonly Point[]): string {
  const panels = [...new Set(points.map((point) => point.series))];
  return panels.map((series) => {
    const own = points.filter((p) => p.series === series && p.mean !== null);
    if (own.length === 0) return `${series}: no statements.`;
    const low = own.reduce((a, b) => b.mean! < a.mean! ? b : a);
    const high = own.reduce((a, b) => b.mean! > a.mean! ? b : a);
    const say = (p: Point) => `${signed(p.mean!)} in ${periodName(p.period)}`;
    return `${series}: ${say(own[0])}, ${say(own[own.length - 1])} at the end; lowest ${
      say(low)
    }, highest ${say(high)}.`;
  }).join(" ");
}

/** All statements of some points, with thousands set apart. */
export function statementsOf(points: readonly Pick<Point, "statements">[]): string {
  return count(points.reduce((sum, point) => sum + point.statements, 0));
}
