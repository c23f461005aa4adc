import type { Random } from "../base/random.ts";
import type { LevelSeries } from "./level_series.ts";
import { Shuffler } from "./shuffler.ts";

/** Series without shift to which shifts of rising size are added. */
const DRAWS = 199;
/** How often a shift has to be found. */
const POWER = 0.8;
/** The largest shift the scale has room for, from −2 to +2. */
const WIDEST = 4;

/**
 * The smallest shift, halfway through the statements, that the test would have found in
 * four of five series like this one: the statements in random order, a shift added, the
 * same threshold (Cohen 1988, power by simulation).
 *
 * @returns Its size in points of the scale to two decimals, or null where not even the
 *   widest would have been found.
 */
export function smallestShift(
  series: LevelSeries,
  threshold: number,
  random: Random,
): number | null {
  const { cells: { months, cell }, search, units, n } = series;
  const total = series.observed().weight(0, months);
  let half = 1;
  while (half < months - 1 && search.weight(0, half) < total / 2) half++;
  const shuffler = new Shuffler(units.cluster);
  const orders = Array.from(
    { length: n > 20_000 ? 49 : DRAWS },
    () => shuffler.shuffle(random).slice(),
  );
  const cuts = [0, months];
  const found = (size: number): number => {
    let count = 0;
    for (const order of orders) {
      const squares = series.redrawn(order, (i) => cell[i] >= half ? size : 0);
      const residual = squares - search.explained(cuts);
      if (search.best(0, months, residual).score > threshold) count++;
    }
    return count / orders.length;
  };
  let low = 0, high = WIDEST;
  const possible = found(WIDEST) >= POWER;
  while (possible && high - low > 0.005) {
    const middle = (low + high) / 2;
    if (found(middle) >= POWER) high = middle;
    else low = middle;
  }
  series.observed();
  return possible ? Math.round(high * 100) / 100 : null;
}
