import type { Corpus } from "../corpus/corpus.ts";
import { type Frame, makeFrame, type Row } from "../corpus/frame.ts";
import { about } from "./about.ts";
import { differenceOfSums } from "./cluster_difference.ts";
import { ClusterSums } from "./cluster_sums.ts";
import type { Observation, Selection } from "./selection.ts";
import {
  type Periods,
  type SeriesData,
  seriesData,
  sideOfDate,
  twoPeriods,
} from "./series_data.ts";
import { numbered, numberOf } from "./sides.ts";
import { type Choice, choicesOf, widen } from "./specifications.ts";
import { clustersOf } from "./units.ts";

/** Options of {@linkcode robustness}. */
export interface RobustnessOptions extends Omit<Selection, "from" | "to"> {
  /** The periods compared: `2020`, `2021-H1`, `2020-07/2020-12`. */
  readonly before: string;
  readonly after: string;
  /** Letters of the coders of each wave, left out one at a time. */
  readonly waves?: readonly string[];
}

/** The catalogue's waves: coders a to m and s, and n to t. */
const WAVES = ["abcdefghijklms", "nopqrt"];
/**
 * Makes the same comparison in every reasonable way: a specification curve (Simonsohn,
 * Simmons & Nelson 2020). Crossed with each other: period as given, a month wider, a month
 * narrower; statement's or article's date; dates to the month or to the day; all voices,
 * without the authors' own, quotations alone; positions once or as often as reported. One
 * at a time: without each of the ten largest outlets, each wave of coders alone, outlets
 * of one side alone. A choice that the options fix is not varied.
 *
 * @param corpus The corpus.
 * @param options Speaker, target and the two periods.
 * @param read The statements, where they were read before.
 * @returns A row a specification in order of its difference: `rank`, `reference` (the one
 *   that was asked for), `group`, `period`, `dates`, `precision`, `voice`, `count`,
 *   `detail`, `difference`, `low`, `high` (95 %, linearised over clusters of documents),
 *   `statements_before`, `statements_after`, `same_sign` as the reference, `clear` (the
 *   interval leaves zero out, on the reference's side). Specifications without statements
 *   on a side are left out and counted in the notes.
 * @throws {UserError} where periods overlap or an option is not what it should be.
 *
 * @example
 * ```ts
 * import { openCorpus, robustness } from "aras";
 * import { assert } from "@std/assert";
 *
 * const corpus = await openCorpus();
 * const frame = await robustness(corpus, {
 *   speaker: "irn",
 *   target: "aze",
 *   before: "2020-07/2020-12",
 *   after: "2021-07/2021-12",
 * });
 * assert(frame.shape[0] > 72);
 * corpus.close();
 * ```
 */
export async function robustness(
  corpus: Corpus,
  options: RobustnessOptions,
  read?: SeriesData,
): Promise<Frame> {
  const { before, after, waves = WAVES, ...selection } = options;
  const periods = twoPeriods(before, after);
  const data = read ?? await seriesData(corpus, selection);
  const choices = choicesOf(data.observations, selection, periods, waves);
  const specifications = specify(data.observations, periods, choices);
  const { rows, share, clear } = summarise(specifications);
  return makeFrame(
    rows,
    COLUMNS,
    about(corpus, "robustness", options, [data.sql], [
      rows.length === 0
        ? "no specification has statements in both periods"
        : `${rows.length} specifications: ${percent(share)} with the sign of the one ` +
          `asked for, ${percent(clear)} with an interval that leaves zero out as well`,
      choices.length > rows.length
        ? `${choices.length - rows.length} without statements in a period left out`
        : undefined,
    ]),
  );
}

const COLUMNS = [
  "rank",
  "reference",
  "group",
  "period",
  "dates",
  "precision",
  "voice",
  "count",
  "detail",
  "difference",
  "low",
  "high",
  "statements_before",
  "statements_after",
  "same_sign",
  "clear",
];

const percent = (share: number) => `${Math.round(share * 100)} %`;

interface Specification {
  readonly choice: Choice;
  readonly difference: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly statements: { before: number; after: number };
}

