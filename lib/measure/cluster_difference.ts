import jstat from "jstat";
import { ClusterSums, compareSums } from "./cluster_sums.ts";
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
  const numbers = new Map<string, number>();
  for (const side of [before, after]) {
    for (const key of side.keys()) {
      if (!numbers.has(key)) numbers.set(key, numbers.size);
    }
  }
  const [one, two] = [before, after].map((side) => {
    const sums = new ClusterSums(numbers.size);
    for (const [key, { total, weight }] of side) {
      sums.add(numbers.get(key)!, total, weight);
    }
    return sums;
  });
  return differenceOfSums(one, two);
}

/** The same of sums by cluster. */
export function differenceOfSums(
  before: ClusterSums,
  after: ClusterSums,
): ClusterDifference | null {
  const found = compareSums(before, after);
  if (found === null) return null;
  const { value, variance } = found;
  const means = { value, before: before.mean, after: after.mean };
  if (variance === null) {
    return { ...means, low: null, high: null, error: null, freedom: null };
  }
  const freedom = (before.variance + after.variance) ** 2 /
    (before.variance ** 2 / (before.touched.length - 1) +
      after.variance ** 2 / (after.touched.length - 1));
  return { ...means, ...studentInterval(value, Math.sqrt(variance), freedom) };
}

/** The 95 % interval of a difference of stances by Student's t. */
export function studentInterval(value: number, error: number, freedom: number) {
  const half = jstat.studentt.inv(0.975, freedom) * error;
  // No difference on a scale from −2 to +2 can be larger.
  const widest = (v: number) => Math.max(-4, Math.min(4, v));
  return { low: widest(value - half), high: widest(value + half), error, freedom };
}

/** A difference as the columns of a frame say it. */
export function differenceColumns(found: ClusterDifference | null) {
  return {
    mean_before: found?.before ?? null,
    mean_after: found?.after ?? null,
    difference: found?.value ?? null,
    low: found?.low ?? null,
    high: found?.high ?? null,
  };
}
