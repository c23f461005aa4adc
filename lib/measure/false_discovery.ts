/**
 * Adjusts p-values of many tests so that, of those under a level q, a share of q at most
 * is expected to be false (Benjamini & Hochberg 1995).
 *
 * @param p The p-values, in any order.
 * @returns Adjusted p-values in the same order.
 *
 * @example
 * ```ts
 * import { falseDiscovery } from "aras";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(falseDiscovery([0.01, 0.04, 0.03]), [0.03, 0.04, 0.04]);
 * ```
 */
export function falseDiscovery(p: readonly number[]): number[] {
  const order = [...p.keys()].sort((a, b) => p[b] - p[a]);
  const adjusted = new Array<number>(p.length);
  let least = 1;
  order.forEach((i, k) => {
    least = Math.min(least, p[i] * p.length / (p.length - k));
    adjusted[i] = least;
  });
  return adjusted;
}
