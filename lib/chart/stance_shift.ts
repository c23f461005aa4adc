import * as Plot from "@observablehq/plot";
import type { DataFrame } from "danfojs";
import { rowsOf } from "../corpus/frame.ts";
import { spokenPeriod } from "../measure/claim_sentence.ts";
import { type Figure, figure, type FigureOptions } from "./figure.ts";
import { keyInterval, keyPoint } from "./key.ts";
import { count, signed } from "./labels.ts";
import { OTHER, sideOf } from "./palette.ts";
import { SMALL } from "./stance_axis.ts";
import { fitText, textWidth } from "./text.ts";
import { theme } from "./theme.ts";

interface ShiftRow {
  speaker: string;
  label: string;
  before: string;
  after: string;
  mean_before: number | null;
  mean_after: number | null;
  difference: number | null;
  low: number | null;
  high: number | null;
  statements_before: number;
  statements_after: number;
}

/** A row with where it is drawn, in pixels and colours. */
interface Drawn extends ShiftRow {
  readonly key: string;
  readonly colour: string;
  /** Whether the interval of the difference leaves out zero. */
  readonly clear: boolean;
}

const ROW = 38, HEAD = 34, FOOT = 26, LABEL = { size: 11, weight: 600 };

/** What the colours of differences say in words. */
function verdict(row: ShiftRow): string {
  if (row.low === null || row.high === null) return "too few to tell";
  return row.low > 0 ? "up" : row.high < 0 ? "down" : "no shift seen";
}

/**
 * Draws how stances shifted between two periods: on the left the mean before and after,
 * on the right their difference with its 95 % interval, grey where it includes none.
 *
 * @param frame What `stanceShift` returns, a row for each dyad.
 * @param options Words and size.
 *
 * @example
 * ```ts
 * import { charts, openCorpus, stanceShift } from "aras";
 *
 * const corpus = await openCorpus();
 * const frame = await stanceShift(corpus, {
 *   dyads: [["irn", "aze"], ["aze", "irn"]],
 *   before: "2021",
 *   after: "2023",
 * });
 * await charts.stanceShift(frame).svg();
 * corpus.close();
 * ```
 */
export function stanceShift(frame: DataFrame, options: FigureOptions = {}): Figure {
  const rows: Drawn[] = rowsOf<ShiftRow>(frame).map((row, i) => ({
    ...row,
    key: String(i),
    colour: row.speaker.includes(";") ? OTHER.colour : sideOf(row.speaker).colour,
    clear: row.low !== null && (row.low > 0 || row.high! < 0),
  }));
  const [before, after] = rows.length === 0
    ? ["before", "after"]
    : [spokenPeriod(rows[0].before), spokenPeriod(rows[0].after)];
  const n = rows.reduce((sum, r) => sum + r.statements_before + r.statements_after, 0);
  return figure({
    name: "stance-shift",
    chart: "charts.stanceShift",
    title: rows.length === 1
      ? `How the stance shifted, ${rows[0].label}: ${before} to ${after}`
      : `How stances shifted from ${before} to ${after}`,
    subtitle: `Mean stance in either period, −2 (hostile) to +2 (committed), and the ` +
      `difference; ${count(n)} statements`,
    description: rows.map((row) =>
      row.difference === null
        ? `${row.label}: too few to tell`
        : `${row.label}: ${signed(row.difference, 2)}, ${verdict(row)}`
    ).join("; "),
    key: [
      keyPoint(before, { colour: theme.muted, hollow: true }),
      keyPoint(after, { colour: theme.muted }),
      keyInterval("difference and 95 % interval", theme.ink),
      keyInterval("includes no shift", GREY),
    ],
    frame,
    ...options,
    plot: ({ width }) => plotShifts(rows, width),
  });
}

const GREY = "#9aa1aa";

