/**
 * Measures: each asks a corpus in SQL and returns a frame.
 *
 * @module
 */
export {
  type ActorFilter,
  actorMentions,
  type ActorMentionsOptions,
} from "./actors.ts";
export { sourceCitations, type SourceCitationsOptions } from "./citations.ts";
export { actorsByCountry, type ActorsByCountryOptions } from "./distinctive.ts";
export type { DocumentFilter } from "./documents.ts";
export { events, type EventsOptions } from "./events.ts";
export { evidence, type EvidenceOptions } from "./evidence.ts";
export {
  bootstrapDifference,
  bootstrapMean,
  type Cell,
  type Estimate,
  wilson,
} from "./interval.ts";
export { actorPairs, type ActorPairsOptions } from "./pairs.ts";
export { actorRanks, type ActorRanksOptions } from "./ranks.ts";
export {
  type Level,
  type Observation,
  type PublisherGroup,
  type Selection,
  selectStatements,
} from "./selection.ts";
export {
  sourceConcentration,
  type SourceConcentrationOptions,
  sourceCounts,
  type SourceCountsOptions,
} from "./sources.ts";
export {
  stanceByIssue,
  type StanceByIssueOptions,
  stanceByTeller,
  type StanceByTellerOptions,
} from "./stance_by.ts";
export { stanceByWave, type StanceByWaveOptions } from "./stance_by_wave.ts";
export { stanceMatrix, type StanceMatrixOptions } from "./stance_matrix.ts";
export { stanceSeries, type StanceSeriesOptions } from "./stance_series.ts";
export { type Dyad, stanceShift, type StanceShiftOptions } from "./stance_shift.ts";
