import type { Cell } from "./interval.ts";

/** A group before and after: sums of weight × stance, and of weights. */
export interface GroupChange {
  readonly group: string;
  readonly before: Cell;
  readonly after: Cell;
}

/** What a difference of means is made of. */
export interface Decomposition {
  /** After less before; `same` + `mix`, exactly. */
  readonly difference: number;
  /** Change within groups, at their average shares. */
  readonly same: number;
  /** Change of the groups' shares, at their average means. */
  readonly mix: number;
  /** Share of the weight (average of both periods) in groups seen in both. */
  readonly matched: number;
}

/**
 * Splits a difference of means into groups that changed and a changed mix of groups, in
 * the symmetrical form of Kitagawa (1955), which leaves no interaction over:
 *
 *     same = Σ (p₀ + p₁)/2 · (m₁ − m₀)        mix = Σ (p₁ − p₀) · (m₀ + m₁)/2
 *
 * A group that is seen in one period alone has no mean in the other; it is taken to have
 * changed as those seen in both did on average. What it adds beyond that is mix.
 *
 * @param groups Sums of each group in either period.
 * @returns `null` where a period is empty or no group is seen in both.
 *
 * @example
 * ```ts
 * import { kitagawa } from "aras";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * // Two outlets that never change their minds, heard in other proportions.
 * const parts = kitagawa([
 *   { group: "a", before: { total: 8, weight: 8 }, after: { total: 2, weight: 2 } },
 *   { group: "b", before: { total: -2, weight: 2 }, after: { total: -8, weight: 8 } },
 * ])!;
 * assertAlmostEquals(parts.mix, -1.2, 1e-12);
 * assertAlmostEquals(parts.same, 0, 1e-12);
 * ```
 */
export function kitagawa(groups: readonly GroupChange[]): Decomposition | null {
  const n = groups.length;
  const sums = new Float64Array(4 * n);
  groups.forEach(({ before, after }, g) => {
    sums[g] = before.total;
    sums[n + g] = before.weight;
    sums[2 * n + g] = after.total;
    sums[3 * n + g] = after.weight;
  });
  return kitagawaOf(sums, n);
}

/** The same on sums laid out as totals and weights before, totals and weights after. */
export function kitagawaOf(sums: Float64Array, n: number): Decomposition | null {
  let total0 = 0, total1 = 0, weight0 = 0, weight1 = 0;
  for (let g = 0; g < n; g++) {
    total0 += sums[g];
    weight0 += sums[n + g];
    total1 += sums[2 * n + g];
    weight1 += sums[3 * n + g];
  }
  if (!(weight0 > 0 && weight1 > 0)) return null;
  let change = 0, matched = 0;
  for (let g = 0; g < n; g++) {
    const w0 = sums[n + g], w1 = sums[3 * n + g];
    if (w0 <= 0 || w1 <= 0) continue;
    const share = (w0 / weight0 + w1 / weight1) / 2;
    change += share * (sums[2 * n + g] / w1 - sums[g] / w0);
    matched += share;
  }
  if (!(matched > 0)) return null;
  // Unmatched groups change by the average of the matched: the sum within is that average.
  const same = change / matched;
  const difference = total1 / weight1 - total0 / weight0;
  return { difference, same, mix: difference - same, matched };
}
