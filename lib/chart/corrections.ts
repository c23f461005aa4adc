import type { DataFrame } from "danfojs";
import { rowsOf } from "../corpus/frame.ts";
import type { DotRow } from "./dot_rows.ts";
import { clearness, comparedPeriods, differenceFigure } from "./estimates.ts";
import type { Figure, FigureOptions } from "./figure.ts";
import { signed } from "./labels.ts";
import { dyadOf } from "./stance_axis.ts";

interface CorrectionRow {
  readonly correction?: string;
  readonly estimate?: string;
  readonly difference: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** Rows as a reader says them. */
const NAMES: Readonly<Record<string, string>> = {
  "as coded": "as coded",
  stances: "allowing for wrong stances",
  missed: "allowing for missed statements",
  both: "allowing for both",
  "coded alone": "hand-coded documents alone",
  "extracted alone": "the software alone",
  corrected: "the software, corrected by hand-coded documents",
};

/**
 * Draws what errors leave of a difference: as it is, and with coding errors, missed
 * statements or the software's errors allowed for.
 *
 * @param frame What `codingError` or `correctedShift` returns.
 * @param options Words and size.
 *
 * @example
 * ```ts
 * import { charts, codingError, openCorpus } from "aras";
 *
 * const corpus = await openCorpus();
 * const frame = await codingError(corpus, {
 *   speaker: "irn",
 *   target: "arm",
 *   before: "2020",
 *   after: "2023",
 * });
 * await charts.corrections(frame).svg();
 * corpus.close();
 * ```
 */
export function corrections(frame: DataFrame, options: FigureOptions = {}): Figure {
  const rows = rowsOf<CorrectionRow>(frame);
  const drawn = rows.map((row): DotRow => {
    const name = row.correction ?? row.estimate ?? "";
    return {
      label: NAMES[name] ?? name,
      value: row.difference,
      low: row.low,
      high: row.high,
      count: row.difference === null ? "–" : signed(row.difference, 2),
      ...clearness(row),
    };
  });
  return differenceFigure(frame, drawn, {
    name: "corrections",
    chart: "charts.corrections",
    title: `Would errors explain it? ${dyadOf(frame).label}`,
    subtitle: `${comparedPeriods(frame)}: difference of mean stance, sampling and ` +
      "errors in its interval",
    interval: "difference and 95 % interval",
    column: "difference",
  }, options);
}
