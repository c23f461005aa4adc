import { badOption } from "../base/fault.ts";
import type { Corpus } from "../corpus/corpus.ts";
import { type Frame, makeFrame, type Row } from "../corpus/frame.ts";
import { about, written } from "./about.ts";
import { type ActorFilter, mentionsSql } from "./actors.ts";
import { documentsSql } from "./documents.ts";
import { wilson } from "./interval.ts";

/** Options of {@linkcode actorPairs}. */
export interface ActorPairsOptions extends ActorFilter {
  /** How many pairs; 20 where left out. */
  readonly top?: number;
  /** Documents that must name both; 10 where left out. */
  readonly minimum?: number;
  /** What the pairs are ordered by; `npmi` where left out. */
  readonly order?: "npmi" | "lift" | "documents";
}

/**
 * Finds pairs of actors that are named together, and more often than their own frequency
 * would have it, so that those who are in every article do not top the list.
 *
 * @param corpus The corpus.
 * @param options How many, the least number of documents, order, types, documents.
 * @returns `name_a`, `name_b`, `documents` (that name both),
 *   `expected` (were they named independently), `lift` (documents/expected) with the
 *   interval `low`, `high` that follows from Wilson's for the joint share, `pmi` (base-2
 *   logarithm of lift; Church & Hanks 1990), `npmi` (−1 to 1; Bouma 2009), and the
 *   ids `actor_a`, `actor_b`.
 * @throws {UserError} where an option is not what it should be.
 *
 * @example
 * ```ts
 * import { actorPairs, openCorpus } from "aras";
 * import { assertEquals } from "@std/assert";
 *
 * const corpus = await openCorpus();
 * const frame = await actorPairs(corpus, { top: 5, types: ["person"] });
 * assertEquals(frame.shape[0], 5);
 * corpus.close();
 * ```
 */
export async function actorPairs(
  corpus: Corpus,
  options: ActorPairsOptions = {},
): Promise<Frame> {
  const { top = 20, minimum = 10, order = "npmi" } = options;
  for (const [option, n] of [["top", top], ["minimum", minimum]] as const) {
    if (!Number.isInteger(n) || n < 1) badOption(option, "a whole number from 1", n);
  }
  if (!["npmi", "lift", "documents"].includes(order)) {
    badOption("order", "npmi, lift or documents", order);
  }
  const documents = documentsSql(options);
  const mentions = mentionsSql(options, documents.sql);
  const sql = `WITH named AS (${mentions.sql}),
sized AS (SELECT actor, name, count(*) AS n FROM named GROUP BY actor, name),
pairs AS (
  SELECT a.actor AS actor_a, b.actor AS actor_b, count(*) AS n
    FROM named AS a JOIN named AS b ON a.id = b.id AND a.actor < b.actor
   GROUP BY a.actor, b.actor HAVING count(*) >= $minimum
)
SELECT pairs.actor_a, pairs.actor_b, a.name AS name_a, b.name AS name_b,
       pairs.n AS documents, a.n AS n_a, b.n AS n_b,
       (SELECT count(*) FROM (${documents.sql}) AS d) AS of
  FROM pairs JOIN sized AS a ON a.actor = pairs.actor_a
  JOIN sized AS b ON b.actor = pairs.actor_b`;
  const parameters = { ...documents.parameters, ...mentions.parameters, minimum };
  const found = await corpus.query<Record<string, number>>(sql, parameters);
  const rows: Row[] = found.map((row) => ({ ...row, ...association(row) }));
  const name = (row: Row) => `${row.actor_a} ${row.actor_b}`;
  rows.sort((a, b) =>
    (b[order] as number) - (a[order] as number) || (name(a) < name(b) ? -1 : 1)
  );
  return makeFrame(
    rows.slice(0, top),
    [
      "name_a",
      "name_b",
      "documents",
      "expected",
      "lift",
      "low",
      "high",
      "pmi",
      "npmi",
      "actor_a",
      "actor_b",
    ],
    about(corpus, "actorPairs", { top, minimum, order, ...options }, [
      written(sql, parameters),
    ], [
      `pairs named together in ${minimum} documents or more, of ${
        (found[0]?.of ?? 0).toLocaleString("en")
      }`,
    ]),
  );
}

function association({ documents, n_a, n_b, of }: Record<string, number>): Row {
  const expected = n_a * n_b / of;
  const lift = documents / expected;
  const { low, high } = wilson(documents, of)!;
  const pmi = Math.log2(lift);
  // Both in every document: as tied as can be, and the formula would divide by zero.
  const npmi = documents === of ? 1 : pmi / -Math.log2(documents / of);
  return {
    expected,
    lift,
    low: low! * of / expected,
    high: high! * of / expected,
    pmi,
    npmi,
  };
}
