import { badOption } from "../base/fault.ts";
import { seededRandom } from "../base/random.ts";
import type { Corpus } from "../corpus/corpus.ts";
import { type Frame, makeFrame, type Row } from "../corpus/frame.ts";
import { about, written } from "./about.ts";
import { groupMeans } from "./cells.ts";
import { type Actor, findActors } from "./lookup.ts";
import { type Selection, selectionQuery } from "./selection.ts";

/** Options of {@linkcode stanceMatrix}. */
export interface StanceMatrixOptions extends Omit<Selection, "speaker" | "target"> {
  /** Ids or names of those who speak, and toward whom where `targets` says nothing else. */
  readonly actors?: readonly string[];
  readonly targets?: readonly string[];
  readonly seed?: number;
}

const ACTORS = ["irn", "aze", "arm", "tur", "isr", "rus", "usa", "fra"];

/**
 * The mean stance of each actor toward each other: the dyad matrix.
 *
 * @param corpus The corpus.
 * @param options Actors and whatever else {@linkcode Selection} can say; at the level of
 *   states a minister's statement counts for his state.
 * @returns `speaker`, `speaker_name`, `target`, `target_name`, `mean`, `low`, `high` (95 %,
 *   bootstrap over documents), `statements`, `positions`, `documents`; a row for each pair,
 *   an empty mean where there is no statement.
 * @throws {UserError} where an actor is unknown.
 *
 * @example
 * ```ts
 * import { openCorpus, stanceMatrix } from "aras";
 * import { assertEquals } from "@std/assert";
 *
 * const corpus = await openCorpus();
 * const frame = await stanceMatrix(corpus, { actors: ["irn", "aze", "arm"] });
 * assertEquals(frame.shape[0], 6);
 * corpus.close();
 * ```
 */
export async function stanceMatrix(
  corpus: Corpus,
  options: StanceMatrixOptions = {},
): Promise<Frame> {
  const { actors = ACTORS, targets = actors, seed = 1, ...selection } = options;
  const level = selection.level ?? "state";
  const speakers = await findActors(corpus, actors, "actors");
  const objects = await findActors(corpus, targets, "targets");
  if (new Set([...speakers, ...objects].map(({ id }) => id)).size < 2) {
    badOption("actors", "at least two different actors", actors);
  }
  const chosen = await selectionQuery(corpus, {
    ...selection,
    speaker: actors,
    target: targets,
  });
  const { groups, sql } = await groupMeans(
    corpus,
    chosen,
    {
      by: [standsFor("speaker", speakers, level), standsFor("target", objects, level)],
      count: selection.count ?? "positions",
    },
    seededRandom(seed),
  );
  const found = new Map(groups.map((g) => [g.group.join(" "), g]));
  const rows = speakers.flatMap((speaker) =>
    objects.filter((target) => target.id !== speaker.id).map((target): Row => {
      const mean = found.get(`${speaker.id} ${target.id}`);
      return {
        speaker: speaker.id,
        speaker_name: speaker.name,
        target: target.id,
        target_name: target.name,
        mean: mean?.value ?? null,
        low: mean?.low ?? null,
        high: mean?.high ?? null,
        statements: mean?.statements ?? 0,
        positions: mean?.positions ?? 0,
        documents: mean?.documents ?? 0,
      };
    })
  );
  return makeFrame(
    rows,
    [
      "speaker",
      "speaker_name",
      "target",
      "target_name",
      "mean",
      "low",
      "high",
      "statements",
      "positions",
      "documents",
    ],
    about(corpus, "stanceMatrix", options, [written(sql, chosen.parameters)], [
      `${
        rows.reduce((n, row) => n + (row.statements as number), 0).toLocaleString("en")
      } statements`,
    ]),
  );
}

/**
 * SQL for whom an actor counts: one that is named stands for itself, one that speaks for a
 * named state (at the level of states) or is of its country (everybody) for that state.
 */
export function standsFor(
  column: string,
  actors: readonly Actor[],
  level: "state" | "everybody" | "actor",
): string {
  const quote = (text: string) => `'${text.replaceAll("'", "''")}'`;
  const named = actors.map(({ id }) =>
    `WHEN ${column} = ${quote(id)} THEN ${quote(id)}`
  );
  const official = level === "state" ? " AND official = 'yes'" : "";
  const states = level === "actor" ? [] : actors
    .filter((actor) => actor.type === "state" && actor.country !== null)
    .map(({ id, country }) =>
      `WHEN ${column} IN (SELECT id FROM actors WHERE country = ${
        quote(country!)
      }${official}) THEN ${quote(id)}`
    );
  return `CASE ${[...named, ...states].join(" ")} END`;
}
