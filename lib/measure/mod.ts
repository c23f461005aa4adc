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
export {
  findShifts,
  type Level as ShiftLevel,
  type LevelShift,
  type LevelShifts,
  type ShiftOptions,
} from "./change_points.ts";
export { Claim, claim, type ClaimOptions } from "./claim.ts";
export { type ClaimFacts, claimSentence } from "./claim_sentence.ts";
export { checkClaims, type CheckedClaim, type ClaimRow } from "./claims.ts";
export { type ClusterDifference, clusterDifference } from "./cluster_difference.ts";
export { codingError, type CodingErrorOptions } from "./coding_error.ts";
export { correctedShift, type CorrectedShiftOptions } from "./corrected_shift.ts";
export { decomposeShift, type DecomposeShiftOptions } from "./decompose_shift.ts";
export { eventStudy, type EventStudyOptions } from "./event_study.ts";
export { falseDiscovery } from "./false_discovery.ts";
export { type Decomposition, type GroupChange, kitagawa } from "./kitagawa.ts";
export {
  type Band,
  fitLevel,
  type Smoothed,
  smoothLevel,
  type Steps,
  type Variances,
} from "./local_level.ts";
export {
  type Checked,
  type PredictionPowered,
  predictionPoweredDifference,
  predictionPoweredMean,
  type Totals,
} from "./prediction_powered.ts";
export { robustness, type RobustnessOptions } from "./robustness.ts";
export { scanShifts, type ScanShiftsOptions } from "./scan_shifts.ts";
export { smoothStance } from "./smooth_stance.ts";
export { stanceChanges, type StanceChangesOptions } from "./stance_changes.ts";
export {
  standardisedSeries,
  type StandardisedSeriesOptions,
} from "./standardised_series.ts";
export { type Reading as SeriesReading, type Units, unitsOf } from "./units.ts";
