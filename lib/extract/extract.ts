import type { PartialDate } from "../base/date.ts";
import { type Citation, citationFinder } from "./citations.ts";
import type { Knowledge } from "./knowledge.ts";
import { type Mention, mentionFinder } from "./mentions/mentions.ts";
import { type Quotation, quotationFinder } from "./quotations/find.ts";

/** An article to extract from. */
export interface ArticleText {
  readonly id: string;
  readonly text: string;
  /** When it was published: for names and offices that change hands. */
  readonly published?: PartialDate;
}

/** What was found in an article. */
export interface Extracted {
  readonly mentions: Mention[];
  readonly citations: Citation[];
  readonly quotations: Quotation[];
}

/** Extracts facts from one article. */
export type Extractor = (article: ArticleText) => Extracted;

/**
 * Makes an extractor: the names and rules are prepared once, then each article is read by
 * itself, so that memory does not grow with their number.
 *
 * @param knowledge Actors, their names and the rules of contexts; a user's own as well.
 */
export function extractor(knowledge: Knowledge): Extractor {
  const findMentions = mentionFinder(knowledge);
  const findQuotations = quotationFinder(knowledge);
  const findCitations = citationFinder(knowledge);
  return ({ text, published }) => {
    const mentions = findMentions(text, { published });
    const quotations = findQuotations(text, mentions, published);
    const citations = findCitations(text, mentions, quotations);
    return { mentions, citations, quotations };
  };
}
