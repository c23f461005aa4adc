import { monthAt } from "../base/date.ts";
import type { Random } from "../base/random.ts";
import { missAllowed, placeInterval, sizeInterval } from "./change_interval.ts";
import type { Level, LevelShift } from "./change_points.ts";
import { Shuffler } from "./shuffler.ts";
import { type Cells, LEAST_UNITS, SplitSearch } from "./split_search.ts";
import type { Units } from "./units.ts";

/** A series with its months numbered and its sums of squares at hand. */
export class LevelSeries {
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
