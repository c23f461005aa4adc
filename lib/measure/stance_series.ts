import { checkPeriod, type Period } from "../base/date.ts";
import { seededRandom } from "../base/random.ts";
import type { Corpus } from "../corpus/corpus.ts";
import { type Frame, makeFrame, type Row } from "../corpus/frame.ts";
import { about, counted, written } from "./about.ts";
import { groupMeans } from "./cells.ts";
import { periodSql } from "./period_sql.ts";
import { type Selection, selectionQuery } from "./selection.ts";
import { allPeriods } from "./sources.ts";

/** Options of {@linkcode stanceSeries}. */
export interface StanceSeriesOptions extends Selection {
  /** Length of a period; a quarter where left out. */
  readonly every?: Period;
  /** Seed of the bootstrap; 1 where left out. */
  readonly seed?: number;
}

/**
 * The mean stance of a speaker toward a target, period by period, from −2 (hostile) to +2
 * (committed), with its 95 % interval from a bootstrap over documents.
 *
 * A statement counts in the period of its own date. Dates before the first or after the
 * last article of the corpus are left out unless `from` and `to` ask for them, and a date
 * too coarse for the period counts in longer periods alone; the frame's notes say how many.
 *
 * @param corpus The corpus.
 * @param options Speaker, target, period and whatever else {@linkcode Selection} can say.
 * @returns `period`, `mean`, `low`, `high`, `statements` (reports), `positions` (each
 *   once), `documents`; every period from the first to the last with a statement, empty
 *   ones with nothing but zeros. No `low` and `high` where a bootstrap cannot tell: fewer
 *   than two documents, or all of one opinion.
 * @throws {UserError} where an option is not what it should be.
 *
 * @example
 * ```ts
 * import { openCorpus, stanceSeries } from "aras";
 * import { assertEquals } from "@std/assert";
 *
 * const corpus = await openCorpus();
 * const series = await stanceSeries(corpus, {
 *   speaker: "irn",
 *   target: "aze",
 *   every: "year",
 * });
 * assertEquals(series.shape, [5, 7]);
 * corpus.close();
 * ```
 */
export async function stanceSeries(
  corpus: Corpus,
  options: StanceSeriesOptions = {},
): Promise<Frame> {
  const { every = "quarter", seed = 1, ...selection } = options;
  checkPeriod(every);
  const bounds = await spanOf(corpus, selection);
  const chosen = await selectionQuery(corpus, { ...selection, ...bounds });
  const period = periodSql("date", every);
  const { groups, sql } = await groupMeans(
    corpus,
    chosen,
    { by: [period], count: selection.count ?? "positions" },
    seededRandom(seed),
  );
  const rows = withGaps(
    groups.map(({ group, value, low, high, statements, positions, documents }) => ({
      period: group[0],
      mean: value,
      low,
      high,
      statements,
      positions,
      documents,
    })),
    every,
  );
  return makeFrame(
    rows,
    ["period", "mean", "low", "high", "statements", "positions", "documents"],
    about(corpus, "stanceSeries", options, [written(sql, chosen.parameters)], [
      ...await leftOut(corpus, selection, bounds, every),
      "mean stance from −2 to +2, 95 % intervals from a bootstrap over documents",
    ]),
  );
}

/** From the first to the last article, unless the reader asks for other dates. */
export async function spanOf(
  corpus: Corpus,
  { from, to }: Selection,
): Promise<{ from?: string; to?: string }> {
  const [span] = await corpus.query<{ first: string | null; last: string | null }>(
    `SELECT min(substr(published, 1, 4)) AS first, max(substr(published, 1, 4)) AS last
       FROM documents`,
  );
  return { from: from ?? span.first ?? undefined, to: to ?? span.last ?? undefined };
}

/** Says how many of the statements asked for are in no period, and why. */
export async function leftOut(
  corpus: Corpus,
  selection: Selection,
  bounds: Pick<Selection, "from" | "to">,
  every: Period,
): Promise<(string | undefined)[]> {
  const { from, to, ...rest } = selection;
  const { sql, parameters } = await selectionQuery(corpus, rest);
  const within = `date >= $from AND date <= $to`;
  const [row] = await corpus.query<
    Record<"n" | "within" | "coarse" | "months", number>
  >(
    `SELECT count(*) AS n, count_if(${within}) AS within,
            count_if(${within} AND ${periodSql("date", every)} IS NULL) AS coarse,
            count_if(${within} AND length(date) = 7) AS months
       FROM (${sql}) AS selected`,
    { ...parameters, from: bounds.from ?? "", to: `${bounds.to ?? ""}~` },
  );
  return [
    counted(row.within - row.coarse, "statement", "statements"),
    counted(row.coarse, "statement", "statements", " dated to the year alone left out"),
    counted(
      row.n - row.within,
      "statement",
      "statements",
      from === undefined && to === undefined
        ? " dated outside the years of the articles left out"
        : " outside from and to left out",
    ),
    counted(row.months, "of them is", "of them are", " dated to the month"),
  ];
}

function withGaps(rows: Row[], every: Period): Row[] {
  if (rows.length === 0) return rows;
  const known = new Map(rows.map((row) => [row.period, row]));
  return allPeriods(rows, every).map((period) =>
    known.get(period) ??
      {
        period,
        mean: null,
        low: null,
        high: null,
        statements: 0,
        positions: 0,
        documents: 0,
      }
  );
}
