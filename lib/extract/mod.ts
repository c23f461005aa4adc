export type {
  Actor,
  Alias,
  ContextRule,
  CueWord,
  Designation,
  Knowledge,
  Role,
} from "./knowledge.ts";
export {
  type Mention,
  type MentionFinder,
  mentionFinder,
  type MentionOptions,
} from "./mentions/mentions.ts";
export {
  type Quotation,
  type QuotationFinder,
  quotationFinder,
} from "./quotations/find.ts";
export { type Citation, type CitationFinder, citationFinder } from "./citations.ts";
export {
  type ArticleText,
  type Extracted,
  type Extractor,
  extractor,
} from "./extract.ts";
export {
  type Concordance,
  concordance,
  type ConcordanceLine,
  type ConcordanceOptions,
} from "./display/concordance.ts";
export { type MarkedDocument, read, type ReadableDocument } from "./display/read.ts";