function plotShifts(rows: readonly Drawn[], width: number): Plot.PlotOptions {
  const widest = Math.max(0, ...rows.map((row) => textWidth(row.label, LABEL)));
  const left = Math.min(200, Math.max(90, widest)) + 16;
  const half = (width - left) / 2;
  // Two axes side by side in one plot: places are pixels, each axis has its own scale.
  const stance = scale([-2, 2], [left, left + half - 26]);
  const spread = rows.flatMap((r) => [r.low ?? 0, r.high ?? 0, r.difference ?? 0]);
  const reach = Math.max(0.5, Math.ceil(Math.max(...spread.map(Math.abs)) * 2) / 2);
  const change = scale([-reach, reach], [left + half + 14, width - 92]);
  const steps = reach > 2
    ? [-2, -1, 0, 1, 2]
    : [-reach, -reach / 2, 0, reach / 2, reach];
  const bottom = rows.length * ROW;
  const known = rows.filter((row) =>
    row.mean_before !== null && row.mean_after !== null
  );
  const told = rows.filter((row) => row.difference !== null);
  const y = { y: "key" };
  return {
    width,
    height: bottom + HEAD + FOOT,
    marginLeft: 0,
    marginRight: 0,
    marginTop: HEAD,
    marginBottom: FOOT,
    x: { type: "identity", axis: null },
    y: { type: "band", domain: rows.map((row) => row.key), axis: null },
    color: { type: "identity" },
    marks: [
      ...axisMarks([-2, -1, 0, 1, 2], stance, "mean stance", (v) => signed(v, 0)),
      ...axisMarks(steps, change, "difference", (v) => signed(v, reach > 1 ? 1 : 2)),
      Plot.arrow(known, {
        ...y,
        x1: (r: Drawn) => stance(r.mean_before!),
        x2: (r: Drawn) => stance(r.mean_after!),
        stroke: "colour",
        strokeWidth: 1.6,
        inset: 4,
        headLength: 5,
      }),
      ...(["before", "after"] as const).map((end) =>
        Plot.dot(rows.filter((r) => r[`mean_${end}`] !== null), {
          ...y,
          x: (r: Drawn) => stance(r[`mean_${end}`]!),
          r: 4.2,
          fill: (r: Drawn) => end === "before" ? theme.background : r.colour,
          stroke: "colour",
          strokeWidth: 1.6,
        })
      ),
      Plot.link(told.filter((r) => r.low !== null), {
        ...y,
        x1: (r: Drawn) => change(r.low!),
        x2: (r: Drawn) => change(r.high!),
        stroke: (r: Drawn) => r.clear ? theme.ink : GREY,
        strokeWidth: 1.8,
      }),
      Plot.dot(told, {
        ...y,
        x: (r: Drawn) => change(r.difference!),
        r: 4.2,
        fill: (r: Drawn) => r.clear ? theme.ink : theme.background,
        stroke: (r: Drawn) => r.clear ? theme.ink : GREY,
        strokeWidth: 1.8,
      }),
      ...wordMarks(rows, left, width),
    ],
  };
}

/** Dyads and their n on the left, what came out on the right. */
function wordMarks(
  rows: readonly Drawn[],
  left: number,
  width: number,
): Plot.Markish[] {
  const few = (n: number) => n < SMALL ? `${n} (few)` : count(n);
  const end = { y: "key", x: () => left - 12, textAnchor: "end" } as const;
  const right = { y: "key", x: () => width, textAnchor: "end" } as const;
  return [
    Plot.text(rows, {
      ...end,
      text: (r: Drawn) => fitText(r.label, left - 14, LABEL),
      dy: -6,
      fontWeight: 600,
      fill: (r: Drawn) => sideOf(r.speaker).ink,
    }),
    Plot.text(rows, {
      ...end,
      text: (r: Drawn) => `n ${few(r.statements_before)} → ${few(r.statements_after)}`,
      dy: 8,
      fontSize: 9.5,
      fill: theme.muted,
    }),
    Plot.text(rows.filter((r) => r.difference !== null), {
      ...right,
      text: (r: Drawn) => signed(r.difference!, 2),
      dy: -6,
      fontWeight: 600,
    }),
    Plot.text(rows, {
      ...right,
      text: verdict,
      dy: 8,
      fontSize: 9.5,
      fill: theme.muted,
    }),
  ];
}

/** Grid, ticks and name of one of the two axes. */
function axisMarks(
  ticks: readonly number[],
  place: (value: number) => number,
  name: string,
  format: (value: number) => string,
): Plot.Markish[] {
  return [
    Plot.ruleX(ticks, {
      x: (tick: number) => place(tick),
      stroke: (tick: number) => tick === 0 ? theme.ink : theme.grid,
      strokeWidth: 1,
    }),
    Plot.text(ticks, {
      x: (tick: number) => place(tick),
      text: (tick: number) => format(tick),
      frameAnchor: "bottom",
      dy: 14,
    }),
    Plot.text([name], {
      x: () => place(0),
      text: (d: string) => d,
      frameAnchor: "top",
      dy: -14,
      fill: theme.muted,
    }),
  ];
}

function scale([a, b]: [number, number], [from, to]: [number, number]) {
  return (value: number) =>
    from + (Math.max(a, Math.min(b, value)) - a) / (b - a) * (to - from);
}
