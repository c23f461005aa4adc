export {
  type Act,
  ACTS,
  type Cue,
  CUE_COLUMNS,
  type Direction,
  parseCues,
  type Part,
} from "./cue.ts";
export { type Form, inflectVerb } from "./inflect.ts";
export { type Lexicon, lexiconOf } from "./lexicon.ts";
export type { Evidence } from "./evidence.ts";
export type { Named, Question } from "./question.ts";
export type { Probabilities } from "./score.ts";
export { labelOf, stanceScale, valueOf } from "./scale.ts";
export {
  type PartyGiven,
  type Stance,
  type StanceMethod,
  type StanceOptions,
  type StanceReader,
  stanceReader,
} from "./stance.ts";
export { type PartyFinder, partyFinder } from "./parties.ts";
