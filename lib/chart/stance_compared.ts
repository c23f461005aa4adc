import * as Plot from "@observablehq/plot";
import type { DataFrame } from "danfojs";
import { middleOf } from "../base/date.ts";
import { UserError } from "../base/fault.ts";
import { aboutOf, type Frame, makeFrame, rowsOf } from "../corpus/frame.ts";
import { type Figure, figure, type FigureOptions, type PlotBox } from "./figure.ts";
import { keyArea, keyInterval, keyLine, keyPoint } from "./key.ts";
import { counted, signed } from "./labels.ts";
import { NEUTRAL, OTHER, type Side, sideOfAll } from "./palette.ts";
import { type Point as SeriesPoint, statementsOf } from "./series_panels.ts";
import { dyadOf, enumerate, SMALL, STANCE_MARGIN, stanceScale } from "./stance_axis.ts";
import { theme } from "./theme.ts";
import { periodLength, periodName, timeAxis, withYears } from "./time.ts";

/** Series of the same dyads, computed in two or three ways. */
export type Ways = Readonly<Record<string, readonly DataFrame[]>>;

interface Point extends Omit<SeriesPoint, "series" | "side"> {
  readonly dyad: string;
  readonly way: string;
}

/** Dashes of the ways, so that a grey print tells them apart. */
const DASHES = ["none", "5 3", "1.5 3"];

/** Height of a panel and of the heading over it, in pixels. */
const PANEL = 140, HEADING = 18;

/**
 * Draws the same dyads' series beside each other as they come out in two or three ways:
 * as people coded and as software read them, by one side's outlets and by the other's,
 * with and without repetitions. One panel a dyad, one line a way; the band is the first
 * way's 95 % interval, the thin lines are the others'.
 *
 * @param ways Frames of `stanceSeries` by the name of the way; each way has the same dyads
 *   in the same order.
 * @param options Words and size.
 * @throws {UserError} where the ways have not the same dyads or are not two or three.
 *
 * @example
 * ```ts
 * import { charts, openCorpus, stanceSeries } from "aras";
 *
 * const corpus = await openCorpus();
 * const dyad = { speaker: "irn", target: "aze", every: "year" } as const;
 * await charts.stanceCompared({
 *   "Iranian outlets": [
 *     await stanceSeries(corpus, { ...dyad, publishers: { audience: "IRN" } }),
 *   ],
 *   "Azerbaijani outlets": [
 *     await stanceSeries(corpus, { ...dyad, publishers: { audience: "AZE" } }),
 *   ],
 * }).svg();
 * corpus.close();
 * ```
 */
export function stanceCompared(ways: Ways, options: FigureOptions = {}): Figure {
  const names = Object.keys(ways);
  check(ways, names);
  const first = ways[names[0]];
  const points = names.flatMap((way) => ways[way].flatMap((f) => pointsOf(f, way)));
  const sides = names.map((_, i) => sideOfWay(first, i));
  const every = points.length === 0 ? "quarter" : periodLength(points[0].period);
  return figure({
    name: "stance-compared",
    chart: "charts.stanceCompared",
    title: withYears(
      `${enumerate(names)} compared`,
      points.map((point) => point.period),
    ),
    subtitle: `Mean stance by ${every}, from −2 (hostile) to +2 (committed); ${
      statementsOf(points)
    } statements`,
    description: summary(points, names),
    key: [
      ...names.map((way, i) => keyLine(way, sides[i])),
      keyPoint(`fewer than ${SMALL} statements`, {
        colour: theme.muted,
        radius: 3,
        hollow: true,
      }),
      keyArea("95 % interval", sides[0].colour, 0.22),
      ...names.slice(1).map((_, i) =>
        keyInterval("95 % interval", sides[i + 1].colour)
      ),
    ],
    frame: joined(ways, names),
    ...options,
    plot: (box) => panels(points, names, sides, box),
  });
}

function check(ways: Ways, names: readonly string[]) {
  const dyads = names.map((way) => ways[way].map((frame) => dyadOf(frame).label));
  const alike = dyads.every((own) => own.join("\n") === dyads[0].join("\n"));
  if (names.length >= 2 && names.length <= DASHES.length && alike) return;
  throw new UserError({
    option: "charts.stanceCompared ways",
    expected: `two or three ways with the same dyads in the same order`,
    found: names.map((way, i) => `${way}: ${dyads[i].join(", ")}`).join("; ") || "none",
  });
}

/** The first way in the colour of the side that speaks, where it is one; the others in greys. */
function sideOfWay(frames: readonly DataFrame[], way: number): Side {
  if (way > 0) return { ...(way === 1 ? NEUTRAL : OTHER), dash: DASHES[way] };
  const side = sideOfAll(frames.flatMap((frame) => dyadOf(frame).speakers));
  return { ...side, colour: side === OTHER ? "#a5182c" : side.colour, dash: DASHES[0] };
}

