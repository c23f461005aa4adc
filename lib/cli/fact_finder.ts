import { openStanceModel, readLexicon, stanceMethod } from "../corpus/stance.ts";
import {
  type ArticleText,
  type Extracted,
  extractor,
  statementOptions,
} from "../extract/extract.ts";
import { extractStatementsByModel } from "../extract/statements.ts";
import { readKnowledge } from "./knowledge.ts";

/** Finds mentions, cited sources, quotations and statements in an article. */
export type FactFinder = (article: ArticleText) => Promise<Extracted>;

/**
 * Makes a finder of facts with the project's tables, for the tasks that extract.
 *
 * @param method How statements are found: `rules` or `model`; where the model cannot be
 *   run, the rules answer.
 * @throws {UserError} where the method is neither.
 */
export async function factFinder(method = "rules"): Promise<FactFinder> {
  const chosen = stanceMethod(method, "--method");
  const [knowledge, lexicon] = await Promise.all([readKnowledge(), readLexicon()]);
  const extract = extractor(knowledge, lexicon);
  const model = chosen === "model" ? await openStanceModel() : undefined;
  if (model === undefined) return (article) => Promise.resolve(extract(article));
  const options = statementOptions(knowledge, lexicon);
  return async (article) => {
    const found = extract(article);
    return {
      ...found,
      statements: await extractStatementsByModel(found, options, model),
    };
  };
}
