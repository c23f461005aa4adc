import { monthIndex } from "../base/date.ts";
import type { Reading } from "../measure/units.ts";
import {
  cellName,
  type Designs,
  type ShiftCell,
  simulatedSeries,
} from "./shift_cells.ts";

/** Rates of false alarms at which `ruptures` was measured. */
const RATES = [0.03, 0.035, 0.04, 0.045, 0.05, 0.055, 0.06, 0.065, 0.07];

/**
 * How many shifts `ruptures` 1.1.10 finds on the very same series (lib/evaluate/peers):
 * share of 1,000 series of each cell at each rate of false alarms, by the cost model l2
 * (rbf found fewer in the two cells where it was tried) with the penalty that has the
 * rate on 2,000 series of the cell without shift.
 */
const RUPTURES: Readonly<Record<string, readonly number[]>> = {
  "n = 50, shift of 1.0, independent, dates and SD 0.65 of Iran → Armenia": [
    0.979,
    0.98,
    0.984,
    0.986,
    0.989,
    0.99,
    0.992,
    0.992,
    0.994,
  ],
  "n = 150, shift of 0.5, independent, dates and SD 0.65 of Iran → Armenia": [
    0.931,
    0.937,
    0.944,
    0.945,
    0.947,
    0.954,
    0.954,
    0.955,
    0.959,
  ],
  "n = 50, shift of 1.0, independent, dates and SD 1.08 of Iran → Azerbaijan": [
    0.628,
    0.665,
    0.685,
    0.695,
    0.711,
    0.72,
    0.729,
    0.74,
    0.742,
  ],
  "n = 150, shift of 0.5, independent, dates and SD 1.08 of Iran → Azerbaijan": [
    0.466,
    0.488,
    0.511,
    0.526,
    0.54,
    0.549,
    0.563,
    0.577,
    0.587,
  ],
  "n = 50, shift of 1.0, clustered, dates and SD 0.65 of Iran → Armenia": [
    0.947,
    0.952,
    0.954,
    0.958,
    0.963,
    0.966,
    0.967,
    0.969,
    0.969,
  ],
  "n = 150, shift of 0.5, clustered, dates and SD 0.65 of Iran → Armenia": [
    0.772,
    0.791,
    0.801,
    0.814,
    0.82,
    0.842,
    0.853,
    0.858,
    0.866,
  ],
  "n = 50, shift of 1.0, clustered, dates and SD 1.08 of Iran → Azerbaijan": [
    0.523,
    0.557,
    0.58,
    0.606,
    0.619,
    0.634,
    0.653,
    0.668,
    0.675,
  ],
  "n = 150, shift of 0.5, clustered, dates and SD 1.08 of Iran → Azerbaijan": [
    0.292,
    0.31,
    0.324,
    0.348,
    0.371,
    0.392,
    0.405,
    0.421,
    0.426,
  ],
};

/** The largest standardised difference over all splits between months, n statements equal. */
export function maxStatistic(readings: readonly Reading[]): number {
  const sorted = readings.map((r) => [monthIndex(r.date), r.stance] as const)
    .sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const n = sorted.length;
  const sum = sorted.reduce((s, [, y]) => s + y, 0);
  const squares = sorted.reduce((s, [, y]) => s + y * y, 0) - sum * sum / n;
  let left = 0, best = 0;
  for (let i = 1; i < n; i++) {
    left += sorted[i - 1][1];
    if (sorted[i][0] === sorted[i - 1][0]) continue;
    const gain = left * left / i + (sum - left) ** 2 / (n - i) - sum * sum / n;
    best = Math.max(best, gain / squares);
  }
  return best;
}

/**
 * What an exact max-statistic test finds: its critical value is the share of series
 * without shift of the same design that it may exceed, by simulation with the true noise.
 */
export function maxTestPower(
  cell: ShiftCell,
  designs: Designs,
  series: number,
  alarms: number,
): number {
  const none = Array.from(
    { length: 2000 },
    (_, r) => maxStatistic(simulatedSeries({ ...cell, shift: 0 }, designs, r).readings),
  ).sort((a, b) => a - b);
  const critical = none[Math.ceil((1 - alarms) * none.length) - 1];
  let found = 0;
  for (let r = 0; r < series; r++) {
    if (maxStatistic(simulatedSeries(cell, designs, r).readings) > critical) found++;
  }
  return found / series;
}

/** What `ruptures` found in a cell at a rate of false alarms; null where not measured. */
export function ruptures(cell: ShiftCell, alarms: number): number | null {
  const found = RUPTURES[cellName(cell)];
  if (found === undefined) return null;
  const at = Math.max(0, Math.min(RATES.length - 1, (alarms - RATES[0]) / 0.005));
  const below = Math.min(RATES.length - 2, Math.floor(at));
  return found[below] + (at - below) * (found[below + 1] - found[below]);
}
