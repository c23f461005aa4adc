import { readLexicon } from "../corpus/stance.ts";
import { readKnowledge } from "../cli/knowledge.ts";
import { extractor, statementOptions } from "../extract/extract.ts";
import { Reading } from "../extract/stance/reading.ts";
import { Discourse } from "../extract/statements/discourse.ts";
import type { LabelledPair } from "../extract/statements/fit_pairs.ts";
import { shownPairs } from "../extract/statements/pairs.ts";
import type { InventedArticle } from "./articles.ts";

/**
 * Finds all pairs that the sentences of annotated articles may join, and says which are
 * those of statements.
 *
 * @param articles Articles with all their statements.
 */
export async function articlePairs(
  articles: readonly InventedArticle[],
): Promise<LabelledPair[]> {
  const knowledge = await readKnowledge(), lexicon = await readLexicon();
  const extract = extractor(knowledge), options = statementOptions(knowledge, lexicon);
  const reading = new Reading(lexicon);
  return articles.flatMap((article) => {
    const input = extract(article);
    const discourse = new Discourse(input, options.actors, lexicon);
    const pairs: LabelledPair[] = [];
    for (const stretch of input.sentences) {
      const sentence = discourse.read(stretch);
      if (sentence === undefined) continue;
      const coded = new Set(
        article.statements.filter(({ start, end }) =>
          start < stretch.end && end > stretch.start
        ).map(({ speaker, target }) => `${speaker}\t${target}`),
      );
      for (const { pair, forms } of shownPairs(sentence, discourse, reading)) {
        const { speaker, aim: { party } } = pair;
        const isStated = coded.has(`${speaker.actor.id}\t${party.actor.id}`);
        pairs.push({ forms, isStated });
      }
      discourse.leave(sentence);
    }
    return pairs;
  });
}
