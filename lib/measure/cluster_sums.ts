/**
 * Sums by cluster of one side of a comparison. Made once and cleared for each of many
 * comparisons, so that nothing is allocated.
 */
export class ClusterSums {
  private readonly totals: Float64Array;
  private readonly weights: Float64Array;
  /** Clusters that have anything, in the order in which they came. */
  readonly touched: number[] = [];
  /** Statements. */
  n = 0;
  /** Weighted mean and the variance of it; of what was added up to the last settling. */
  mean = 0;
  variance = 0;
  private weight = 0;

  /** @param clusters One more than the largest number of a cluster. */
  constructor(clusters: number) {
    this.totals = new Float64Array(clusters);
    this.weights = new Float64Array(clusters);
  }

  clear(): this {
    for (const c of this.touched) this.totals[c] = this.weights[c] = 0;
    this.touched.length = this.n = 0;
    return this;
  }

  /** Adds statements of a cluster: their sum of weight × stance, and of weights. */
  add(cluster: number, total: number, weight: number, statements = 1): void {
    if (this.weights[cluster] === 0) this.touched.push(cluster);
    this.totals[cluster] += total;
    this.weights[cluster] += weight;
    this.n += statements;
  }

  has(cluster: number): boolean {
    return this.weights[cluster] > 0;
  }

  /** How much a cluster moves the mean. */
  influence(cluster: number): number {
    return (this.totals[cluster] - this.mean * this.weights[cluster]) / this.weight;
  }

  /** Works out mean and variance by linearisation; false where there is nothing. */
  settle(): boolean {
    let total = 0, squares = 0;
    this.weight = 0;
    for (const c of this.touched) {
      total += this.totals[c];
      this.weight += this.weights[c];
    }
    if (!(this.weight > 0)) return false;
    this.mean = total / this.weight;
    for (const c of this.touched) {
      const u = this.influence(c);
      squares += u * u;
    }
    const n = this.touched.length;
    this.variance = n < 2 ? 0 : squares * n / (n - 1);
    return true;
  }
}

/**
 * The difference of the means of two sides and its variance, which allows for clusters
 * that lie on both. No variance where a side has one cluster or neither varies; nothing
 * where a side is empty.
 */
export function compareSums(
  before: ClusterSums,
  after: ClusterSums,
): { value: number; variance: number | null } | null {
  const some = before.settle(), others = after.settle();
  if (!some || !others) return null;
  const value = after.mean - before.mean;
  if (before.touched.length < 2 || after.touched.length < 2) {
    return { value, variance: null };
  }
  let shared = 0;
  for (const c of before.touched) {
    if (after.has(c)) shared += before.influence(c) * after.influence(c);
  }
  const sum = before.variance + after.variance;
  const variance = Math.max(sum - 2 * shared, sum / 10);
  return { value, variance: variance > 1e-12 ? variance : null };
}

/** How large a difference is in units of its standard error; null without one. */
export function sizeOfDifference(
  before: ClusterSums,
  after: ClusterSums,
): number | null {
  const found = compareSums(before, after);
  return found === null || found.variance === null
    ? null
    : Math.abs(found.value) / Math.sqrt(found.variance);
}
