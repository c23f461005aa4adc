import jstat from "jstat";
import type { Random } from "../base/random.ts";
import { clusterDifference } from "./cluster_difference.ts";

/** An estimate with the ends of its 95 % interval; no ends where none can be given. */
export interface Estimate {
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
}

/** Sums of one document: of weight × stance, and of weights. */
export interface Cell {
  readonly total: number;
  readonly weight: number;
}

/** How many times a bootstrap draws. */
export const DRAWS = 2000;

/** From this many documents on, the bootstrap's interval is had from its limit instead. */
export const MANY_DOCUMENTS = 5000;

/** The normal distribution's 97.5 % quantile. */
export const Z95 = 1.959963984540054;

/**
 * The weighted mean of statements, with a 95 % interval from a bootstrap that draws
 * documents, so that several statements of one article count as the one source that they
 * are.
 *
 * The interval is the expanded percentile interval (Hesterberg 2015), which draws its
 * percentiles outward as Student's t does, since the plain one is too narrow for few
 * documents. From {@linkcode MANY_DOCUMENTS} documents on it is the linearised interval of
 * a ratio (Cochran 1977, ch. 6), to which the bootstrap's converges.
 *
 * @param cells One a document, in a fixed order.
 * @param random The draws.
 * @returns The mean on the scale of the stances; `null` without any document, and no ends
 *   with fewer than two documents or where all are alike: a bootstrap cannot tell then.
 *
 * @example
 * ```ts
 * import { bootstrapMean, seededRandom } from "aras";
 * import { assertEquals } from "@std/assert";
 *
 * const cells = [{ total: -1, weight: 1 }, { total: 2, weight: 2 }];
 * assertEquals(bootstrapMean(cells, seededRandom(1))?.value, 1 / 3);
 * ```
 */
export function bootstrapMean(cells: readonly Cell[], random: Random): Estimate | null {
  const value = meanOf(cells);
  if (value === null) return null;
  if (!varied(cells)) return { value, low: null, high: null };
  if (cells.length >= MANY_DOCUMENTS) return linearised(sumsOf(cells));
  const totals = Float64Array.from(cells, (cell) => cell.total);
  const weights = Float64Array.from(cells, (cell) => cell.weight);
  const means = new Float64Array(DRAWS);
  for (let b = 0; b < DRAWS; b++) means[b] = drawnMean(totals, weights, random);
  const [low, high] = expandedPercentiles(means, cells.length);
  return { value, low, high };
}

/**
 * The difference of two means, the second less the first, with a 95 % interval from a
 * bootstrap that draws documents within what they report: the first period, the second,
 * or both. From {@linkcode MANY_DOCUMENTS} documents on it is the interval to which the
 * bootstrap's converges ({@linkcode clusterDifference}).
 *
 * @param before Cells by document.
 * @param after Cells by document.
 * @param random The draws.
 * @returns The difference; `null` where a side is empty, no ends where a side has fewer
 *   than two documents or both are without any variation.
 */
export function bootstrapDifference(
  before: ReadonlyMap<string, Cell>,
  after: ReadonlyMap<string, Cell>,
  random: Random,
): Estimate | null {
  const first = meanOf([...before.values()]), second = meanOf([...after.values()]);
  if (first === null || second === null) return null;
  const value = second - first;
  const enough = before.size >= 2 && after.size >= 2 &&
    (varied([...before.values()]) || varied([...after.values()]));
  if (!enough) return { value, low: null, high: null };
  if (before.size + after.size >= MANY_DOCUMENTS) {
    const { low, high } = clusterDifference(before, after)!;
    return { value, low, high };
  }
  const strata = [
    [...before.keys()].filter((id) => !after.has(id)),
    [...after.keys()].filter((id) => !before.has(id)),
    [...before.keys()].filter((id) => after.has(id)),
  ].map((ids) => ids.sort());
  const none: Cell = { total: 0, weight: 0 };
  const pairs = strata.map((ids) =>
    ids.map((id) => [before.get(id) ?? none, after.get(id) ?? none] as const)
  );
  const drawn = new Float64Array(DRAWS);
  for (let b = 0; b < DRAWS; b++) drawn[b] = drawnDifference(pairs, random);
  const [low, high] = expandedPercentiles(drawn, Math.min(before.size, after.size));
  return { value, low, high };
}

