/**
 * Aras measures who says what about whom in the news: a corpus of documents and coded
 * statements in, counts, series, shifts and print-ready figures out.
 *
 * @module
 */
export { describeFault, type Fault, UserError } from "./base/fault.ts";
export { type Random, seededRandom } from "./base/random.ts";
export {
  isPartialDate,
  middleOf,
  type MonthRange,
  monthRange,
  type PartialDate,
  type Period,
  periodOf,
  PERIODS,
  periodsBetween,
  type Precision,
  precisionOf,
} from "./base/date.ts";
export { escapeHtml } from "./base/html.ts";
export * from "./text/mod.ts";
export * from "./extract/mod.ts";
export * from "./extract/stance/mod.ts";
export {
  extractStatements,
  type Statement,
  type StatementInput,
  type StatementOptions,
} from "./extract/statements.ts";
export { Corpus } from "./corpus/corpus.ts";
export { openCorpus, type OpenOptions } from "./corpus/open.ts";
export {
  openStanceReader,
  readLexicon,
  stance,
  type StanceParties,
} from "./corpus/stance.ts";
export { listFaults } from "./corpus/faults.ts";
export type { Parameters, Value } from "./corpus/engine.ts";
export {
  type About,
  aboutOf,
  type Frame,
  makeFrame,
  type Row,
  rowsOf,
} from "./corpus/frame.ts";
export * from "./measure/mod.ts";
export * as charts from "./chart/mod.ts";
export { VERSION } from "./base/version.ts";
