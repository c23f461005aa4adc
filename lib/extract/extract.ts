import type { PartialDate } from "../base/date.ts";
import { sentences } from "../text/sentences.ts";
import type { Span } from "../text/words.ts";
import { type Citation, citationFinder } from "./citations.ts";
import type { Knowledge } from "./knowledge.ts";
import { type Mention, mentionFinder } from "./mentions/mentions.ts";
import { type Quotation, quotationFinder } from "./quotations/find.ts";
import type { Lexicon } from "./stance/lexicon.ts";
import {
  extractStatements,
  type Statement,
  type StatementInput,
  type StatementOptions,
} from "./statements.ts";

/** An article to extract from. */
export interface ArticleText {
  readonly id: string;
  readonly text: string;
  /** When it was published: for names and offices that change hands. */
  readonly published?: PartialDate;
}

/** What was found in an article; all offsets are UTF-16 code units of its text. */
export interface Extracted extends StatementInput {
  readonly sentences: Span[];
  readonly mentions: Mention[];
  readonly citations: Citation[];
  readonly quotations: Quotation[];
  /** Statements by the cue rules; none where no lexicon of stance was given. */
  readonly statements: Statement[];
}

/** Extracts facts from one article. */
export type Extractor = (article: ArticleText) => Extracted;

/**
 * Makes an extractor of mentions, cited sources, quotations and statements. The tables
 * are prepared once; then each article is read by itself, so that memory does not grow
 * with their number.
 *
 * @param knowledge Actors, their names, contexts, designations and words of speech; a
 *   user's own rows as well.
 * @param lexicon The stance lexicon; statements are found only with it.
 * @returns A function from an article to what is in it.
 *
 * @example
 * ```ts
 * import { extractor } from "aras";
 * import { assertEquals } from "@std/assert";
 *
 * const extract = extractor({
 *   actors: [{ id: "irna", name: "IRNA", type: "outlet" }],
 *   aliases: [{ actor: "irna", alias: "IRNA", kind: "name" }],
 * });
 * const { citations } = extract({ id: "1", text: "Trade grew, IRNA reported." });
 * assertEquals(citations, [{ source: "irna", count: 1 }]);
 * ```
 */
export function extractor(knowledge: Knowledge, lexicon?: Lexicon): Extractor {
  const findMentions = mentionFinder(knowledge);
  const findQuotations = quotationFinder(knowledge);
  const findCitations = citationFinder(knowledge);
  const options = lexicon && statementOptions(knowledge, lexicon);
  return ({ text, published }) => {
    const bounds = sentences(text);
    const mentions = findMentions(text, { published });
    const quotations = findQuotations(text, mentions, { published, sentences: bounds });
    const citations = findCitations(text, mentions, quotations);
    const found = { text, sentences: bounds, mentions, citations, quotations };
    const statements = options === undefined ? [] : extractStatements(found, options);
    return { ...found, statements };
  };
}

/** What extraction of statements is told, from the same tables. */
export function statementOptions(
  knowledge: Knowledge,
  lexicon: Lexicon,
): StatementOptions {
  return {
    lexicon,
    actors: new Map(knowledge.actors.map((actor) => [actor.id, actor])),
  };
}
