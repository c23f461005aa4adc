import { checkPeriod, type Period } from "../base/date.ts";
import { badOption } from "../base/fault.ts";
import type { Corpus } from "../corpus/corpus.ts";
import { type Frame, makeFrame, type Row } from "../corpus/frame.ts";
import { about, counted, written } from "./about.ts";
import { type DocumentFilter, documentsSql } from "./documents.ts";
import { wilson } from "./interval.ts";
import { findActors } from "./lookup.ts";

/** Which actors a measure of mentions is about. */
export interface ActorFilter extends DocumentFilter {
  /** Types of actors: `state`, `person`, `institution`, …; all where left out. */
  readonly types?: readonly string[];
  /** How mentions were found: `coded`, `rules`; any where left out. */
  readonly method?: string;
}

/** Options of {@linkcode actorMentions}. */
export interface ActorMentionsOptions extends ActorFilter {
  /** Length of a period; a half-year where left out. */
  readonly every?: Period;
  /** Ids or names of the actors; the most named where left out. */
  readonly actors?: readonly string[];
  /** How many of the most named; 10 where left out. */
  readonly top?: number;
}

/**
 * Writes mentions as SQL: each document with each actor that it names, once.
 *
 * @internal
 */
export function mentionsSql(filter: ActorFilter, documents: string) {
  const parameters: Record<string, string> = {};
  filter.types?.forEach((type, i) => parameters[`type${i}`] = type);
  if (filter.method !== undefined) parameters.method = filter.method;
  const types = filter.types?.map((_, i) => `$type${i}`).join(", ");
  const sql = `SELECT d.*, named.actor, actors.name, actors.country AS actor_country
    FROM (SELECT DISTINCT document, actor FROM mentions${
    filter.method === undefined ? "" : " WHERE method = $method"
  }) AS named
    JOIN (${documents}) AS d ON d.id = named.document
    JOIN actors ON actors.id = named.actor${
    types === undefined ? "" : `\n   WHERE actors.type IN (${types})`
  }`;
  return { sql, parameters };
}

/**
 * Counts the documents that name an actor, by period.
 *
 * @param corpus The corpus.
 * @param options Period, actors or how many of the most named, their types, documents.
 * @returns `period`, `actor`, `name`, `documents`, `of` (all documents of the period),
 *   `share` (0 to 1) with its Wilson 95 % interval `low`, `high`, `country` (of the
 *   actor); each period with each actor, the most named first.
 * @throws {UserError} where an option is not what it should be.
 *
 * @example
 * ```ts
 * import { actorMentions, openCorpus } from "aras";
 * import { assertEquals } from "@std/assert";
 *
 * const corpus = await openCorpus();
 * const frame = await actorMentions(corpus, { every: "year", actors: ["irn", "aze"] });
 * assertEquals(frame.shape[0], 10);
 * corpus.close();
 * ```
 */
export async function actorMentions(
  corpus: Corpus,
  options: ActorMentionsOptions = {},
): Promise<Frame> {
  const { every = "half-year", top = 10 } = options;
  checkPeriod(every);
  if (!Number.isInteger(top) || top < 1) badOption("top", "a whole number from 1", top);
  const documents = documentsSql(options, every);
  const mentions = mentionsSql(options, documents.sql);
  const chosen = options.actors === undefined
    ? undefined
    : (await findActors(corpus, options.actors, "actors")).map((actor) => actor.id);
  const named = Object.fromEntries((chosen ?? []).map((id, i) => [`actor${i}`, id]));
  const within = chosen === undefined
    ? "place <= $top"
    : `sized.actor IN (${chosen.map((_, i) => `$actor${i}`).join(", ")})`;
  const sql = `WITH periods AS (
  SELECT period, count(*) AS of FROM (${documents.sql}) AS d
   WHERE period IS NOT NULL GROUP BY period
), named AS (${mentions.sql}),
sized AS (
  SELECT actor, name, actor_country, row_number() OVER (ORDER BY count(*) DESC, actor) AS place
    FROM named WHERE period IS NOT NULL GROUP BY actor, name, actor_country
)
SELECT periods.period, sized.actor, sized.name, sized.actor_country AS country,
       count(named.id) AS documents,
       max(periods.of) AS of
  FROM periods CROSS JOIN sized
  LEFT JOIN named ON named.period = periods.period AND named.actor = sized.actor
 WHERE ${within}
 GROUP BY periods.period, sized.actor, sized.name, sized.actor_country, sized.place
 ORDER BY periods.period, sized.place`;
  const parameters = { ...documents.parameters, ...mentions.parameters, ...named, top };
  const rows = await corpus.query<Row>(sql, parameters);
  const undated = await documents.undated(corpus);
  return makeFrame(
    rows.map(withShare),
    ["period", "actor", "name", "documents", "of", "share", "low", "high", "country"],
    about(corpus, "actorMentions", { every, top, ...options }, [
      written(sql, parameters),
    ], [
      "share of the period's documents, 95 % intervals (Wilson)",
      counted(
        undated,
        "document",
        "documents",
        ` without a date as fine as a ${every} left out`,
      ),
    ]),
  );
}

function withShare(row: Row): Row {
  const { value, low, high } = wilson(row.documents as number, row.of as number)!;
  return { ...row, share: value, low, high };
}
