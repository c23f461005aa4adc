import jstat from "jstat";
import { badOption } from "../base/fault.ts";
import type { Estimate } from "./interval.ts";

/** What a person and the software found in a document: sum of stances, and how many. */
export interface Totals {
  readonly total: number;
  readonly weight: number;
}

/** A document that both have coded. */
export interface Checked {
  readonly coded: Totals;
  readonly extracted: Totals;
}

/** A mean that holds whatever the software's errors are. */
export interface PredictionPowered extends Estimate {
  /** Standard error. */
  readonly error: number;
  readonly freedom: number;
  /** How much the software's findings were relied on, 0 (not at all) to 1. */
  readonly reliance: number;
}

/**
 * The mean stance of a large set of documents that software has coded, corrected by a
 * small random sample that people have coded as well (prediction-powered inference,
 * Angelopoulos et al. 2023; reliance tuned as in PPI++, Angelopoulos, Duchi & Zrnic 2023).
 *
 * Documents are the units, and a mean is a ratio of totals, linearised: so spurious and
 * missed statements are corrected as well as wrong stances. The interval has Student's
 * quantile with the sample's degrees of freedom, since the sample is small.
 *
 * @param checked Documents coded by both: a random sample of those the mean is about.
 * @param unchecked Documents that the software alone has coded.
 * @param reliance Fixed reliance on the software; chosen for the shortest interval where
 *   left out.
 * @returns `null` where people found no statement in the sample.
 * @throws {UserError} with fewer than two checked documents or a reliance outside 0 … 1.
 *
 * @example
 * ```ts
 * import { predictionPoweredMean } from "aras";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const one = (total: number) => ({ total, weight: 1 });
 * // Software that always says one too much.
 * const checked = [-1, 0, 1, 0].map((y) => ({ coded: one(y), extracted: one(y + 1) }));
 * const unchecked = [1, 1, 2, 0, 1, 1].map(one);
 * assertAlmostEquals(predictionPoweredMean(checked, unchecked)!.value, 0, 1e-9);
 * ```
 */
export function predictionPoweredMean(
  checked: readonly Checked[],
  unchecked: readonly Totals[],
  reliance?: number,
): PredictionPowered | null {
  const n = checked.length, m = unchecked.length;
  if (n < 2) badOption("checked", "at least two documents coded by both", n);
  if (reliance !== undefined && !(reliance >= 0 && reliance <= 1)) {
    badOption("reliance", "a number from 0 to 1", reliance);
  }
  const coded = checked.map((c) => c.coded), said = checked.map((c) => c.extracted);
  const weight = sum(coded.map((c) => c.weight)) / n;
  if (!(weight > 0)) return null;
  // Where people are followed alone, the mean is theirs; the rest linearises about it.
  const centre = sum(coded.map((c) => c.total)) / n / weight;
  const off = (t: Totals) => (t.total - centre * t.weight) / weight;
  const y = coded.map(off), f = said.map(off), g = unchecked.map(off);
  const covariance = covarianceOf(y, f);
  const spread = varianceOf([...f, ...g]);
  const tuned = m === 0 || !(spread > 0)
    ? 0
    : Math.max(0, Math.min(1, covariance / ((1 + n / m) * spread)));
  const used = m === 0 ? 0 : reliance ?? tuned;
  // Both totals corrected the same way; their ratio is the mean.
  const corrected = (of: (t: Totals) => number) => {
    const gap = m === 0 ? 0 : mean(unchecked.map(of)) - mean(said.map(of));
    return mean(coded.map(of)) + used * gap;
  };
  const value = corrected((t) => t.total) / corrected((t) => t.weight);
  const rest = y.map((v, i) => v - used * f[i]);
  // A reliance that was chosen by the sample costs it a degree of freedom more.
  const freedom = Math.max(1, n - (reliance === undefined && m > 0 ? 2 : 1));
  const variance = varianceOf(rest) / n * (n - 1) / freedom +
    (m < 2 ? 0 : used * used * varianceOf(g) / m);
  const error = Math.sqrt(variance);
  const half = jstat.studentt.inv(0.975, freedom) * error;
  return {
    value,
    low: value - half,
    high: value + half,
    error,
    freedom,
    reliance: used,
  };
}

/**
 * The difference of two such means, the second less the first, with a 95 % interval.
 *
 * @param before Documents of the first period.
 * @param after Documents of the second.
 * @returns `null` where people found no statement in one of the samples.
 */
export function predictionPoweredDifference(
  before: { checked: readonly Checked[]; unchecked: readonly Totals[] },
  after: { checked: readonly Checked[]; unchecked: readonly Totals[] },
): (Estimate & { before: PredictionPowered; after: PredictionPowered }) | null {
  const one = predictionPoweredMean(before.checked, before.unchecked);
  const two = predictionPoweredMean(after.checked, after.unchecked);
  if (one === null || two === null) return null;
  const value = two.value - one.value;
  const v1 = one.error ** 2, v2 = two.error ** 2;
  if (!(v1 + v2 > 0)) return { value, low: null, high: null, before: one, after: two };
  const freedom = (v1 + v2) ** 2 / (v1 ** 2 / one.freedom + v2 ** 2 / two.freedom);
  const half = jstat.studentt.inv(0.975, freedom) * Math.sqrt(v1 + v2);
  return { value, low: value - half, high: value + half, before: one, after: two };
}

function sum(values: readonly number[]): number {
  return values.reduce((s, v) => s + v, 0);
}

function mean(values: readonly number[]): number {
  return sum(values) / values.length;
}

function varianceOf(values: readonly number[]): number {
  return covarianceOf(values, values);
}

function covarianceOf(a: readonly number[], b: readonly number[]): number {
  const ma = mean(a), mb = mean(b);
  return sum(a.map((v, i) => (v - ma) * (b[i] - mb))) / Math.max(1, a.length - 1);
}
