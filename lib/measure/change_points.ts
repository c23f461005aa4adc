import { badOption } from "../base/fault.ts";
import { monthAt } from "../base/date.ts";
import { type Random, seededRandom } from "../base/random.ts";
import { missAllowed, placeInterval, sizeInterval } from "./change_interval.ts";
import { smallestShift } from "./change_power.ts";
import { Shuffler } from "./shuffler.ts";
import { type Cells, LEAST_UNITS, SplitSearch } from "./split_search.ts";
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
  const series = new Series(units);
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

/** A series with its months numbered and its sums of squares at hand. */
export class Series {
  readonly cells: Cells;
  readonly names: number[];
  readonly product: Float64Array;
  /** Weighted sum of squares about 0. */
  readonly squares: number;
  readonly search: SplitSearch;
  readonly n: number;
  private readonly drawn: { weight: Float64Array; product: Float64Array };

  constructor(readonly units: Units) {
    const { month, weight, mean } = units;
    this.n = month.length;
    this.names = [...new Set(month)];
    const numbers = new Map(this.names.map((m, j) => [m, j]));
    const cell = month.map((m) => numbers.get(m)!);
    const count = new Int32Array(this.names.length + 1);
    for (const j of cell) count[j + 1]++;
    for (let j = 1; j < count.length; j++) count[j] += count[j - 1];
    this.cells = { months: this.names.length, cell, count };
    this.product = weight.map((w, i) => w * mean[i]);
    this.squares = this.product.reduce((sum, p, i) => sum + p * mean[i], 0);
    this.drawn = {
      weight: new Float64Array(this.n),
      product: new Float64Array(this.n),
    };
    this.search = new SplitSearch(this.cells, this.n).fill(weight, this.product);
  }

  /** Puts the series as it was observed back into the search. */
  observed(): SplitSearch {
    return this.search.fill(this.units.weight, this.product);
  }

  /**
   * Puts units in another order into the search, with something added to the mean in each
   * place.
   *
   * @returns Their weighted sum of squares about 0.
   */
  redrawn(order: Int32Array, added: (place: number) => number): number {
    const { units: { mean, weight }, drawn } = this;
    let squares = 0;
    for (let i = 0; i < order.length; i++) {
      const u = order[i], value = mean[u] + added(i);
      drawn.weight[i] = weight[u];
      drawn.product[i] = weight[u] * value;
      squares += drawn.product[i] * value;
    }
    this.search.fill(drawn.weight, drawn.product);
    return squares;
  }

  /** The sum of squares that levels between cuts leave. */
  residual(cuts: readonly number[]): number {
    return Math.max(0, this.squares - this.search.explained(cuts));
  }

  /** Number of the stretch between cuts that each unit lies in. */
  stretches(cuts: readonly number[]): Int32Array {
    let k = 0;
    return this.cells.cell.map((j) => {
      while (j >= cuts[k + 1]) k++;
      return k;
    });
  }

  /** Tests for a further shift within the levels between cuts. */
  test(cuts: number[], permutations: number, alpha: number, random: Random) {
    const best = (search: SplitSearch, residual: number) => {
      let found = { score: -Infinity, at: [] as number[] };
      for (let k = 1; k < cuts.length; k++) {
        const split = search.best(cuts[k - 1], cuts[k], residual);
        if (split.score > found.score) found = split;
      }
      return found;
    };
    const residual = this.observed() && this.residual(cuts);
    const found = best(this.search, residual);
    const shuffler = new Shuffler(this.units.cluster, this.stretches(cuts));
    const scores = new Float64Array(permutations);
    let reached = 0;
    for (let b = 0; b < permutations; b++) {
      const order = shuffler.shuffle(random);
      this.search.fill(this.units.weight, this.product, order);
      scores[b] = best(this.search, residual).score;
      // Ties count against the finding; sums in another order differ in the last bits.
      if (scores[b] >= found.score - 1e-7) reached++;
    }
    this.observed();
    scores.sort();
    const rank = Math.ceil((1 - alpha) * (permutations + 1)) - 1;
    const flat = residual < 1e-9 || found.at.length === 0;
    return {
      at: found.at,
      p: flat ? 1 : (1 + reached) / (permutations + 1),
      threshold: scores[Math.min(permutations - 1, rank)],
    };
  }

  /**
   * The best partition with a number of cuts, by dynamic programming over months, each
   * level with its share of the series as in the score of a split.
   */
  partition(cutsWanted: number, at: number[], cuts: number[]): number[] {
    const start = [...cuts, ...at].sort((a, b) => a - b);
    if (cutsWanted === 1) return start;
    const { months, count } = this.cells;
    const variance = this.residual(start) / Math.max(1, this.n - start.length + 1);
    const all = this.search.weight(0, months);
    const value = (a: number, b: number) =>
      count[b] - count[a] < LEAST_UNITS ? -Infinity : this.search.explained([a, b]) +
        variance * Math.log(this.search.weight(a, b) / all);
    let row = Array.from(
      { length: months + 1 },
      (_, b) => b === 0 ? -Infinity : value(0, b),
    );
    const from: number[][] = [];
    for (let k = 1; k <= cutsWanted; k++) {
      const next = new Array<number>(months + 1).fill(-Infinity);
      const back = new Array<number>(months + 1).fill(-1);
      for (let b = 1; b <= months; b++) {
        for (let a = 1; a < b; a++) {
          const total = row[a] + value(a, b);
          if (total > next[b]) {
            next[b] = total;
            back[b] = a;
          }
        }
      }
      row = next;
      from.push(back);
    }
    const found = [months];
    for (let k = cutsWanted - 1, b = months; k >= 0; k--) {
      b = from[k][b];
      found.unshift(b);
    }
    return [0, ...found];
  }

  /** The k-th shift with its intervals (none where no threshold is given). */
  shift(
    cuts: number[],
    k: number,
    threshold: number | null,
    random: Random,
  ): LevelShift {
    const name = (j: number) => monthAt(this.names[j]);
    const size = this.observed().mean(cuts[k], cuts[k + 1]) -
      this.search.mean(cuts[k - 1], cuts[k]);
    let place = [cuts[k], cuts[k]], [low, high] = [size, size];
    if (threshold !== null) {
      const miss = missAllowed(this, cuts, k, threshold, random);
      place = placeInterval(this, cuts, k, miss, random);
      [low, high] = sizeInterval(this, cuts, k, miss, random);
    }
    return {
      month: name(cuts[k]),
      earliest: name(place[0]),
      latest: name(place[1]),
      size,
      low,
      high,
    };
  }

  /** The levels between cuts. */
  levels(cuts: readonly number[]): Level[] {
    const stretch = this.stretches(cuts);
    return cuts.slice(1).map((b, k) => {
      const members = new Set<number>();
      stretch.forEach((s, i) => s === k && members.add(this.units.cluster[i]));
      return {
        from: monthAt(this.names[cuts[k]]),
        to: monthAt(this.names[b - 1]),
        mean: this.search.mean(cuts[k], b),
        clusters: members.size,
      };
    }).filter((level) => level.clusters > 0);
  }
}
