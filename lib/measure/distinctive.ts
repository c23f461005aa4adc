import { badOption } from "../base/fault.ts";
import type { Corpus } from "../corpus/corpus.ts";
import { type Frame, makeFrame, type Row } from "../corpus/frame.ts";
import { about, written } from "./about.ts";
import { type ActorFilter, mentionsSql } from "./actors.ts";
import { documentsSql } from "./documents.ts";
import { Z95 } from "./interval.ts";

/** Options of {@linkcode actorsByCountry}. */
export interface ActorsByCountryOptions extends ActorFilter {
  /** What publishers are grouped by; `audience` where left out. */
  readonly group?: "audience" | "country";
  /** The groups compared, as codes (`IRN`); the six largest where left out. */
  readonly countries?: readonly string[];
  /** How many actors for each group, the most distinctive; 6 where left out. */
  readonly top?: number;
  /** Documents of a group that must name an actor; 3 where left out. */
  readonly minimum?: number;
  /** Weight of the prior, as a number of mentions spread like the whole corpus; 500. */
  readonly prior?: number;
}

/**
 * Finds the actors that a country's outlets name more than the others do: log-odds with
 * an informative Dirichlet prior (Monroe, Colaresi & Quinn 2008), which does not take a
 * name that stands twice in a small group for its mark.
 *
 * @param corpus The corpus.
 * @param options Groups, how many actors, prior, types, documents.
 * @returns `group`, `actor`, `name`, `documents` (of the group that name it), `of`
 *   (documents of the group), `share`, `log_odds` (the group against all other documents,
 *   natural logarithm) with its 95 % interval `low`, `high`, and `z` (log-odds over its
 *   standard error); by group, the highest z first.
 * @throws {UserError} where an option is not what it should be, or a group is empty.
 *
 * @example
 * ```ts
 * import { actorsByCountry, openCorpus } from "aras";
 * import { assertEquals } from "@std/assert";
 *
 * const corpus = await openCorpus();
 * const frame = await actorsByCountry(corpus, { countries: ["IRN", "AZE"], top: 3 });
 * assertEquals(frame.shape[0], 6);
 * corpus.close();
 * ```
 */
export async function actorsByCountry(
  corpus: Corpus,
  options: ActorsByCountryOptions = {},
): Promise<Frame> {
  const { group = "audience", top = 6, minimum = 3, prior = 500 } = options;
  if (!["audience", "country"].includes(group)) {
    badOption("group", "audience or country", group);
  }
  for (const [option, n] of [["top", top], ["minimum", minimum]] as const) {
    if (!Number.isInteger(n) || n < 1) badOption(option, "a whole number from 1", n);
  }
  if (!(prior > 0)) badOption("prior", "a number above 0", prior);
  const documents = documentsSql(options);
  const mentions = mentionsSql(options, documents.sql);
  const sql = `WITH named AS (${mentions.sql}),
cells AS (
  SELECT ${group} AS "group", actor, name, count(*) AS documents
    FROM named GROUP BY ${group}, actor, name
), sizes AS (SELECT ${group} AS "group", count(*) AS of FROM (${documents.sql}) AS d GROUP BY ${group})
SELECT cells."group", actor, name, documents, of,
       sum(documents) OVER (PARTITION BY cells."group") AS group_mentions,
       sum(documents) OVER (PARTITION BY actor) AS actor_mentions,
       sum(documents) OVER () AS all_mentions
  FROM cells JOIN sizes ON sizes."group" = cells."group"`;
  const parameters = { ...documents.parameters, ...mentions.parameters };
  const cells = await corpus.query<Record<string, number>>(sql, parameters);
  const groups = groupsOf(cells, options.countries);
  const rows = groups.flatMap((name) =>
    cells.filter((cell) => String(cell.group) === name && cell.documents >= minimum)
      .map((cell): Row => ({
        ...cell,
        share: cell.documents / cell.of,
        ...logOdds(cell, prior),
      }))
      .sort((a, b) =>
        (b.z as number) - (a.z as number) ||
        (String(a.actor) < String(b.actor) ? -1 : 1)
      )
      .slice(0, top)
  );
  return makeFrame(
    rows,
    [
      "group",
      "actor",
      "name",
      "documents",
      "of",
      "share",
      "log_odds",
      "low",
      "high",
      "z",
    ],
    about(corpus, "actorsByCountry", { group, top, minimum, prior, ...options }, [
      written(sql, parameters),
    ], [
      "each group against all other documents; 95 % intervals of the log-odds",
    ]),
  );
}

/** The groups asked for, which must be there, or the six largest countries. */
function groupsOf(
  cells: readonly Record<string, number>[],
  asked?: readonly string[],
): string[] {
  const sizes = new Map(cells.map((cell) => [String(cell.group), cell.of]));
  for (const name of asked ?? []) {
    if (!sizes.has(name)) {
      badOption("countries", `some of ${[...sizes.keys()].sort().join(", ")}`, name);
    }
  }
  return asked?.slice() ??
    [...sizes].filter(([name]) => name !== "null" && name !== "INT")
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      .slice(0, 6).map(([name]) => name);
}

/** Log-odds of an actor in a group against the rest, with the prior of the whole corpus. */
function logOdds(cell: Record<string, number>, weight: number): Row {
  const { documents, group_mentions, actor_mentions, all_mentions } = cell;
  const prior = weight * actor_mentions / all_mentions;
  const here = documents + prior, there = actor_mentions - documents + prior;
  const restHere = group_mentions + weight - here;
  const restThere = all_mentions - group_mentions + weight - there;
  const log_odds = Math.log(here / restHere) - Math.log(there / restThere);
  const error = Math.sqrt(1 / here + 1 / there);
  return {
    log_odds,
    low: log_odds - Z95 * error,
    high: log_odds + Z95 * error,
    z: log_odds / error,
  };
}
