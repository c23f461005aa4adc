import type { DataFrame } from "danfojs";
import { type DotAxis, type DotRow, dotRows } from "./dot_rows.ts";
import { type Figure, figure, type FigureOptions } from "./figure.ts";
import { keyInterval } from "./key.ts";
import { noStatements } from "./stance_months.ts";
import { theme } from "./theme.ts";
import { signed } from "./labels.ts";
import { aboutOf } from "../corpus/frame.ts";
import { spokenPeriod } from "../measure/claim_sentence.ts";

/** Rows without a clear sign are drawn in this grey. */
export const UNCLEAR = "#9aa1aa";

/** An axis of differences with zero in its middle, wide enough for most intervals. */
export function differenceAxis(
  rows: readonly Pick<DotRow, "value" | "low" | "high">[],
  label = "difference of mean stance",
): DotAxis {
  const values = rows.map((row) => Math.abs(row.value ?? 0));
  const ends = rows.flatMap((row) => [row.low, row.high])
    .map((v) => Math.abs(v ?? 0)).sort((a, b) => a - b);
  // One interval of three statements must not squeeze all others: it ends at the edge.
  const usual = ends[Math.floor(0.9 * (ends.length - 1))] ?? 0;
  const reach = Math.min(
    4,
    Math.max(0.5, Math.ceil(Math.max(usual, ...values) * 2 + 0.1) / 2),
  );
  const step = reach > 2 ? 1 : reach > 1 ? 0.5 : 0.25;
  const ticks: number[] = [];
  for (let v = -Math.floor(reach / step); v <= Math.floor(reach / step); v++) {
    ticks.push(v * step);
  }
  return {
    domain: [-reach, reach],
    ticks,
    label,
    zero: 0,
    format: (value) => signed(value, step < 0.5 ? 2 : step < 1 ? 1 : 0),
  };
}

/** Whether an interval leaves out zero. */
export function isClear({ low, high }: Pick<DotRow, "low" | "high">): boolean {
  return low !== null && high !== null && (low > 0 || high < 0);
}

/** The two periods that a measure compares, as a subtitle says them. */
export function comparedPeriods(frame: DataFrame): string {
  const { before, after } = aboutOf(frame).options as Record<string, string>;
  return `${spokenPeriod(before)} to ${spokenPeriod(after)}`;
}

/** What a figure of differences says. */
export interface DifferenceWords {
  readonly name: string;
  readonly chart: string;
  readonly title: string;
  readonly subtitle: string;
  /** What an interval is of, in the key. */
  readonly interval: string;
  /** Heading of the column of numbers. */
  readonly column: string;
  /** Label of the axis. */
  readonly axis?: string;
}

/** Rows of differences with their intervals, grey where the interval includes none. */
export function differenceFigure(
  frame: DataFrame,
  rows: readonly DotRow[],
  { interval, column, axis, ...words }: DifferenceWords,
  options: FigureOptions,
): Figure {
  return figure({
    ...words,
    description: rows.map(({ section, label, count }) =>
      section === undefined ? `${label}: ${count}` : `${section}: ${label} ${count}`
    ).join("; "),
    key: [
      keyInterval(interval, theme.ink),
      keyInterval("interval includes none", UNCLEAR),
    ],
    frame,
    ...options,
    plot: ({ width }) =>
      rows.length === 0
        ? noStatements(width)
        : dotRows(rows, differenceAxis(rows, axis), width, column),
  });
}

/** How a difference is drawn: in ink where its sign is clear. */
export function clearness(row: Pick<DotRow, "low" | "high">) {
  return { colour: isClear(row) ? theme.ink : UNCLEAR, small: !isClear(row) };
}
