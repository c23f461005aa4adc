import { badOption } from "../base/fault.ts";
import { seededRandom } from "../base/random.ts";
import { smallestShift } from "./change_power.ts";
import { LevelSeries } from "./level_series.ts";
import { LEAST_UNITS } from "./split_search.ts";
import type { Units } from "./units.ts";

/** A stretch of months at one level. */
export interface Level {
  /** First and last month that have statements in it, `2021-03`. */
  readonly from: string;
  readonly to: string;
  /** Mean stance, each unit by its weight. */
  readonly mean: number;
  /** Independent clusters of documents in it. */
  readonly clusters: number;
}

/** A shift from one level to the next. */
export interface LevelShift {
  /** First month of the new level. */
  readonly month: string;
  /** The months that could as well be its first (95 %). */
  readonly earliest: string;
  readonly latest: string;
  /** Level after less level before. */
  readonly size: number;
  /** 95 % interval of the size. */
  readonly low: number;
  readonly high: number;
}

/** What a search for shifts found; "none" and "too few" are answers. */
export interface LevelShifts {
  readonly verdict: "shift" | "none" | "too few";
  readonly shifts: LevelShift[];
  readonly levels: Level[];
  /** How often a series without shift looks at least as much as if it had one. */
  readonly p: number;
  /** The same for one shift more than were found. */
  readonly pMore: number;
  /**
   * The smallest shift halfway through the statements that would have been found four
   * times in five; null where none on the scale would have been.
   */
  readonly smallest: number | null;
  /** Independent clusters of documents. */
  readonly clusters: number;
}

/** How to search. */
export interface ShiftOptions {
  /** Chance of any shift being found where there is none; 0.05. */
  alpha?: number;
  /** Permutations; 999, fewer for very many units. */
  permutations?: number;
  /** Seed of the random numbers. */
  seed?: number | string;
  /** The most shifts looked for. */
  most?: number;
  /** Whether to work out intervals and power, which take most of the time. */
  intervals?: boolean;
}

/** A series with fewer clusters than this cannot show a shift at the 5 % level. */
export const LEAST_CLUSTERS = 2 * LEAST_UNITS;

/**
 * Finds level shifts in an irregular, clustered, ordinal series: whether there is any,
 * how many, when and how large.
 *
 * Whether there is a shift is told by the likelihood averaged over all months in which it
 * could be (Andrews & Ploberger 1994), with two shifts counted half each, against what
 * permutations of whole clusters of documents give, so that the chance of any false alarm
 * is `alpha` whatever the distribution of stances; places come from optimal partitioning
 * (Jackson et al. 2005); further shifts are tested one by one
 * within the levels found (Bai & Perron 1998). The interval of a place inverts a
 * permutation test within levels; the interval of a size
 * inverts a bootstrap in which the place is searched anew each time, so that both hold
 * for shifts that are reported because they were found.
 *
 * @param units The series, from {@linkcode unitsOf}.
 * @returns The verdict with its p-value, shifts, levels and power.
 * @throws {UserError} where an option is out of range.
 *
 * @example
 * ```ts
 * import { findShifts, unitsOf } from "aras";
 * import { assertEquals } from "@std/assert";
 *
 * const readings = Array.from({ length: 40 }, (_, i) => ({
 *   document: `d${i}`,
 *   position: `p${i}`,
 *   date: `${2021 + Math.floor(i / 20)}-${String(i % 12 + 1).padStart(2, "0")}-03`,
 *   stance: (i < 20 ? -1 : 1) + i % 2,
 *   weight: 1,
 * }));
 * assertEquals(findShifts(unitsOf(readings)).shifts.map((s) => s.month), ["2022-01"]);
 * ```
 */
export function findShifts(units: Units, options: ShiftOptions = {}): LevelShifts {
  const { alpha = 0.05, seed = 1, most = 6, intervals = true } = options;
  if (!(alpha > 0 && alpha < 1)) badOption("alpha", "a number between 0 and 1", alpha);
  const n = units.month.length;
  const permutations = options.permutations ?? permutationsFor(n);
  if (!Number.isInteger(permutations) || permutations < 19) {
    badOption("permutations", "a whole number of at least 19", permutations);
  }
  const clusters = new Set(units.cluster).size;
  const random = seededRandom(seed);
  const series = new LevelSeries(units);
  if (clusters < LEAST_CLUSTERS || series.cells.months < 2) {
    return {
      ...{ verdict: "too few", shifts: [], p: 1, pMore: 1, smallest: null, clusters },
      levels: series.levels([0, series.cells.months]),
    };
  }
  let cuts = [0, series.cells.months], p = 1, pMore = 1, threshold = Infinity;
  for (let stage = 0; stage < most; stage++) {
    const test = series.test(cuts, permutations, alpha, random);
    if (stage === 0) {
      p = test.p;
      threshold = test.threshold;
    }
    pMore = test.p;
    if (test.p > alpha) break;
    cuts = series.partition(cuts.length - 2 + test.at.length, test.at, cuts);
  }
  const shifts: LevelShift[] = [];
  for (let k = 1; k < cuts.length - 1; k++) {
    shifts.push(series.shift(cuts, k, intervals ? threshold : null, random));
  }
  return {
    verdict: shifts.length > 0 ? "shift" : "none",
    shifts,
    levels: series.levels(cuts),
    p,
    pMore,
    smallest: intervals && shifts.length === 0
      ? smallestShift(series, threshold, random)
      : null,
    clusters,
  };
}

/** Fewer permutations where each takes long: p-values are then coarser, not wrong. */
function permutationsFor(units: number): number {
  return units > 20_000 ? 299 : 999;
}
