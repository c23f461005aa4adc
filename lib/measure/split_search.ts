/** Sums of a series by month, and what a search for splits has to know. */
export interface Cells {
  /** Number of months that have units. */
  readonly months: number;
  /** Index of the month cell of each unit. */
  readonly cell: Int32Array;
  /** Units up to and without each cell (length months + 1). */
  readonly count: Int32Array;
}

/** The best split of a stretch of months into two or three levels. */
export interface Split {
  /** Likelihood-ratio score of one split, or half that of two. */
  score: number;
  /** Cells at which a new level begins: one or two of them; none where none fits. */
  at: number[];
}

/** A level needs so many units. */
export const LEAST_UNITS = 3;
/**
 * Weight of the place in the score: a split near an end has more chances to look large
 * by luck, so it has to be larger (after Zhang & Siegmund 2007, modified BIC).
 */
const EDGE = 1.5;
/** What the best of all places scores above their average by luck alone, about. */
const SEARCH = 5;
/** What the share of variance explained is held under, so that its log stays finite. */
const MOST_EXPLAINED = 1 - 1e-9;

/**
 * Searches a series for level shifts: weighted sums by month go in, the most likely
 * split of a stretch comes out. Reused over permutations, so that nothing is allocated.
 */
export class SplitSearch {
  private readonly weights: Float64Array;
  private readonly sums: Float64Array;
  private readonly left: Float64Array;
  private readonly right: Float64Array;

  /**
   * @param cells The months.
   * @param n Number of units, the n of the likelihood.
   */
  constructor(private readonly cells: Cells, private readonly n: number) {
    this.weights = new Float64Array(cells.months + 1);
    this.sums = new Float64Array(cells.months + 1);
    this.left = new Float64Array(cells.months + 1);
    this.right = new Float64Array(cells.months + 1);
  }

  /**
   * Takes a series: unit `order[i]` stands in the place of unit i.
   *
   * @param weight Weight of each unit.
   * @param product Weight times mean of each unit.
   * @param order Which unit stands where; as they are if left out.
   */
  fill(weight: Float64Array, product: Float64Array, order?: Int32Array): this {
    const { weights, sums, cells: { cell, months } } = this;
    weights.fill(0);
    sums.fill(0);
    for (let i = 0; i < cell.length; i++) {
      const u = order === undefined ? i : order[i];
      weights[cell[i] + 1] += weight[u];
      sums[cell[i] + 1] += product[u];
    }
    for (let j = 1; j <= months; j++) {
      weights[j] += weights[j - 1];
      sums[j] += sums[j - 1];
    }
    return this;
  }

  /** Weighted mean of the cells a to b − 1. */
  mean(a: number, b: number): number {
    return (this.sums[b] - this.sums[a]) / (this.weights[b] - this.weights[a]);
  }

  /** Weight of the cells a to b − 1. */
  weight(a: number, b: number): number {
    return this.weights[b] - this.weights[a];
  }

  /** Sum of squares that the means of the parts between cuts explain. */
  explained(cuts: readonly number[]): number {
    let total = 0;
    for (let k = 1; k < cuts.length; k++) total += this.term(cuts[k - 1], cuts[k]);
    return total;
  }

  /** Score of one split of [a, b) at j, given the residual sum of squares before it. */
  score(a: number, j: number, b: number, residual: number): number {
    const share = this.weight(a, j) / this.weight(a, b);
    const gain = this.term(a, j) + this.term(j, b) - this.term(a, b);
    return this.likelihood(gain, residual) + EDGE * Math.log(4 * share * (1 - share));
  }

  /** The best single split of [a, b); its score is −∞ where none fits. */
  single(a: number, b: number, residual: number): Split {
    const whole = this.term(a, b);
    let best = -Infinity, needed = -Infinity, at = -1;
    for (let j = this.first(a); j <= this.last(b); j++) {
      // The place can only lower a score: a gain this small cannot win.
      if (this.term(a, j) + this.term(j, b) - whole <= needed) continue;
      const score = this.score(a, j, b, residual);
      if (score > best) {
        best = score;
        needed = this.gainFor(best, residual);
        at = j;
      }
    }
    return { score: best, at: at < 0 ? [] : [at] };
  }

  /**
   * The best single split, scored by the average likelihood over all places (Andrews &
   * Ploberger 1994): the most powerful test of a shift whose place is not known. The
   * score is put on the scale of a single place's.
   */
  average(a: number, b: number, residual: number): Split {
    let best = -Infinity, at = -1, sum = 0, places = 0;
    for (let j = this.first(a); j <= this.last(b); j++) {
      const score = this.score(a, j, b, residual);
      sum += Math.exp(Math.min(score, 1000) / 2);
      places++;
      if (score > best) {
        best = score;
        at = j;
      }
    }
    return at < 0
      ? { score: -Infinity, at: [] }
      : { score: 2 * Math.log(sum / places) + SEARCH, at: [at] };
  }

  /**
   * The best split of [a, b) at one or two places. Two have to score twice what one
   * has: the penalty of optimal partitioning (Jackson et al. 2005), linear in their
   * number.
   */
  best(a: number, b: number, residual: number): Split {
    const one = this.average(a, b, residual);
    const { left, right, sums, weights, cells: { count } } = this;
    const all = this.weight(a, b), whole = this.term(a, b);
    const first = this.first(a), last = this.last(b);
    for (let j = first; j <= last; j++) {
      left[j] = this.term(a, j) - whole;
      right[j] = this.term(j, b);
    }
    let best = 2 * one.score, needed = this.gainFor(best, residual), at: number[] = [];
    for (let i = first; i <= last; i++) {
      for (let j = i + 1; j <= last; j++) {
        const weight = weights[j] - weights[i], sum = sums[j] - sums[i];
        const gain = left[i] + right[j] + sum * sum / weight;
        if (gain <= needed || count[j] - count[i] < LEAST_UNITS) continue;
        const shares = this.weight(a, i) / all * (weight / all) *
          (this.weight(j, b) / all);
        const score = this.likelihood(gain, residual) + EDGE * Math.log(27 * shares);
        if (score > best) {
          best = score;
          needed = this.gainFor(best, residual);
          at = [i, j];
        }
      }
    }
    return at.length === 0 ? one : { score: best / 2, at };
  }

  /** The gain that a score takes at the least. */
  private gainFor(score: number, residual: number): number {
    return residual * (1 - Math.exp(-score / this.n)) * (1 - 1e-12);
  }

  private likelihood(gain: number, residual: number): number {
    if (!(residual > 1e-12)) return 0;
    return -this.n * Math.log(1 - Math.min(MOST_EXPLAINED, gain / residual));
  }

  private term(a: number, b: number): number {
    const sum = this.sums[b] - this.sums[a];
    return sum * sum / (this.weights[b] - this.weights[a]);
  }

  private first(a: number): number {
    const { count } = this.cells;
    let j = a + 1;
    while (j < count.length && count[j] - count[a] < LEAST_UNITS) j++;
    return j;
  }

  private last(b: number): number {
    const { count } = this.cells;
    let j = b - 1;
    while (j >= 0 && count[b] - count[j] < LEAST_UNITS) j--;
    return j;
  }
}