function pointsOf(frame: DataFrame, way: string): Point[] {
  const dyad = dyadOf(frame).label;
  return rowsOf<Omit<Point, "dyad" | "way" | "date">>(frame).map((row) => ({
    ...row,
    dyad,
    way,
    date: middleOf(row.period),
  }));
}

function panels(
  points: readonly Point[],
  names: readonly string[],
  sides: readonly Side[],
  { width }: PlotBox,
): Plot.PlotOptions {
  const dyads = [...new Set(points.map((point) => point.dyad))];
  const margins = { marginLeft: STANCE_MARGIN, marginRight: 16 };
  return {
    width,
    height: PANEL * dyads.length + HEADING + 28,
    ...margins,
    marginTop: HEADING + 4,
    marginBottom: 24,
    x: timeAxis(points.map((point) => point.period), { width, ...margins }).scale,
    y: { ...stanceScale(), domain: [-2.15, 2.15] },
    fy: { domain: dyads, axis: null, padding: 0.16 },
    r: { type: "identity" },
    color: { type: "identity" },
    marks: [
      Plot.gridY([-2, -1, 1, 2], { stroke: theme.grid, strokeOpacity: 1 }),
      Plot.ruleY([0], { stroke: theme.rule }),
      ...names.flatMap((way, i) =>
        wayMarks(points.filter((point) => point.way === way), sides[i], i)
      ),
      headings(points, dyads, names),
    ],
  };
}

function wayMarks(own: readonly Point[], side: Side, way: number): Plot.Markish[] {
  const at = { fy: "dyad", x: "date" } as const;
  // One band is enough for the eye: the other ways' intervals are lines.
  const lines = Plot.ruleX(own.filter((point) => point.low !== null), {
    ...at,
    y1: "low",
    y2: "high",
    stroke: side.colour,
    strokeOpacity: 0.6,
    strokeWidth: 1,
  });
  const band = Plot.areaY(own, {
    ...at,
    y1: (p: Point) => p.low ?? NaN,
    y2: (p: Point) => p.high ?? NaN,
    z: "dyad",
    fill: side.colour,
    fillOpacity: 0.16,
  });
  return [
    way === 0 ? band : lines,
    Plot.lineY(own, {
      ...at,
      y: (p: Point) => p.mean ?? NaN,
      z: "dyad",
      stroke: side.colour,
      strokeWidth: 1.8,
      strokeDasharray: side.dash,
    }),
    Plot.dot(own.filter((point) => point.mean !== null), {
      ...at,
      y: "mean",
      r: 3,
      fill: (p: Point) => p.statements < SMALL ? theme.background : side.colour,
      stroke: side.colour,
      strokeWidth: 1.3,
      title: (p: Point) =>
        `${p.way}, ${periodName(p.period)}: ${signed(p.mean!, 2)} (${
          counted(p.statements, "statement")
        })`,
    }),
  ];
}

function headings(
  points: readonly Point[],
  dyads: readonly string[],
  names: readonly string[],
): Plot.Markish {
  const labels = dyads.map((dyad) => {
    const numbers = names.map((way) =>
      statementsOf(points.filter((p) => p.dyad === dyad && p.way === way))
    );
    const same = new Set(numbers).size === 1;
    return {
      dyad,
      text: `${dyad} (${
        same
          ? `${numbers[0]} statements`
          : names.map((way, i) => `${way} ${numbers[i]}`).join(", ")
      })`,
    };
  });
  return Plot.text(labels, {
    fy: "dyad",
    text: "text",
    fill: theme.ink,
    frameAnchor: "top-left",
    textAnchor: "start",
    lineAnchor: "bottom",
    dy: -3,
    fontWeight: 600,
  });
}

function summary(points: readonly Point[], names: readonly string[]): string {
  const dyads = [...new Set(points.map((point) => point.dyad))];
  return dyads.map((dyad) =>
    `${dyad}: ${
      names.map((way) => {
        const own = points.filter((p) => p.dyad === dyad && p.way === way);
        const n = own.reduce((sum, p) => sum + p.statements, 0);
        const mean = own.reduce((sum, p) => sum + (p.mean ?? 0) * p.statements, 0) / n;
        return n === 0 ? `${way} no statements` : `${way} on average ${signed(mean)}`;
      }).join(", ")
    }.`
  ).join(" ");
}

/** The frames of all ways as one, for the CSV. */
function joined(ways: Ways, names: readonly string[]): Frame {
  const frames = names.flatMap((way) => ways[way].map((frame) => ({ way, frame })));
  const rows = frames.flatMap(({ way, frame }) => {
    const { speaker, target } = dyadOf(frame);
    return rowsOf(frame).map((row) => ({ way, speaker, target, ...row }));
  });
  const abouts = frames.map(({ frame }) => aboutOf(frame));
  return makeFrame(
    rows,
    ["way", "speaker", "target", ...frames[0].frame.columns],
    {
      ...abouts[0],
      options: { series: abouts.map((about) => about.options) },
      sql: abouts.flatMap((about) => about.sql),
      notes: abouts[0].notes.filter((note) =>
        abouts.every((about) => about.notes.includes(note))
      ),
    },
  );
}
