import {
  isPartialDate,
  type PartialDate,
  type Period,
  type Precision,
} from "../base/date.ts";
import { badOption } from "../base/fault.ts";
import type { Corpus } from "../corpus/corpus.ts";
import { periodSql } from "./period_sql.ts";

/** Which documents a measure counts. */
export interface DocumentFilter {
  /** First and last date of publication, as dates or parts of them; the last included. */
  readonly from?: PartialDate;
  readonly to?: PartialDate;
  /** The coarsest date that is taken: `day` or `month`; any where left out. */
  readonly precision?: Precision;
  /** Whether documents whose date was inferred are counted; they are where left out. */
  readonly inferred?: boolean;
  /** Letters of the coders whose documents are taken, to compare waves. */
  readonly coders?: readonly string[];
}

/** Documents as SQL with their period and what is known of their publisher. */
export interface DocumentsQuery {
  readonly sql: string;
  readonly parameters: Record<string, string>;
  /** Counts the documents whose date is too coarse for the period. */
  undated(corpus: Corpus): Promise<number>;
}

/**
 * Writes a choice of documents as SQL: id, publisher, country, audience, kind, language,
 * genre, published, period (NULL where the date is too coarse).
 *
 * @param filter Which documents.
 * @param every The period; a year where a measure has none.
 * @throws {UserError} where a date or precision is not one.
 */
export function documentsSql(
  filter: DocumentFilter,
  every: Period = "year",
): DocumentsQuery {
  const { from, to, precision, inferred, coders } = filter;
  for (const [option, date] of [["from", from], ["to", to]] as const) {
    if (date !== undefined && !isPartialDate(date)) {
      badOption(option, "a date as YYYY-MM-DD, YYYY-MM or YYYY", date);
    }
  }
  if (precision !== undefined && !["day", "month", "year"].includes(precision)) {
    badOption("precision", "day, month or year", precision);
  }
  const parameters: Record<string, string> = {};
  const where: string[] = [];
  if (from !== undefined) {
    parameters.from = from;
    where.push("documents.published >= $from");
  }
  if (to !== undefined) {
    // '~' follows every character of a date: a day of 2021-06 is not after 2021-06.
    parameters.to = `${to}~`;
    where.push("documents.published <= $to");
  }
  if (inferred === false) where.push("documents.date_basis <> 'inferred'");
  if (precision === "day") where.push("length(documents.published) >= 10");
  if (precision === "month") where.push("length(documents.published) >= 7");
  if (coders !== undefined) {
    coders.forEach((coder, i) => parameters[`coder${i}`] = coder);
    where.push(`documents.coder IN (${coders.map((_, i) => `$coder${i}`).join(", ")})`);
  }
  const sql = `SELECT documents.id, documents.publisher, publishers.country,
         publishers.audience, publishers.kind, documents.language, documents.genre,
         documents.published, ${periodSql("documents.published", every)} AS period
    FROM documents JOIN publishers ON publishers.id = documents.publisher${
    where.length === 0 ? "" : `\n   WHERE ${where.join(" AND ")}`
  }`;
  return {
    sql,
    parameters,
    async undated(corpus) {
      const [{ n }] = await corpus.query<{ n: number }>(
        `SELECT count(*) AS n FROM (${sql}) AS d WHERE period IS NULL`,
        parameters,
      );
      return n;
    },
  };
}
