import { monthAt, monthIndex, type MonthRange } from "../base/date.ts";
import { ClusterSums, sizeOfDifference } from "./cluster_sums.ts";
import type { Observation } from "./selection.ts";
import { type Periods, sideOfDate } from "./series_data.ts";
import { numberOf } from "./sides.ts";
import { clustersOf } from "./units.ts";

/** Where a difference stands among those of other pairs of periods. */
export interface PlaceboRank {
  /** 1 is the largest. */
  readonly rank: number;
  /** Pairs of periods it was compared with. */
  readonly placebos: number;
  /** rank / (placebos + 1). */
  readonly p: number;
}

/** The fewest placebos from which a rank says anything. */
const LEAST_PLACEBOS = 9;
/** Statements that a period must have. */
const LEAST = 3;

/**
 * Ranks the difference of two periods among all pairs of the same lengths and distance in
 * the series, moved month by month, that do not straddle the same change: their gap lies
 * outside the one asked about (randomisation inference; differences in units of their
 * standard error).
 *
 * @param observations The whole series.
 * @param periods The two periods.
 * @returns `null` where there are too few pairs (9), or the difference has no error.
 */
export function placeboRank(
  observations: readonly Observation[],
  periods: Periods,
): PlaceboRank | null {
  const dates = datesOf(observations);
  const months = [...dates.keys()].filter((date) => date.length === 7).map(monthIndex);
  if (months.length === 0) return null;
  const first = Math.min(...months), last = Math.max(...months);
  const clusters = clustersOf(observations), n = numberOf(clusters);
  const sums = { before: new ClusterSums(n), after: new ClusterSums(n) };
  const size = (moved: number): number | null => {
    const at = (range: MonthRange) => ({
      from: monthAt(monthIndex(range.from) + moved),
      to: monthAt(monthIndex(range.to) + moved),
    });
    const both = { before: at(periods.before), after: at(periods.after) };
    sums.before.clear();
    sums.after.clear();
    for (const [date, own] of dates) {
      const side = sideOfDate(date, both);
      if (side === null) continue;
      for (const i of own) {
        const { stance, weight } = observations[i];
        sums[side].add(clusters[i], stance * weight, weight);
      }
    }
    return sums.before.n < LEAST || sums.after.n < LEAST
      ? null
      : sizeOfDifference(sums.before, sums.after);
  };
  const own = size(0);
  if (own === null) return null;
  const start = monthIndex(periods.before.from), end = monthIndex(periods.after.to);
  const length = Math.min(
    monthIndex(periods.before.to) - start + 1,
    end - monthIndex(periods.after.from) + 1,
  );
  const placebos: number[] = [];
  for (let moved = first - start; moved <= last - end; moved++) {
    if (Math.abs(moved) < length) continue;
    const other = size(moved);
    if (other !== null) placebos.push(other);
  }
  if (placebos.length < LEAST_PLACEBOS) return null;
  const rank = 1 + placebos.filter((v) => v >= own - 1e-9).length;
  return { rank, placebos: placebos.length, p: rank / (placebos.length + 1) };
}

/** Which statements are dated to each month, or to a year alone. */
function datesOf(observations: readonly Observation[]): Map<string, number[]> {
  const dates = new Map<string, number[]>();
  observations.forEach(({ date }, i) => {
    const month = date.slice(0, 7);
    const own = dates.get(month);
    if (own === undefined) dates.set(month, [i]);
    else own.push(i);
  });
  return new Map([...dates].sort(([a], [b]) => a < b ? -1 : 1));
}
