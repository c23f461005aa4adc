import { checkPeriod, monthRange, type Period, periodsBetween } from "../base/date.ts";
import { badOption } from "../base/fault.ts";
import type { Corpus } from "../corpus/corpus.ts";
import { type Frame, makeFrame, type Row } from "../corpus/frame.ts";
import { about, counted, written } from "./about.ts";
import { type DocumentFilter, documentsSql } from "./documents.ts";

/** What documents can be counted by. */
export const SOURCE_GROUPS = [
  "publisher",
  "country",
  "audience",
  "kind",
  "language",
  "genre",
  "none",
] as const;

/** Options of {@linkcode sourceCounts}. */
export interface SourceCountsOptions extends DocumentFilter {
  /** Length of a period; a quarter where left out. */
  readonly every?: Period;
  /** What documents are counted by; all in one where left out. */
  readonly by?: (typeof SOURCE_GROUPS)[number];
  /** How many groups are named; the rest are `other`. 12 where left out. */
  readonly top?: number;
}

const COLUMN: Record<string, string> = {
  publisher: "publisher",
  country: "country",
  audience: "audience",
  kind: "kind",
  language: "language",
  genre: "genre",
  none: "'all'",
};

/**
 * Counts documents by period and by publisher or something that publishers share.
 *
 * @param corpus The corpus.
 * @param options Period, group, how many groups, which documents.
 * @returns `period`, `group`, `name` (the group in words), `documents`, `share` (of the
 *   period's documents, 0 to 1; empty where the period has none); every period with every
 *   group, in order of time and of size.
 * @throws {UserError} where an option is not what it should be.
 *
 * @example
 * ```ts
 * import { openCorpus, sourceCounts } from "aras";
 * import { assertEquals } from "@std/assert";
 *
 * const corpus = await openCorpus();
 * const frame = await sourceCounts(corpus, { every: "year", by: "kind" });
 * assertEquals(frame.columns, ["period", "group", "name", "documents", "share"]);
 * corpus.close();
 * ```
 */
export async function sourceCounts(
  corpus: Corpus,
  options: SourceCountsOptions = {},
): Promise<Frame> {
  const { every = "quarter", by = "none", top = 12 } = options;
  checkPeriod(every);
  if (!(SOURCE_GROUPS as readonly string[]).includes(by)) {
    badOption("by", SOURCE_GROUPS.join(", "), by);
  }
  if (!Number.isInteger(top) || top < 1) badOption("top", "a whole number from 1", top);
  const documents = documentsSql(options, every);
  const sql = `WITH chosen AS (
  SELECT period, coalesce(${
    COLUMN[by]
  }, 'unknown') AS label FROM (${documents.sql}) AS d
   WHERE period IS NOT NULL
), sized AS (
  SELECT label, count(*) AS n,
         row_number() OVER (ORDER BY count(*) DESC, label) AS place
    FROM chosen GROUP BY label
), grouped AS (
  SELECT period, CASE WHEN place <= $top THEN chosen.label ELSE 'other' END AS label,
         CASE WHEN place <= $top THEN place ELSE $top + 1 END AS place
    FROM chosen JOIN sized ON sized.label = chosen.label
), periods AS (SELECT period, count(*) AS of FROM chosen GROUP BY period),
groups AS (SELECT DISTINCT label, place FROM grouped)
SELECT periods.period, groups.label AS "group",
       coalesce(max(publishers.name), groups.label) AS name,
       count(grouped.period) AS documents,
       count(grouped.period) * 1.0 / max(periods.of) AS share
  FROM periods CROSS JOIN groups
  LEFT JOIN grouped ON grouped.period = periods.period AND grouped.label = groups.label
  LEFT JOIN publishers ON ${by === "publisher"} AND publishers.id = groups.label
 GROUP BY periods.period, groups.label, groups.place
 ORDER BY periods.period, groups.place`;
  const parameters = { ...documents.parameters, top };
  const rows = filled(await corpus.query(sql, parameters), every);
  const undated = await documents.undated(corpus);
  return makeFrame(
    rows,
    ["period", "group", "name", "documents", "share"],
    about(
      corpus,
      "sourceCounts",
      { every, by, ...options },
      [written(sql, parameters)],
      [
        `${sum(rows, "documents").toLocaleString("en")} documents`,
        counted(
          undated,
          "document",
          "documents",
          ` without a date as fine as a ${every} left out`,
        ),
      ],
    ),
  );
}

/** Puts in the periods in which there is nothing, so that a gap shows as a gap. */
function filled(rows: Row[], every: Period): Row[] {
  if (rows.length === 0) return rows;
  const groups = rows.filter((row) => row.period === rows[0].period);
  return allPeriods(rows, every).flatMap((period) => {
    const known = rows.filter((row) => row.period === period);
    return known.length > 0
      ? known
      : groups.map((row) => ({ ...row, period, documents: 0, share: null }));
  });
}

/** Options of {@linkcode sourceConcentration}. */
export interface SourceConcentrationOptions extends DocumentFilter {
  readonly every?: Period;
}

/**
 * Tells how much of a corpus comes from few outlets: the share of the ten largest and the
 * Herfindahl–Hirschman index (Hirschman 1964), by period.
 *
 * @param corpus The corpus.
 * @param options Period (a half-year where left out) and which documents.
 * @returns `period`, `documents`, `publishers`, `top_ten_share` (0 to 1), `herfindahl`
 *   (sum of squared shares, 1/publishers to 1), `effective_publishers` (its inverse: as
 *   many outlets of equal size would be as concentrated).
 *
 * @example
 * ```ts
 * import { openCorpus, sourceConcentration } from "aras";
 * import { assertEquals } from "@std/assert";
 *
 * const corpus = await openCorpus();
 * const frame = await sourceConcentration(corpus, { every: "year" });
 * assertEquals(frame.columns[3], "top_ten_share");
 * corpus.close();
 * ```
 */
export async function sourceConcentration(
  corpus: Corpus,
  options: SourceConcentrationOptions = {},
): Promise<Frame> {
  const { every = "half-year" } = options;
  checkPeriod(every);
  const documents = documentsSql(options, every);
  const sql = `WITH sized AS (
  SELECT period, publisher, count(*) AS n,
         row_number() OVER (PARTITION BY period ORDER BY count(*) DESC, publisher) AS place
    FROM (${documents.sql}) AS d WHERE period IS NOT NULL GROUP BY period, publisher
)
SELECT period, sum(n) AS documents, count(*) AS publishers,
       sum(CASE WHEN place <= 10 THEN n ELSE 0 END) * 1.0 / sum(n) AS top_ten_share,
       sum(n * n) * 1.0 / (sum(n) * sum(n)) AS herfindahl,
       sum(n) * sum(n) * 1.0 / sum(n * n) AS effective_publishers
  FROM sized GROUP BY period ORDER BY period`;
  return await corpus.frame(
    sql,
    documents.parameters,
    about(
      corpus,
      "sourceConcentration",
      { every, ...options },
      [written(sql, documents.parameters)],
      ["shares of the catalogue's documents, not of what was published"],
    ),
  );
}

/** All periods from the first to the last of rows in order of time. */
export function allPeriods(rows: readonly Row[], every: Period): string[] {
  const names = rows.map((row) => row.period as string).sort();
  const { from } = monthRange(names[0]);
  const { to } = monthRange(names[names.length - 1]);
  return periodsBetween(from, to, every);
}

function sum(rows: readonly Row[], column: string): number {
  return rows.reduce((total, row) => total + (row[column] as number), 0);
}
