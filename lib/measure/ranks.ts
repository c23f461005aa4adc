import { monthRange } from "../base/date.ts";
import { badOption } from "../base/fault.ts";
import type { Corpus } from "../corpus/corpus.ts";
import { type Frame, makeFrame, type Row } from "../corpus/frame.ts";
import { about, written } from "./about.ts";
import { type ActorFilter, mentionsSql } from "./actors.ts";
import { documentsSql } from "./documents.ts";

/** Options of {@linkcode actorRanks}. */
export interface ActorRanksOptions extends ActorFilter {
  /** The periods compared: `2020`, `2021-H1`, `2020-07/2020-12`. */
  readonly before: string;
  readonly after: string;
  /** Actors among the first so many of either period; 15 where left out. */
  readonly top?: number;
}

/**
 * Compares the order in which actors are named most in two periods.
 *
 * @param corpus The corpus.
 * @param options The periods, how many actors, their types, documents.
 * @returns `actor`, `name`, `rank_before`, `rank_after` (1 is the most named; ties share
 *   the better rank; empty where not named), `change` (places gained), `share_before`,
 *   `share_after` (of the period's documents), `documents_before`, `documents_after`,
 *   `of_before`, `of_after`, `country`; by rank after.
 * @throws {UserError} where a period is none or has no documents.
 *
 * @example
 * ```ts
 * import { actorRanks, openCorpus } from "aras";
 * import { assert } from "@std/assert";
 *
 * const corpus = await openCorpus();
 * const frame = await actorRanks(corpus, { before: "2020", after: "2024", top: 5 });
 * assert(frame.shape[0] >= 5);
 * corpus.close();
 * ```
 */
export async function actorRanks(
  corpus: Corpus,
  options: ActorRanksOptions,
): Promise<Frame> {
  const { top = 15 } = options;
  if (!Number.isInteger(top) || top < 1) badOption("top", "a whole number from 1", top);
  const sides = [
    ["before", monthRange(options.before, "before")],
    ["after", monthRange(options.after, "after")],
  ] as const;
  const counts: Record<string, Map<string, Row>> = {};
  const totals: Record<string, number> = {};
  const queries: string[] = [];
  for (const [side, range] of sides) {
    const documents = documentsSql({ ...options, ...range });
    const mentions = mentionsSql(options, documents.sql);
    const sql = `SELECT actor, name, actor_country AS country, count(*) AS documents,
       rank() OVER (ORDER BY count(*) DESC) AS place,
       (SELECT count(*) FROM (${documents.sql}) AS d) AS of
  FROM (${mentions.sql}) AS named GROUP BY actor, name, actor_country ORDER BY place, actor`;
    const parameters = { ...documents.parameters, ...mentions.parameters };
    const rows = await corpus.query<Row>(sql, parameters);
    if (rows.length === 0) {
      badOption(side, "a period with documents that name actors", options[side]);
    }
    counts[side] = new Map(rows.map((row) => [row.actor as string, row]));
    totals[side] = rows[0].of as number;
    queries.push(written(sql, parameters));
  }
  const ids = new Set(
    sides.flatMap(([side]) =>
      [...counts[side].values()].filter((row) => (row.place as number) <= top)
        .map((row) => row.actor as string)
    ),
  );
  const rows = [...ids].map((actor) =>
    rankRow(actor, counts.before.get(actor), counts.after.get(actor), totals)
  );
  rows.sort((a, b) =>
    ((a.rank_after ?? 1e9) as number) - ((b.rank_after ?? 1e9) as number) ||
    (String(a.actor) < String(b.actor) ? -1 : 1)
  );
  return makeFrame(
    rows,
    RANK_COLUMNS,
    about(corpus, "actorRanks", { top, ...options }, queries, [
      `${totals.before.toLocaleString("en")} documents before, ${
        totals.after.toLocaleString("en")
      } after`,
    ]),
  );
}

const RANK_COLUMNS = [
  "actor",
  "name",
  "rank_before",
  "rank_after",
  "change",
  "share_before",
  "share_after",
  "documents_before",
  "documents_after",
  "of_before",
  "of_after",
  "country",
];

function rankRow(
  actor: string,
  before: Row | undefined,
  after: Row | undefined,
  totals: Record<string, number>,
): Row {
  const documents = [before, after].map((row) => (row?.documents ?? 0) as number);
  return {
    actor,
    name: (after ?? before)!.name,
    country: (after ?? before)!.country,
    rank_before: before?.place ?? null,
    rank_after: after?.place ?? null,
    change: before === undefined || after === undefined
      ? null
      : (before.place as number) - (after.place as number),
    share_before: documents[0] / totals.before,
    share_after: documents[1] / totals.after,
    documents_before: documents[0],
    documents_after: documents[1],
    of_before: totals.before,
    of_after: totals.after,
  };
}
