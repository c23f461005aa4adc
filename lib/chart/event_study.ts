import type { DataFrame } from "danfojs";
import { aboutOf, rowsOf } from "../corpus/frame.ts";
import type { DotRow } from "./dot_rows.ts";
import { clearness, differenceFigure } from "./estimates.ts";
import type { Figure, FigureOptions } from "./figure.ts";
import { counted, signed } from "./labels.ts";
import { dyadOf } from "./stance_axis.ts";

interface WindowRow {
  readonly window: number;
  readonly difference: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly statements_before: number;
  readonly statements_after: number;
  readonly rank: number | null;
  readonly placebos: number | null;
  readonly p_ladder: number | null;
}

/**
 * Draws the difference before and after an event for a ladder of windows, each with its
 * 95 % interval and its rank among placebo dates.
 *
 * @param frame What `eventStudy` returns.
 * @param options Words and size.
 *
 * @example
 * ```ts
 * import { charts, eventStudy, openCorpus } from "aras";
 *
 * const corpus = await openCorpus();
 * const frame = await eventStudy(corpus, {
 *   speaker: "irn",
 *   target: "aze",
 *   event: "2023-01-27",
 * });
 * await charts.eventStudy(frame).svg();
 * corpus.close();
 * ```
 */
export function eventStudy(frame: DataFrame, options: FigureOptions = {}): Figure {
  const rows = rowsOf<WindowRow>(frame);
  const { notes } = aboutOf(frame);
  const ladder = rows[0]?.p_ladder ?? null;
  const drawn = rows.map((row): DotRow => ({
    label: `${counted(row.window, "month")}: ${row.statements_before} before, ` +
      `${row.statements_after} after`,
    value: row.difference,
    low: row.low,
    high: row.high,
    count: row.difference === null
      ? "too few"
      : row.rank === null
      ? `${signed(row.difference, 2)} · too few to rank`
      : `${signed(row.difference, 2)} · ${row.rank} of ${row.placebos! + 1}`,
    ...clearness(row),
  }));
  return differenceFigure(frame, drawn, {
    name: "event-study",
    chart: "charts.eventStudy",
    title: `Before and after: ${dyadOf(frame).label}`,
    subtitle: `${notes[0] ?? "Event"}; ${
      ladder === null
        ? "too few other dates to rank it among"
        : `largest of all windows against other dates: p = ${ladder.toFixed(3)}`
    }`,
    interval: "after less before, 95 % interval",
    column: "difference · rank",
  }, options);
}
