import { monthAt, monthIndex, type MonthRange } from "../base/date.ts";
import { clusterDifference } from "./cluster_difference.ts";
import type { Observation } from "./selection.ts";
import { sideCells, sideCounts, sided, sideOfDate } from "./series_data.ts";

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
  periods: { before: MonthRange; after: MonthRange },
): PlaceboRank | null {
  const months = observations.filter((o) => o.date.length >= 7).map((o) =>
    monthIndex(o.date)
  );
  if (months.length === 0) return null;
  const first = months.reduce((a, b) => Math.min(a, b));
  const last = months.reduce((a, b) => Math.max(a, b));
  const size = (moved: number): number | null => {
    const at = (range: MonthRange) => ({
      from: monthAt(monthIndex(range.from) + moved),
      to: monthAt(monthIndex(range.to) + moved),
    });
    const both = { before: at(periods.before), after: at(periods.after) };
    const rows = sided(observations, (o) => sideOfDate(o.date, both));
    const counts = sideCounts(rows);
    if (counts.before.statements < LEAST || counts.after.statements < LEAST) {
      return null;
    }
    const { before, after } = sideCells(rows);
    const found = clusterDifference(before, after);
    return found === null || found.error === null
      ? null
      : Math.abs(found.value) / found.error;
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
