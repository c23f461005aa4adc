import jstat from "jstat";
import type { Cell, Estimate } from "./interval.ts";

/** A difference of two means with what its interval rests on. */
export interface ClusterDifference extends Estimate {
  readonly before: number;
  readonly after: number;
  /** Standard error; null where a side has one cluster or neither varies. */
  readonly error: number | null;
  /** Degrees of freedom of the interval. */
  readonly freedom: number | null;
}

/**
 * The difference of two weighted means of clusters, the second less the first, with a
 * 95 % interval by linearisation (Cochran 1977, chapter 6) and Welch's (1947) degrees of
 * freedom: what the bootstrap over clusters comes to, without its draws, for measures
 * that need hundreds of differences. A cluster may lie on both sides.
 *
 * @param before Sums by cluster.
 * @param after Sums by cluster.
 * @returns `null` where a side is empty.
 *
 * @example
 * ```ts
 * import { clusterDifference } from "aras";
 * import { assertEquals } from "@std/assert";
 *
 * const cells = (...stances: number[]) =>
 *   new Map(stances.map((total, i) => [`${total}/${i}`, { total, weight: 1 }]));
 * assertEquals(clusterDifference(cells(-1, 0, -1, -2), cells(1, 0, 1))?.value, 1 + 2 / 3);
 * ```
 */
export function clusterDifference(
  before: ReadonlyMap<string, Cell>,
  after: ReadonlyMap<string, Cell>,
): ClusterDifference | null {
  const one = sideOf(before), two = sideOf(after);
  if (one === null || two === null) return null;
  const value = two.mean - one.mean;
  const means = { value, before: one.mean, after: two.mean };
  const none = { ...means, low: null, high: null, error: null, freedom: null };
  if (before.size < 2 || after.size < 2) return none;
  let shared = 0;
  for (const [key, u] of one.influence) {
    const v = two.influence.get(key);
    if (v !== undefined) shared += u * v;
  }
  const variance = Math.max(
    one.variance + two.variance - 2 * shared,
    (one.variance + two.variance) / 10,
  );
  if (!(variance > 1e-12)) return none;
  const freedom = (one.variance + two.variance) ** 2 /
    (one.variance ** 2 / (before.size - 1) + two.variance ** 2 / (after.size - 1));
  const error = Math.sqrt(variance);
  const half = jstat.studentt.inv(0.975, freedom) * error;
  // No difference on a scale from −2 to +2 can be larger.
  const widest = (v: number) => Math.max(-4, Math.min(4, v));
  return {
    ...means,
    low: widest(value - half),
    high: widest(value + half),
    error,
    freedom,
  };
}

/** Mean of a side, its variance, and how much each cluster moves it. */
function sideOf(cells: ReadonlyMap<string, Cell>) {
  let total = 0, weight = 0;
  for (const cell of cells.values()) {
    total += cell.total;
    weight += cell.weight;
  }
  if (!(weight > 0)) return null;
  const mean = total / weight, n = cells.size;
  const influence = new Map<string, number>();
  let variance = 0;
  for (const [key, cell] of cells) {
    const u = (cell.total - mean * cell.weight) / weight;
    influence.set(key, u);
    variance += u * u;
  }
  return { mean, influence, variance: n < 2 ? 0 : variance * n / (n - 1) };
}
