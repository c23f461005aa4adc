import type { Random } from "../base/random.ts";
import type { Series } from "./change_points.ts";
import { Shuffler } from "./shuffler.ts";

/** Draws for an interval; its ends then wobble by about a tenth of its length. */
const DRAWS = 399;
/** The chance that an interval misses on both sides together. */
const MISS = 0.05;
/** A place whose score lies this far under the best is out without a test (χ², 1e−6). */
const HOPELESS = 25;
/** With fewer draws than this a place cannot be told to be out, and stays in. */
const LEAST_DRAWS = 39;

/**
 * The months that could be the first of the new level: all places at which a shift
 * cannot be rejected (95 %). Were the shift at a place, clusters before it could change
 * places among themselves, and so could those after; how far the best score then rises
 * above that of the place is the test (after Worsley 1986). Only draws in which a shift
 * would have been found count, because only found shifts get an interval.
 *
 * @returns First and last such cell.
 */
export function placeInterval(
  series: Series,
  cuts: readonly number[],
  k: number,
  threshold: number,
  random: Random,
): [number, number] {
  const [a, found, b] = cuts.slice(k - 1, k + 2);
  const { search, units, product } = series;
  const others = cuts.filter((_, i) => i !== k);
  const residual = series.observed() && series.residual(others);
  const best = search.single(a, b, residual);
  // The search knows how it was found only where it is the one shift of the series.
  const least = cuts.length === 3 ? threshold : -Infinity;
  const excess: [number, number][] = [];
  for (let j = a + 1; j < b; j++) {
    const short = best.score - search.score(a, j, b, residual);
    if (short < HOPELESS) excess.push([j, short]);
  }
  let first = found, last = found;
  for (const [j, short] of excess) {
    if (j === found || j >= first && j <= last) continue;
    const places = [...others, j].sort((x, y) => x - y);
    const shuffler = new Shuffler(units.cluster, series.stretches(places));
    let drawn = 0, reached = 0;
    for (let d = 0; d < DRAWS; d++) {
      search.fill(units.weight, product, shuffler.shuffle(random));
      const top = search.single(a, b, residual).score;
      if (top < least) continue;
      drawn++;
      if (top - search.score(a, j, b, residual) >= short - 1e-7) reached++;
    }
    if (drawn < LEAST_DRAWS || (1 + reached) / (1 + drawn) > MISS) {
      first = Math.min(first, j);
      last = Math.max(last, j);
    }
  }
  series.observed();
  return [first, last];
}

/**
 * 95 % interval of the size of a shift: clusters drawn anew within levels, the place
 * searched anew in each draw, and the deviation taken in units of its own standard error
 * (bootstrap-t, Hall 1992), so that what the search adds to a size is taken off it.
 *
 * @returns Lower and upper end, within what the scale allows (−4 to 4).
 */
export function sizeInterval(
  series: Series,
  cuts: readonly number[],
  k: number,
  random: Random,
): [number, number] {
  const [a, found, b] = cuts.slice(k - 1, k + 2);
  const { search, units, product, n } = series;
  const others = cuts.filter((_, i) => i !== k);
  const measure = (squares: number): [number, number] => {
    const residual = Math.max(1e-12, squares - search.explained(others));
    const at = search.single(a, b, residual).at[0] ?? found;
    const left = squares - search.explained([...cuts.slice(0, k), at, ...cuts.slice(k + 1)]);
    const size = search.mean(at, b) - search.mean(a, at);
    const variance = Math.max(0, left) / Math.max(1, n - cuts.length + 1);
    return [
      size,
      Math.sqrt(variance * (1 / search.weight(a, at) + 1 / search.weight(at, b))),
    ];
  };
  series.observed();
  const [size, error] = measure(series.squares);
  if (error < 1e-9) return [size, size];
  const shuffler = new Shuffler(units.cluster, series.stretches(cuts));
  const deviations: number[] = [];
  for (let d = 0; d < DRAWS; d++) {
    const order = shuffler.resample(random);
    search.fill(units.weight, product, order);
    let squares = 0;
    for (let i = 0; i < n; i++) squares += product[order[i]] * units.mean[order[i]];
    const [drawn, its] = measure(squares);
    deviations.push((drawn - size) / Math.max(its, error / 10));
  }
  series.observed();
  deviations.sort((x, y) => x - y);
  const tail = Math.floor((DRAWS + 1) * MISS / 2) - 1;
  return [
    Math.max(-4, size - error * deviations[DRAWS - 1 - tail]),
    Math.min(4, size - error * deviations[tail]),
  ];
}