/** Makes the comparison in each way; ways without statements on a side are left out. */
function specify(
  observations: readonly Observation[],
  periods: Periods,
  choices: readonly Choice[],
): Specification[] {
  const cluster = clustersOf(observations), clusters = numberOf(cluster);
  const { at: position, names } = numbered(observations.map((o) => o.position));
  const sums = [new ClusterSums(clusters), new ClusterSums(clusters)];
  const reports = [new Int32Array(names.length), new Int32Array(names.length)];
  const sides = sidesByPeriod(observations, periods);
  return choices.flatMap((choice) => {
    const side = sides(choice.period, choice.dates)?.slice();
    if (side === undefined) return [];
    for (const k of [0, 1]) {
      sums[k].clear();
      reports[k].fill(0);
    }
    for (let i = 0; i < side.length; i++) {
      if (side[i] === NEITHER) continue;
      if (isKept(choice, observations[i])) reports[side[i]][position[i]]++;
      else side[i] = NEITHER;
    }
    for (let i = 0; i < side.length; i++) {
      const k = side[i];
      if (k === NEITHER) continue;
      const weight = choice.count === "reports" ? 1 : 1 / reports[k][position[i]];
      sums[k].add(cluster[i], observations[i].stance * weight, weight);
    }
    const found = differenceOfSums(sums[0], sums[1]);
    return found === null ? [] : [{
      choice,
      difference: found.value,
      low: found.low,
      high: found.high,
      statements: { before: sums[0].n, after: sums[1].n },
    }];
  });
}

/** Whether a way of comparing takes a statement, periods aside. */
function isKept(choice: Choice, observation: Observation): boolean {
  const { voice, date, published } = observation;
  if (choice.voice === "without author" && voice === "author") return false;
  if (choice.voice === "quoted" && voice !== "quoted") return false;
  const day = (choice.dates === "article" ? published : date).length === 10;
  if (choice.precision === "day" && !day) return false;
  return choice.keep === undefined || choice.keep(observation);
}

/** Mark of a statement that lies in neither period; 0 is before, 1 after. */
const NEITHER = 2;

/** The side of each statement for a choice of periods and dates; none where none fits. */
function sidesByPeriod(observations: readonly Observation[], periods: Periods) {
  const known = new Map<string, Uint8Array>();
  return (period: Choice["period"], dates: Choice["dates"]): Uint8Array | undefined => {
    const widened = widen(periods, period);
    if (widened === null) return undefined;
    const key = `${period}/${dates}`;
    let sides = known.get(key);
    if (sides === undefined) {
      sides = Uint8Array.from(observations, (o) => {
        const side = sideOfDate(dates === "article" ? o.published : o.date, widened);
        return side === "before" ? 0 : side === "after" ? 1 : NEITHER;
      });
      known.set(key, sides);
    }
    return sides;
  };
}

/** The specifications as rows in order of size, and how many agree. */
function summarise(
  specifications: readonly Specification[],
): { rows: Row[]; share: number; clear: number } {
  const [reference] = specifications;
  const sign = Math.sign(reference?.difference ?? 0);
  const rows = [...specifications]
    .sort((a, b) => a.difference - b.difference)
    .map((s, i): Row => ({
      rank: i + 1,
      reference: s === reference,
      group: s.choice.group,
      period: s.choice.period,
      dates: s.choice.dates,
      precision: s.choice.precision,
      voice: s.choice.voice,
      count: s.choice.count,
      detail: s.choice.detail,
      difference: s.difference,
      low: s.low,
      high: s.high,
      statements_before: s.statements.before,
      statements_after: s.statements.after,
      same_sign: Math.sign(s.difference) === sign,
      clear: s.low !== null && s.high !== null &&
        (sign > 0 ? s.low > 0 : sign < 0 ? s.high < 0 : false),
    }));
  const shareOf = (key: "same_sign" | "clear") =>
    rows.length === 0 ? 0 : rows.filter((row) => row[key]).length / rows.length;
  return { rows, share: shareOf("same_sign"), clear: shareOf("clear") };
}
