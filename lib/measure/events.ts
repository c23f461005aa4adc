import { isPartialDate, type PartialDate } from "../base/date.ts";
import { badOption } from "../base/fault.ts";
import type { Corpus } from "../corpus/corpus.ts";
import type { Frame } from "../corpus/frame.ts";
import { about, written } from "./about.ts";
import { findActors } from "./lookup.ts";

/** Options of {@linkcode events}. */
export interface EventsOptions {
  /** Ids or names of actors of whom at least one must take part; any where left out. */
  readonly actors?: string | readonly string[];
  /** First and last date; the last is included. */
  readonly from?: PartialDate;
  readonly to?: PartialDate;
  /** The least importance: 1, 2 (where left out) or 3, the turning points alone. */
  readonly importance?: 1 | 2 | 3;
  /** Kinds of event: `war`, `agreement`, `incident`, …; all where left out. */
  readonly kinds?: readonly string[];
}

/**
 * Lists dated events of the conflict, to read a series by or to draw into a chart.
 *
 * @param corpus The corpus.
 * @param options Whose, from when to when, how important, of what kind.
 * @returns `id`, `date`, `until`, `title`, `label` (for a chart), `kind`, `importance`,
 *   `actors` and `documents` (ids with `;` between them); in order of time.
 * @throws {UserError} where an option is not what it should be.
 *
 * @example
 * ```ts
 * import { events, openCorpus, rowsOf } from "aras";
 * import { assert } from "@std/assert";
 *
 * const corpus = await openCorpus();
 * const frame = await events(corpus, { actors: "irn", importance: 3 });
 * assert(rowsOf(frame).every((row) => row.importance === 3));
 * corpus.close();
 * ```
 */
export async function events(
  corpus: Corpus,
  options: EventsOptions = {},
): Promise<Frame> {
  const { importance = 2, from, to, kinds } = options;
  if (![1, 2, 3].includes(importance)) badOption("importance", "1, 2 or 3", importance);
  for (const [option, date] of [["from", from], ["to", to]] as const) {
    if (date !== undefined && !isPartialDate(date)) {
      badOption(option, "a date as YYYY-MM-DD, YYYY-MM or YYYY", date);
    }
  }
  const actors = options.actors === undefined
    ? []
    : await findActors(corpus, options.actors, "actors");
  const parameters: Record<string, string | number> = { importance };
  const where = ["importance >= $importance"];
  if (from !== undefined) {
    parameters.from = from;
    where.push("date >= $from");
  }
  if (to !== undefined) {
    // '~' follows every character of a date: a day of 2021-06 is not after 2021-06.
    parameters.to = `${to}~`;
    where.push("date <= $to");
  }
  if (actors.length > 0) {
    actors.forEach((actor, i) => parameters[`actor${i}`] = `%;${actor.id};%`);
    where.push(
      `(${actors.map((_, i) => `';' || actors || ';' LIKE $actor${i}`).join(" OR ")})`,
    );
  }
  if (kinds !== undefined) {
    kinds.forEach((kind, i) => parameters[`kind${i}`] = kind);
    where.push(`kind IN (${kinds.map((_, i) => `$kind${i}`).join(", ")})`);
  }
  const sql = `SELECT id, date, until, title, label, kind, importance, actors, documents
  FROM events WHERE ${where.join(" AND ")} ORDER BY date, id`;
  return await corpus.frame(
    sql,
    parameters,
    about(corpus, "events", options, [written(sql, parameters)]),
  );
}
