import type { Random } from "../base/random.ts";
import type { LevelSeries } from "./level_series.ts";
import { Shuffler } from "./shuffler.ts";

/** Draws for an interval. */
const DRAWS = 499;
/** With more units than this fewer draws do: an interval is then short anyway. */
const MANY = 5_000;
/** The chance that an interval of the place may miss, among shifts that are found. */
const MISS = 0.05;
/**
 * The same for the size. Inverting at the place found covers more than is asked of it;
 * asked for 94 % it covers 94 to 97 % (area `shift` of the validation). Shifts that are
 * seldom found look larger than they are when they are, so the lower end may miss less.
 */
const MISS_SIZE = 0.06;
/** A place whose score lies this far under the best is out without a test (χ², 1e−6). */
const HOPELESS = 25;

/**
 * The chance that an interval of a found shift may miss so that 95 % of the found are
 * covered: 5 % times how often a shift like it is found at all, for the found are the
 * lucky ones (false coverage rate, Benjamini & Yekutieli 2005). The shift is taken to be
 * a standard error smaller than it looks.
 *
 * @returns Between 0.01 and 0.05.
 */
export function missAllowed(
  series: LevelSeries,
  cuts: readonly number[],
  k: number,
  threshold: number,
  random: Random,
): number {
  const [a, found, b] = cuts.slice(k - 1, k + 2);
  const { search, units } = series;
  const others = cuts.filter((_, i) => i !== k);
  series.observed();
  const [size, error] = sizeAt(series, cuts, k, found, series.squares);
  const less = Math.sign(size) * Math.min(Math.abs(size), error);
  const stretch = series.stretches(cuts);
  const shuffler = new Shuffler(units.cluster, stretch);
  const draws = 99;
  let hits = 0;
  for (let d = 0; d < draws; d++) {
    const order = shuffler.resample(random);
    const squares = series.redrawn(order, (i) => stretch[i] >= k ? -less : 0);
    const residual = Math.max(0, squares - search.explained(others));
    if (search.best(a, b, residual).score >= threshold) hits++;
  }
  series.observed();
  return MISS * Math.max(0.2, hits / draws);
}

/** Size of the shift at a cell and its standard error, of what the search holds. */
function sizeAt(
  series: LevelSeries,
  cuts: readonly number[],
  k: number,
  at: number,
  squares: number,
): [number, number] {
  const { search, n } = series;
  const [a, , b] = cuts.slice(k - 1, k + 2);
  const moved = cuts.map((cut, i) => i === k ? at : cut);
  const left = Math.max(0, squares - search.explained(moved));
  const variance = left / Math.max(1, n - cuts.length + 1);
  return [
    search.mean(at, b) - search.mean(a, at),
    Math.sqrt(variance * (1 / search.weight(a, at) + 1 / search.weight(at, b))),
  ];
}

/**
 * The months that could be the first of the new level: all places at which a shift
 * cannot be rejected. Were the shift at a place, clusters before it could change
 * places among themselves, and so could those after; how far the best score then rises
 * above that of the place is the test (after Worsley 1986): exact whatever the size.
 *
 * @returns First and last such cell.
 */
export function placeInterval(
  series: LevelSeries,
  cuts: readonly number[],
  k: number,
  miss: number,
  random: Random,
): [number, number] {
  const [a, found, b] = cuts.slice(k - 1, k + 2);
  const { search, units, product } = series;
  const others = cuts.filter((_, i) => i !== k);
  const residual = series.observed() && series.residual(others);
  const best = search.single(a, b, residual);
  const short = new Map<number, number>();
  for (let j = a + 1; j < b; j++) {
    short.set(j, best.score - search.score(a, j, b, residual));
  }
  const possible = (j: number): boolean => {
    if (short.get(j)! > HOPELESS) return false;
    const places = [...others, j].sort((x, y) => x - y);
    const shuffler = new Shuffler(units.cluster, series.stretches(places));
    let reached = 0;
    for (let d = 0; d < DRAWS; d++) {
      search.fill(units.weight, product, shuffler.shuffle(random));
      const top = search.single(a, b, residual).score;
      if (top - search.score(a, j, b, residual) >= short.get(j)! - 1e-7) reached++;
      // Enough for this p-value, whatever the rest brings (Besag & Clifford 1991).
      if (1 + reached > miss * (1 + DRAWS)) return true;
      // None in so many has a chance of e⁻¹⁰ where the p-value is as large as `miss`.
      if (reached === 0 && d * miss > 10) return false;
    }
    return false;
  };
  let first = a + 1, last = b - 1;
  while (first < found && !possible(first)) first++;
  while (last > found && !possible(last)) last--;
  series.observed();
  return [first, last];
}

/**
 * Interval of the size of a shift: all sizes under which a shift as large as the one
 * seen, and as small, is no rarity. For each size clusters are drawn anew within levels,
 * the shift is set to that size, and its place is searched anew, so that what the search
 * adds to a size is taken off it (test inversion by bootstrap, DiCiccio & Romano 1990;
 * sizes in units of their standard error).
 *
 * @param miss The chance that the interval of the place may miss, which says how much of
 *   it is owed to luck; see {@linkcode missAllowed}.
 * @returns Lower and upper end, within what the scale allows (−4 to 4).
 */
export function sizeInterval(
  series: LevelSeries,
  cuts: readonly number[],
  k: number,
  miss: number,
  random: Random,
): [number, number] {
  const [a, found, b] = cuts.slice(k - 1, k + 2);
  const { search, units, n } = series;
  const others = cuts.filter((_, i) => i !== k);
  series.observed();
  const [size, error] = sizeAt(series, cuts, k, found, series.squares);
  if (error < 1e-9) return [size, size];
  const stretch = series.stretches(cuts);
  const draws = n > MANY ? 99 : DRAWS;
  const shuffler = new Shuffler(units.cluster, stretch);
  const orders = Array.from({ length: draws }, () => shuffler.resample(random).slice());
  /** How many draws with a shift of this size show one of at least the size seen. */
  const atLeast = (candidate: number): number => {
    let count = 0;
    for (const order of orders) {
      const added = candidate - size;
      const squares = series.redrawn(order, (i) => stretch[i] >= k ? added : 0);
      const residual = Math.max(0, squares - search.explained(others));
      const at = search.single(a, b, residual).at[0] ?? found;
      const [drawn, its] = sizeAt(series, cuts, k, at, squares);
      if (drawn / Math.max(its, error / 10) >= size / error) count++;
    }
    return count / draws;
  };
  const solve = (share: number, low: number, high: number): number => {
    while (high - low > error / 50) {
      const middle = (low + high) / 2;
      if (atLeast(middle) >= share) high = middle;
      else low = middle;
    }
    return (low + high) / 2;
  };
  const low = solve(
    MISS_SIZE / 2 * (miss / MISS),
    Math.max(-4, size - 6 * error),
    size,
  );
  const high = solve(
    1 - MISS_SIZE / 2,
    size - 2 * error,
    Math.min(4, size + 6 * error),
  );
  series.observed();
  return [low, high];
}
