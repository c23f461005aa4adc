import type { Labelled } from "../extract/stance/fit_stated.ts";
import type { Gist } from "./gists.ts";
import type { Passage } from "./passages.ts";

/** A paraphrase was coded, a passage was only written for its sign. */
const CODED = 2;

/**
 * What the rules' head of statements is fitted on: paraphrases of coded statements and,
 * since they do not look like articles, the invented passages that are not kept for
 * measuring. The writer's own view has a head of its own.
 *
 * @param gists Paraphrases to fit on.
 * @param passages All passages.
 * @param without Documents of which nothing may be fitted on.
 */
export function statedExamples(
  gists: readonly Gist[],
  passages: readonly Passage[],
  without: ReadonlySet<string> = new Set(),
): Labelled[] {
  return [
    ...gists.map((gist) => ({ ...gist, weight: CODED })),
    ...passages.filter(({ held, speaker, document = "" }) =>
      !held && speaker !== null && !without.has(document)
    ),
  ];
}
