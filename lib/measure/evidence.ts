import { type Period, PERIODS } from "../base/date.ts";
import { badOption } from "../base/fault.ts";
import type { Corpus } from "../corpus/corpus.ts";
import type { Frame } from "../corpus/frame.ts";
import { about, written } from "./about.ts";
import { periodSql } from "./period_sql.ts";
import { type Selection, selectionQuery, withReports } from "./selection.ts";

/** Options of {@linkcode evidence}. */
export interface EvidenceOptions extends Selection {
  /** The period of a point: `2021-Q4`, `2021-H2`, `2021-10`, `2021`. */
  readonly period?: string;
  /** Only statements of this stance, −2 to +2. */
  readonly stance?: number;
}

/**
 * Lists the statements behind a number, with the article of each: what a point of a series
 * is made of.
 *
 * @param corpus The corpus.
 * @param options The selection that made the number, and the point's period.
 * @returns `date`, `speaker`, `target`, `stance`, `gist` (a paraphrase),
 *   `publisher`, `url`, `issue`, `act`, `voice`, `reports` (of the same position),
 *   `document`, `n`; in order of time.
 * @throws {UserError} where an option is not what it should be.
 *
 * @example
 * ```ts
 * import { evidence, openCorpus, rowsOf } from "aras";
 * import { assert } from "@std/assert";
 *
 * const corpus = await openCorpus();
 * const frame = await evidence(corpus, {
 *   speaker: "irn",
 *   target: "aze",
 *   period: "2021-Q4",
 * });
 * assert(rowsOf(frame).every((row) => String(row.date).startsWith("2021-1")));
 * corpus.close();
 * ```
 */
export async function evidence(
  corpus: Corpus,
  options: EvidenceOptions = {},
): Promise<Frame> {
  const { period, stance, ...selection } = options;
  if (stance !== undefined && ![-2, -1, 0, 1, 2].includes(stance)) {
    badOption("stance", "-2, -1, 0, 1 or 2", stance);
  }
  const chosen = await selectionQuery(corpus, selection);
  const parameters: Record<string, string | number> = {
    ...chosen.parameters as Record<string, string | number>,
  };
  const where = ["true"];
  if (period !== undefined) {
    where.push(`${periodSql("c.date", everyOf(period))} = $period`);
    parameters.period = period;
  }
  if (stance !== undefined) where.push(`c.stance = ${stance}`);
  const sql = `SELECT c.date, speaker.name AS speaker, target.name AS target, c.stance,
       s.gist, publishers.name AS publisher, documents.url, c.issue, c.act, c.voice,
       c.reports, c.document, c.n
  FROM (${withReports(chosen.sql)}) AS c
  JOIN statements AS s ON s.document = c.document AND s.n = c.n AND s.method = c.method
  JOIN documents ON documents.id = c.document
  JOIN publishers ON publishers.id = c.publisher
  JOIN actors AS speaker ON speaker.id = c.speaker
  JOIN actors AS target ON target.id = c.target
 WHERE ${where.join(" AND ")}
 ORDER BY c.date, c.document, c.n`;
  return await corpus.frame(
    sql,
    parameters,
    about(corpus, "evidence", options, [written(sql, parameters)], []),
  );
}

/** The length of a period from how its name is written. */
function everyOf(period: string): Period {
  const every = /^\d{4}$/.test(period)
    ? "year"
    : /^\d{4}-H[12]$/.test(period)
    ? "half-year"
    : /^\d{4}-Q[1-4]$/.test(period)
    ? "quarter"
    : /^\d{4}-(0[1-9]|1[0-2])$/.test(period)
    ? "month"
    : undefined;
  return every ??
    badOption(
      "period",
      `a ${PERIODS.join(", ")} (2021-10, 2021-Q4, 2021-H2, 2021)`,
      period,
    );
}
