import type { Random } from "../base/random.ts";

/** How often the second pass gave a stance where the first had given another. */
export type Confusion = readonly (readonly number[])[];

/** The five stances, in order. */
export const STANCES = [-2, -1, 0, 1, 2] as const;

/**
 * Counts pairs of codes: row by first, column by second, each from −2 to +2.
 *
 * @param pairs The two codes of statements that both passes found.
 */
export function confusionOf(pairs: readonly (readonly [number, number])[]): Confusion {
  const table = STANCES.map(() => STANCES.map(() => 0));
  for (const [first, second] of pairs) table[first + 2][second + 2]++;
  return table;
}

/**
 * Draws, for each stance as coded, the chances of what a second pass would have given:
 * Dirichlet(counts + ½ for the neighbours and itself), so that what is not known for so
 * few pairs is drawn too (Rubin 1987, proper imputation).
 */
export function drawRates(confusion: Confusion, random: Random): Float64Array[] {
  return confusion.map((row, i) => {
    const weights = row.map((count, j) =>
      gamma(count + (Math.abs(i - j) <= 1 ? 0.5 : 0), random)
    );
    const total = weights.reduce((s, w) => s + w, 0);
    return Float64Array.from(weights, (w) => w / total);
  });
}

/** Draws a stance from chances. */
export function drawStance(rates: Float64Array, random: Random): number {
  let left = random.next();
  for (let j = 0; j < rates.length; j++) {
    left -= rates[j];
    if (left < 0) return STANCES[j];
  }
  return STANCES[rates.lastIndexOf(Math.max(...rates))];
}

/** A draw from the gamma distribution with scale 1 (Marsaglia & Tsang 2000). */
export function gamma(shape: number, random: Random): number {
  if (shape <= 0) return 0;
  if (shape < 1) {
    return gamma(shape + 1, random) * Math.pow(1 - random.next(), 1 / shape);
  }
  const d = shape - 1 / 3, c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = random.normal();
    const v = (1 + c * x) ** 3;
    if (v <= 0) continue;
    const u = 1 - random.next();
    if (Math.log(u) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
}
