import type { DataFrame } from "danfojs";
import { rowsOf } from "../corpus/frame.ts";
import { type DotAxis, dotRows } from "./dot_rows.ts";
import { type Figure, figure, type FigureOptions } from "./figure.ts";
import { keyInterval, keyPoint } from "./key.ts";
import { count, issueName, signed } from "./labels.ts";
import { sideOfAll } from "./palette.ts";
import { dyadOf, SMALL } from "./stance_axis.ts";

interface IssueRow {
  issue: string;
  mean: number | null;
  low: number | null;
  high: number | null;
  statements: number;
}

/** The axis of a mean stance from −2 to +2 under rows of points. */
export const STANCE_DOTS: DotAxis = {
  domain: [-2, 2],
  ticks: [-2, -1, 0, 1, 2],
  label: "Mean stance: −2 hostile, −1 critical, +1 favourable, +2 committed",
  zero: 0,
  format: (value) => signed(value, 0),
};

/**
 * Draws the mean stance on each issue with its interval, most favourable first.
 *
 * @param frame What `stanceByIssue` returns.
 * @param options Words and size.
 *
 * @example
 * ```ts
 * import { charts, openCorpus, stanceByIssue } from "aras";
 *
 * const corpus = await openCorpus();
 * const issues = await stanceByIssue(corpus, { speaker: "irn", target: "aze" });
 * await charts.stanceByIssue(issues).svg();
 * corpus.close();
 * ```
 */
export function stanceByIssue(frame: DataFrame, options: FigureOptions = {}): Figure {
  const { speaker, target, speakers } = dyadOf(frame);
  const { colour } = sideOfAll(speakers);
  const rows = rowsOf<IssueRow>(frame).filter((row) => row.mean !== null)
    .sort((a, b) => b.mean! - a.mean! || b.statements - a.statements);
  const n = rows.reduce((sum, row) => sum + row.statements, 0);
  const ends = rows.length === 0
    ? ""
    : `Most favourable: ${issueName(rows[0].issue)} (${
      signed(rows[0].mean!)
    }); most hostile: ${issueName(rows[rows.length - 1].issue)} (${
      signed(rows[rows.length - 1].mean!)
    })`;
  return figure({
    name: "stance-by-issue",
    chart: "charts.stanceByIssue",
    title: `${speaker} toward ${target}, issue by issue`,
    subtitle: `Mean stance of statements on each issue; ${count(n)} statements`,
    description: ends,
    key: [
      keyInterval("mean and 95 % interval", colour),
      keyPoint(`fewer than ${SMALL} statements`, { colour, hollow: true }),
    ],
    frame,
    ...options,
    plot: ({ width }) =>
      dotRows(
        rows.map((row) => ({
          label: issueName(row.issue),
          value: row.mean,
          low: row.low,
          high: row.high,
          count: count(row.statements),
          colour,
          small: row.statements < SMALL,
        })),
        STANCE_DOTS,
        width,
        "statements",
      ),
  });
}
