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
 * share of 1,000 series of each cell at each rate of false alarms, by its best cost model
 * (l2; rbf, l1, rank and normal find fewer) with the penalty that has the rate on 2,000
 * series of the cell without shift.
 */
const RUPTURES: Readonly<Record<string, readonly number[]>> = {};

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
