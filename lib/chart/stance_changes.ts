import * as Plot from "@observablehq/plot";
import type { DataFrame } from "danfojs";
import { middleOf, startOf } from "../base/date.ts";
import { rowsOf } from "../corpus/frame.ts";
import type { Event } from "./events.ts";
import { type Figure, figure, type FigureOptions } from "./figure.ts";
import { keyArea, type KeyItem, keyLine, keyPoint } from "./key.ts";
import { counted, signed } from "./labels.ts";
import { sideOf } from "./palette.ts";
import { dyadOf, SMALL } from "./stance_axis.ts";
import {
  monthDots,
  noStatements,
  type SmoothedMonth,
  stancePlot,
} from "./stance_months.ts";
import { theme } from "./theme.ts";
import { endOf, periodName } from "./time.ts";

/** Options of {@linkcode stanceChanges}. */
export interface StanceChangesChartOptions extends FigureOptions {
  /** What `smoothStance` returns for the same selection: its monthly means as points. */
  readonly series?: DataFrame;
  /** A frame or rows of the table `events`, drawn as labelled lines. */
  readonly events?: DataFrame | readonly Event[];
}

interface LevelRow {
  readonly level: number;
  readonly from: string;
  readonly to: string;
  readonly mean: number;
  readonly statements: number;
  readonly size: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly earliest: string | null;
  readonly latest: string | null;
  readonly verdict: string;
  readonly p: number;
  readonly smallest: number | null;
}

/**
 * Draws the level shifts of a series: its levels as steps, the months in which each shift
 * may have begun as a shade, its size with the interval beside it; and where there is
 * none, one level and the words for it.
 *
 * @param frame What `stanceChanges` returns.
 * @param options The monthly means, events, words and size.
 *
 * @example
 * ```ts
 * import { charts, openCorpus, smoothStance, stanceChanges } from "aras";
 *
 * const corpus = await openCorpus();
 * const dyad = { speaker: "irn", target: "arm" };
 * const series = await smoothStance(corpus, dyad);
 * await charts.stanceChanges(await stanceChanges(corpus, dyad), { series }).svg();
 * corpus.close();
 * ```
 */
export function stanceChanges(
  frame: DataFrame,
  options: StanceChangesChartOptions = {},
): Figure {
  const { series, events, ...words } = options;
  const levels = rowsOf<LevelRow>(frame);
  const months = series === undefined ? [] : rowsOf<SmoothedMonth>(series);
  const { speaker, target, speakers } = dyadOf(frame);
  const side = sideOf(speakers.length === 1 ? speakers[0] : "");
  const n = levels.reduce((sum, row) => sum + row.statements, 0);
  const most = Math.max(1, ...months.map((row) => row.statements));
  const shifts = levels.filter((row) => row.size !== null);
  const key: KeyItem[] = [
    keyLine("level between shifts", { colour: side.colour, dash: "none" }),
    ...(shifts.length > 0
      ? [keyArea("months in which a shift may have begun (95 %)", side.colour, 0.18)]
      : []),
    ...(months.length > 0
      ? [
        keyPoint("mean of a month", { colour: side.colour, radius: 4 }),
        keyPoint(`fewer than ${SMALL} statements`, {
          colour: side.colour,
          radius: 3,
          hollow: true,
        }),
      ]
      : []),
  ];
  return figure({
    name: "stance-changes",
    chart: "charts.stanceChanges",
    title: `When did ${speaker} change how it speaks of ${target}?`,
    subtitle: levels.length === 0
      ? "No statements"
      : `${answer(levels)}; ${counted(n, "statement")}`,
    description: shifts.map((row) =>
      `A shift of ${signed(row.size!, 2)} (${signed(row.low!, 2)} to ${
        signed(row.high!, 2)
      }) in ${periodName(row.from)}, between ${periodName(row.earliest!)} and ${
        periodName(row.latest!)
      }`
    ).join(". "),
    key,
    frame,
    ...words,
    plot(box) {
      if (levels.length === 0) return noStatements(box.width);
      return stancePlot(box, {
        dates: [
          ...levels.flatMap((row) => [row.from, row.to]),
          ...months.map((row) => row.month),
        ],
        events,
        reach: 2.35,
        marks: [
          Plot.rectX(shifts, {
            x1: (row: LevelRow) => startOf(row.earliest!),
            x2: (row: LevelRow) => endOf(row.latest!),
            fill: side.colour,
            fillOpacity: 0.13,
          }),
          ...(months.length > 0 ? [monthDots(months, side.colour, most)] : []),
          ...stepMarks(levels, months, side),
        ],
      });
    },
  });
}

/** Levels as steps joined by dotted lines, and their means beside them. */
function stepMarks(
  levels: readonly LevelRow[],
  months: readonly SmoothedMonth[],
  side: { colour: string; ink: string },
): Plot.Markish[] {
  const begin = (i: number) => startOf(levels[i].from);
  const end = (i: number) =>
    i + 1 < levels.length ? startOf(levels[i + 1].from) : endOf(levels[i].to);
  const steps = levels.map((row, i) => ({ ...row, x1: begin(i), x2: end(i) }));
  const joints = steps.slice(1).map((step, i) => ({
    x: step.x1,
    y1: steps[i].mean,
    y2: step.mean,
  }));
  const labels = steps.map((step) => ({ ...step, ...freePlace(step, months) }));
  return [
    Plot.link(joints, {
      x: "x",
      y1: "y1",
      y2: "y2",
      stroke: side.colour,
      strokeWidth: 1.2,
      strokeDasharray: "2 2",
    }),
    Plot.link(steps, {
      x1: "x1",
      x2: "x2",
      y: "mean",
      stroke: side.colour,
      strokeWidth: 3,
    }),
    ...[true, false].map((above) =>
      Plot.text(labels.filter((label) => label.above === above), {
        x: "at",
        y: "mean",
        text: (step: LevelRow) => signed(step.mean, 2),
        dy: above ? -10 : 10,
        fill: side.ink,
        fontWeight: 600,
        stroke: theme.background,
        strokeWidth: 4,
      })
    ),
  ];
}

/** Where a level's mean stands in the way of the fewest months: along it, over or under. */
function freePlace(
  step: { readonly x1: Date; readonly x2: Date; readonly mean: number },
  months: readonly SmoothedMonth[],
): { at: Date; above: boolean } {
  const day = 86_400_000;
  let best = { at: step.x1, above: true }, least = Infinity;
  for (const share of [0.5, 0.35, 0.65, 0.2, 0.8, 0.1, 0.9]) {
    const at = new Date(+step.x1 + share * (+step.x2 - +step.x1));
    for (const above of [true, false]) {
      const inTheWay = months.filter(({ month, mean }) => {
        if (mean === null) return false;
        const off = above ? mean - step.mean : step.mean - mean;
        return Math.abs(+middleOf(month) - +at) < 60 * day && off > -0.08 && off < 0.32;
      }).length;
      if (inTheWay < least) {
        least = inTheWay;
        best = { at, above };
      }
    }
  }
  return best;
}

/** What was found, in words. */
function answer([first, ...rest]: readonly LevelRow[]): string {
  if (first.verdict === "too few") return "Too few statements to tell";
  const p = first.p < 0.001 ? "p < 0.001" : `p = ${first.p.toFixed(3)}`;
  if (first.verdict === "none") {
    return `No level shift can be seen (${p})` +
      (first.smallest === null
        ? ""
        : `; one of ${first.smallest.toFixed(1)} would probably have been found`);
  }
  return `${counted(rest.length, "level shift")} (${p} for any)`;
}
