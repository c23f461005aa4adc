import { badOption } from "../base/fault.ts";
import type { Corpus } from "../corpus/corpus.ts";
import { type Frame, makeFrame } from "../corpus/frame.ts";
import { about, written } from "./about.ts";
import { type DocumentFilter, documentsSql } from "./documents.ts";
import { wilson } from "./interval.ts";

/** Options of {@linkcode sourceCitations}. */
export interface SourceCitationsOptions extends DocumentFilter {
  /** What citing publishers are grouped by; `country` where left out. */
  readonly by?: "country" | "audience" | "kind";
  /** How many citing groups and how many cited sources, the largest; 8 and 15. */
  readonly groups?: number;
  readonly top?: number;
}

/**
 * Counts who cites whom: documents of each country's publishers that name a source as
 * where their information comes from.
 *
 * @param corpus The corpus.
 * @param options Grouping of publishers, how many rows and columns, which documents.
 * @returns `country` (the citing group), `source`, `name`, `documents` (of the group that
 *   cite it), `of` (documents of the group), `share` with its Wilson interval `low`,
 *   `high`; every group with every source, largest first.
 *
 * @example
 * ```ts
 * import { openCorpus, sourceCitations } from "aras";
 * import { assertEquals } from "@std/assert";
 *
 * const corpus = await openCorpus();
 * const frame = await sourceCitations(corpus, { groups: 2, top: 3 });
 * assertEquals(frame.shape, [6, 8]);
 * corpus.close();
 * ```
 */
export async function sourceCitations(
  corpus: Corpus,
  options: SourceCitationsOptions = {},
): Promise<Frame> {
  const { by = "country", groups = 8, top = 15 } = options;
  if (!["country", "audience", "kind"].includes(by)) {
    badOption("by", "country, audience or kind", by);
  }
  for (const [option, n] of [["groups", groups], ["top", top]] as const) {
    if (!Number.isInteger(n) || n < 1) badOption(option, "a whole number from 1", n);
  }
  const documents = documentsSql(options);
  const sql = `WITH chosen AS (SELECT id, ${by} AS label FROM (${documents.sql}) AS d),
cited AS (
  SELECT DISTINCT chosen.id, chosen.label, citations.source
    FROM citations JOIN chosen ON chosen.id = citations.document
), groups AS (
  SELECT label, count(*) AS of,
         row_number() OVER (ORDER BY count(*) DESC, label) AS place
    FROM chosen WHERE label IS NOT NULL GROUP BY label
), sources AS (
  SELECT source, row_number() OVER (ORDER BY count(*) DESC, source) AS place
    FROM cited GROUP BY source
)
SELECT groups.label AS country, sources.source, actors.name,
       count(cited.id) AS documents, max(groups.of) AS of
  FROM groups CROSS JOIN sources
  JOIN actors ON actors.id = sources.source
  LEFT JOIN cited ON cited.label = groups.label AND cited.source = sources.source
 WHERE groups.place <= $groups AND sources.place <= $top
 GROUP BY groups.label, sources.source, actors.name, groups.place, sources.place
 ORDER BY groups.place, sources.place`;
  const parameters = { ...documents.parameters, groups, top };
  const rows = await corpus.query<Record<string, number>>(sql, parameters);
  const [{ n }] = await corpus.query<{ n: number }>(
    `SELECT count(DISTINCT citations.document) AS n FROM citations
       JOIN (${documents.sql}) AS d ON d.id = citations.document`,
    documents.parameters,
  );
  return makeFrame(
    rows.map((row) => {
      const { value, low, high } = wilson(row.documents, row.of)!;
      return { ...row, share: value, low, high };
    }),
    ["country", "source", "name", "documents", "of", "share", "low", "high"],
    about(corpus, "sourceCitations", { by, groups, top, ...options }, [
      written(sql, parameters),
    ], [
      `${n.toLocaleString("en")} documents name a source in what was read of them`,
    ]),
  );
}
