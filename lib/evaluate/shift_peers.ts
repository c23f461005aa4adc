import { monthIndex } from "../base/date.ts";
import { quantile } from "../measure/interval.ts";
import type { Reading } from "../measure/units.ts";
import table from "./peers/ruptures.json" with { type: "json" };
import {
  cellName,
  type Designs,
  type ShiftCell,
  simulatedSeries,
} from "./shift_cells.ts";

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

/**
 * What `ruptures` 1.1.10 finds on the very same series (lib/evaluate/peers): the share of
 * 2,000 series of each cell at each rate of false alarms, by the cost model l2, its best
 * here: of 500 shifts of 1.0 (n = 50, independent, as Iran → Azerbaijan) it finds 69 % at
 * 5 % false alarms, rank 65, rbf 59, l1 39, normal 9.
 */
interface RupturesTable {
  readonly rates: readonly number[];
  readonly cells: Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>;
}

/**
 * The share of shifts that `ruptures` finds in a cell at a rate of false alarms: with one
 * penalty for all series, which takes knowing their noise, and with one in units of each
 * series' variance. Nothing where it was not measured.
 */
export function ruptures(
  cell: ShiftCell,
  alarms: number,
): { knows: string; value: number }[] {
  const { rates, cells }: RupturesTable = table;
  const at = Math.max(0, Math.min(1, (alarms - rates[0]) / (rates.at(-1)! - rates[0])));
  return Object.entries(cells[cellName(cell)] ?? {}).map(([knows, found]) => ({
    knows,
    value: quantile(found, at),
  }));
}
