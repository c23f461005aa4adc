import type { DataFrame } from "danfojs";
import { rowsOf } from "../corpus/frame.ts";
import type { DotRow } from "./dot_rows.ts";
import { clearness, comparedPeriods, differenceFigure } from "./estimates.ts";
import type { Figure, FigureOptions } from "./figure.ts";
import { count, percent, signed } from "./labels.ts";
import { dyadOf } from "./stance_axis.ts";

interface PartRow {
  readonly by: string;
  readonly part: "same" | "mix";
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly difference: number | null;
  readonly matched: number | null;
  readonly groups: number;
  readonly groups_both: number;
  readonly statements_before: number;
  readonly statements_after: number;
}

/** What a difference can be split by, as a reader says it. */
const NAMES: Readonly<Record<string, string>> = {
  publisher: "outlets",
  country: "outlets’ countries",
  audience: "outlets’ audiences",
  kind: "kinds of outlet",
  speaker: "speakers",
  issue: "issues",
  voice: "voices",
};

/**
 * Draws what a shift is made of: for outlets, speakers and issues, how much of it is the
 * same ones changing and how much is others being heard, with 95 % intervals.
 *
 * @param frame What `decomposeShift` returns.
 * @param options Words and size.
 *
 * @example
 * ```ts
 * import { charts, decomposeShift, openCorpus } from "aras";
 *
 * const corpus = await openCorpus();
 * const frame = await decomposeShift(corpus, {
 *   speaker: "irn",
 *   target: "arm",
 *   before: "2020",
 *   after: "2022/2024",
 * });
 * await charts.shiftParts(frame).svg();
 * corpus.close();
 * ```
 */
export function shiftParts(frame: DataFrame, options: FigureOptions = {}): Figure {
  const rows = rowsOf<PartRow>(frame);
  const [first] = rows;
  const drawn = rows.map((row): DotRow => ({
    label: row.part === "same"
      ? `the same ${NAMES[row.by] ?? row.by} changed`
      : `other ${NAMES[row.by] ?? row.by} were heard`,
    section: `By ${NAMES[row.by] ?? row.by} (${
      row.matched === null
        ? "none in both periods"
        : `${percent(row.matched)} of the statements from those in both periods`
    })`,
    value: row.value,
    low: row.low,
    high: row.high,
    count: row.value === null ? "–" : signed(row.value, 2),
    ...clearness(row),
  }));
  const difference = first?.difference ?? null;
  return differenceFigure(frame, drawn, {
    name: "shift-parts",
    chart: "charts.shiftParts",
    title: `What the shift is made of: ${dyadOf(frame).label}`,
    subtitle: difference === null
      ? "No difference can be split: a period is empty, or none is heard in both"
      : `${comparedPeriods(frame)}: difference of mean stance ${
        signed(difference, 2)
      }; ${count(first.statements_before)} and ${
        count(first.statements_after)
      } statements`,
    interval: "part and 95 % interval",
    column: "part",
    axis: "part of the difference",
  }, options);
}
