/**
 * Figures for print and notebooks: one function a figure, all of them made by
 * {@linkcode figure}, which adds titles, fonts, sources and provenance.
 *
 * @module
 */
export {
  Figure,
  figure,
  type FigureOptions,
  type FigureSpec,
  type Made,
  type MimeBundle,
  type PlotBox,
} from "./figure.ts";
export { readyFonts } from "./fonts.ts";
export { frameCsv } from "./csv.ts";
export { type PngOptions, svgToPng } from "./png.ts";
export {
  contrast,
  inkOn,
  NEUTRAL,
  OTHER,
  type Side,
  sideOf,
  SIDES,
  STANCE_COLOURS,
  stanceColour,
} from "./palette.ts";
export { textWidth, wrapText } from "./text.ts";
export { type TextBox, textBoxes, textFaults } from "./boxes.ts";
export {
  type Event,
  type EventLayout,
  eventMarks,
  eventNotes,
  layoutEvents,
} from "./events.ts";
export {
  keyArea,
  keyInterval,
  type KeyItem,
  keyLine,
  keyPoint,
  keyText,
} from "./key.ts";
export { allPeriods, type TimeAxis, timeAxis } from "./time.ts";
export { theme } from "./theme.ts";
export { stanceByIssue } from "./stance_by_issue.ts";
export { stanceMatrix } from "./stance_matrix.ts";
export { stanceSeries, type StanceSeriesChartOptions } from "./stance_series.ts";
export { sourceCitations } from "./source_citations.ts";
export { sourceConcentration } from "./source_concentration.ts";
export { sourceCounts, type SourceCountsChartOptions } from "./source_counts.ts";
export { actorMentions, type ActorMentionsChartOptions } from "./actor_mentions.ts";
export { actorPairs } from "./actor_pairs.ts";
export { actorRanks } from "./actor_ranks.ts";
export { actorsByCountry } from "./actors_by_country.ts";
export { stanceByTeller, type StanceByTellerChartOptions } from "./stance_by_teller.ts";
export { stanceByWave } from "./stance_by_wave.ts";
export { stanceShift } from "./stance_shift.ts";
export { claim } from "./claim.ts";
export { corrections } from "./corrections.ts";
export { eventStudy } from "./event_study.ts";
export { scanShifts, type ScanShiftsChartOptions } from "./scan_shifts.ts";
export { shiftParts } from "./shift_parts.ts";
export { smoothedStance, type SmoothedStanceChartOptions } from "./smoothed_stance.ts";
export { specificationCurve } from "./specification_curve.ts";
export { stanceCompared, type Ways } from "./stance_compared.ts";
export { stanceChanges, type StanceChangesChartOptions } from "./stance_changes.ts";
export { standardisedSeries } from "./standardised_series.ts";
export { validation } from "./validation.ts";
export { confusion } from "./confusion.ts";
export { reliability } from "./reliability.ts";
