import type { Steps } from "./local_level.ts";
import type { Units } from "./units.ts";

/**
 * Lays units out month by month, empty months too, for a model of equal steps. A unit
 * counts as much as its positions would if they were independent of each other.
 *
 * @param units The series; at least one unit.
 * @returns The months, counted from the year 0, and the series.
 */
export function stepsOf(units: Units): { months: number[]; steps: Steps } {
  const { month, mean, weight } = units;
  const first = month[0], length = month[month.length - 1] - first + 1;
  const sums = new Float64Array(length), weights = new Float64Array(length);
  const counts = new Int32Array(length);
  month.forEach((m, i) => {
    sums[m - first] += weight[i] * mean[i];
    weights[m - first] += weight[i];
    counts[m - first]++;
  });
  const seen = Array.from(sums, (sum, t) => counts[t] === 0 ? null : sum / weights[t]);
  let squares = 0, freedom = 0;
  month.forEach((m, i) => {
    const off = mean[i] - seen[m - first]!;
    squares += weight[i] * off * off;
  });
  for (const count of counts) freedom += Math.max(0, count - 1);
  return {
    months: Array.from({ length }, (_, t) => first + t),
    steps: { seen, weight: [...weights], within: { squares, freedom } },
  };
}