/** The weighted mean of cells; `null` without any weight. */
export function meanOf(cells: readonly Cell[]): number | null {
  let total = 0, weight = 0;
  for (const cell of cells) {
    total += cell.total;
    weight += cell.weight;
  }
  return weight > 0 ? total / weight : null;
}

function varied(cells: readonly Cell[]): boolean {
  const first = cells[0].total / cells[0].weight;
  return cells.length >= 2 &&
    cells.some((cell) => Math.abs(cell.total / cell.weight - first) > 1e-9);
}

function drawnMean(
  totals: Float64Array,
  weights: Float64Array,
  random: Random,
): number {
  let total = 0, weight = 0;
  for (let i = 0; i < totals.length; i++) {
    const j = random.below(totals.length);
    total += totals[j];
    weight += weights[j];
  }
  return total / weight;
}

function drawnDifference(
  strata: readonly (readonly (readonly [Cell, Cell])[])[],
  random: Random,
): number {
  let total1 = 0, weight1 = 0, total2 = 0, weight2 = 0;
  for (const pairs of strata) {
    for (let i = 0; i < pairs.length; i++) {
      const [first, second] = pairs[random.below(pairs.length)];
      total1 += first.total;
      weight1 += first.weight;
      total2 += second.total;
      weight2 += second.weight;
    }
  }
  return total2 / weight2 - total1 / weight1;
}

/** Ends of the expanded percentile interval of a statistic of n documents. */
function expandedPercentiles(drawn: Float64Array, n: number): [number, number] {
  const t = jstat.studentt.inv(0.975, n - 1);
  const tail = jstat.normal.cdf(-Math.sqrt(n / (n - 1)) * t, 0, 1);
  const ordered = drawn.filter(Number.isFinite).sort();
  return [quantile(ordered, tail), quantile(ordered, 1 - tail)];
}

/** A quantile of ordered values, by linear interpolation (Hyndman & Fan 1996, type 7). */
export function quantile(ordered: ArrayLike<number>, p: number): number {
  const at = p * (ordered.length - 1);
  const below = Math.floor(at), above = Math.min(below + 1, ordered.length - 1);
  return ordered[below] + (at - below) * (ordered[above] - ordered[below]);
}

/** Sums over documents from which a ratio and its variance follow. */
export interface Sums {
  readonly documents: number;
  readonly total: number;
  readonly weight: number;
  readonly totalSquared: number;
  readonly totalWeight: number;
  readonly weightSquared: number;
}

function sumsOf(cells: readonly Cell[]): Sums {
  let total = 0, weight = 0, totalSquared = 0, totalWeight = 0, weightSquared = 0;
  for (const cell of cells) {
    total += cell.total;
    weight += cell.weight;
    totalSquared += cell.total ** 2;
    totalWeight += cell.total * cell.weight;
    weightSquared += cell.weight ** 2;
  }
  return {
    documents: cells.length,
    total,
    weight,
    totalSquared,
    totalWeight,
    weightSquared,
  };
}

/** A mean with the linearised interval of a ratio of sums over documents (Cochran 1977). */
export function linearised(sums: Sums): Estimate {
  const { documents: n, total, weight } = sums;
  const value = total / weight;
  const residual = sums.totalSquared - 2 * value * sums.totalWeight +
    value ** 2 * sums.weightSquared;
  const error = Math.sqrt(Math.max(0, residual) * n / (n - 1)) / weight;
  return { value, low: value - Z95 * error, high: value + Z95 * error };
}

/**
 * The share of n that are k, with Wilson's 95 % interval (Wilson 1927), which stays within
 * 0 and 1 and holds for small n.
 *
 * @example
 * ```ts
 * import { wilson } from "aras";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * assertAlmostEquals(wilson(5, 10)!.low!, 0.2366, 1e-4);
 * ```
 */
export function wilson(k: number, n: number): Estimate | null {
  if (n === 0) return null;
  const p = k / n, z2 = Z95 ** 2;
  const centre = (p + z2 / (2 * n)) / (1 + z2 / n);
  const half = Z95 / (1 + z2 / n) * Math.sqrt(p * (1 - p) / n + z2 / (4 * n * n));
  return {
    value: p,
    low: k === 0 ? 0 : Math.max(0, centre - half),
    high: k === n ? 1 : Math.min(1, centre + half),
  };
}
