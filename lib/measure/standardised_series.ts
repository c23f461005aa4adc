import { checkPeriod, type Period, periodOf } from "../base/date.ts";
import { badOption } from "../base/fault.ts";
import { type Random, seededRandom } from "../base/random.ts";
import type { Corpus } from "../corpus/corpus.ts";
import { type Frame, makeFrame, type Row } from "../corpus/frame.ts";
import { about } from "./about.ts";
import { quantile } from "./interval.ts";
import type { Observation, Selection } from "./selection.ts";
import { seriesData } from "./series_data.ts";
import { membersOf } from "./sides.ts";
import { clustersOf } from "./units.ts";

/** Options of {@linkcode standardisedSeries}. */
export interface StandardisedSeriesOptions extends Selection {
  /** Length of a period; a half-year where left out. */
  readonly every?: Period;
  /** What is held fixed: the mix of outlet `country` (the default), `audience` or `kind`. */
  readonly by?: "country" | "audience" | "kind";
  readonly seed?: number;
}

/**
 * The mean stance by period as it would be if the mix of outlets had been the same in
 * every period: period and outlet group as two additive effects (weighted least squares;
 * direct standardisation where every group is heard in every period), at the mix of the
 * whole series.
 *
 * @param corpus The corpus.
 * @param options Speaker, target, period, what is held fixed.
 * @returns `period`, `mean` (raw), `standardised` with `low`, `high` (95 %, bootstrap over
 *   clusters of documents; on the scale −2 … +2), `statements`, `groups`. A period that
 *   shares no group with the others has no standardised mean.
 * @throws {UserError} where an option is not what it should be.
 */
export async function standardisedSeries(
  corpus: Corpus,
  options: StandardisedSeriesOptions = {},
): Promise<Frame> {
  const { every = "half-year", by = "country", seed = 1, ...selection } = options;
  checkPeriod(every);
  if (!["country", "audience", "kind"].includes(by)) {
    badOption("by", "country, audience or kind", by);
  }
  const data = await seriesData(corpus, selection);
  const rows = data.observations.filter((o) => periodOf(o.date, every) !== null);
  const table = standardise(
    rows,
    (o) => periodOf(o.date, every)!,
    (o) => o[by],
    seededRandom(seed),
  );
  return makeFrame(
    table as unknown as Row[],
    ["period", "mean", "standardised", "low", "high", "statements", "groups"],
    about(corpus, "standardisedSeries", options, [data.sql], [
      `standardised to the mix of outlet ${by} of the whole series; 95 % intervals from ` +
      "a bootstrap over clusters of documents",
      ...data.notes,
    ]),
  );
}

/** A period's raw and standardised mean. */
export interface StandardisedMean {
  readonly period: string;
  readonly mean: number;
  readonly standardised: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly statements: number;
  readonly groups: number;
}

/** How many times clusters are drawn; fewer where there are very many. */
const drawsFor = (rows: number) => rows > 20_000 ? 99 : 499;

/** Standardises the means of periods to the pooled mix of groups. */
export function standardise(
  rows: readonly Observation[],
  periodOf: (observation: Observation) => string,
  groupOf: (observation: Observation) => string,
  random: Random,
): StandardisedMean[] {
  const periods = [...new Set(rows.map(periodOf))].sort();
  const groups = [...new Set(rows.map(groupOf))].sort();
  const p = periods.length, g = groups.length;
  const periodAt = new Map(periods.map((period, t) => [period, t]));
  const groupAt = new Map(groups.map((group, k) => [group, k]));
  const cell = Int32Array.from(
    rows,
    (o) => periodAt.get(periodOf(o))! * g + groupAt.get(groupOf(o))!,
  );
  const statements = new Int32Array(p);
  for (const c of cell) statements[Math.floor(c / g)]++;
  const { start, member } = membersOf(clustersOf(rows));
  const clusters = start.length - 1;
  const stances = Float64Array.from(rows, (o) => o.weight * o.stance);
  const weights = Float64Array.from(rows, (o) => o.weight);
  const total = new Float64Array(p * g), weight = new Float64Array(p * g);
  const include = (c: number) => {
    for (let k = start[c]; k < start[c + 1]; k++) {
      const i = member[k];
      total[cell[i]] += stances[i];
      weight[cell[i]] += weights[i];
    }
  };
  for (let c = 0; c < clusters; c++) include(c);
  const mix = new Float64Array(g);
  weight.forEach((w, i) => mix[i % g] += w);
  const observed = additive(total, weight, p, g, mix);
  const raw = periods.map((_, t) => sum(total, t * g, g) / sum(weight, t * g, g));
  const heard = periods.map((_, t) =>
    groups.filter((_, k) => weight[t * g + k] > 0).length
  );
  const drawn: number[][] = periods.map(() => []);
  const draws = clusters > 1 ? drawsFor(rows.length) : 0;
  for (let b = 0; b < draws; b++) {
    total.fill(0);
    weight.fill(0);
    for (let i = 0; i < clusters; i++) include(random.below(clusters));
    additive(total, weight, p, g, mix).forEach((v, t) =>
      v !== null && drawn[t].push(v)
    );
  }
  const scale = (v: number) => Math.max(-2, Math.min(2, v));
  return periods.map((period, t) => {
    const sorted = drawn[t].sort((x, y) => x - y);
    const known = observed[t] !== null && sorted.length > 0 &&
      sorted.length >= draws / 2 &&
      sorted[sorted.length - 1] - sorted[0] > 1e-9;
    return {
      period,
      mean: raw[t],
      standardised: observed[t] === null ? null : scale(observed[t]!),
      low: known ? scale(quantile(sorted, 0.025)) : null,
      high: known ? scale(quantile(sorted, 0.975)) : null,
      statements: statements[t],
      groups: heard[t],
    };
  });
}

/**
 * Period effects of an additive model, at a fixed mix of groups, by alternating weighted
 * means (Gauss–Seidel); null for periods not joined to the largest part by any group.
 */
function additive(
  total: Float64Array,
  weight: Float64Array,
  p: number,
  g: number,
  mix: Float64Array,
): (number | null)[] {
  const level = new Float64Array(p), effect = new Float64Array(g);
  for (let round = 0; round < 200; round++) {
    let moved = 0;
    for (let t = 0; t < p; t++) {
      let s = 0, w = 0;
      for (let k = 0; k < g; k++) {
        s += total[t * g + k] - weight[t * g + k] * effect[k];
        w += weight[t * g + k];
      }
      if (w > 0) {
        moved = Math.max(moved, Math.abs(s / w - level[t]));
        level[t] = s / w;
      }
    }
    for (let k = 0; k < g; k++) {
      let s = 0, w = 0;
      for (let t = 0; t < p; t++) {
        s += total[t * g + k] - weight[t * g + k] * level[t];
        w += weight[t * g + k];
      }
      if (w > 0) effect[k] = s / w;
    }
    if (moved < 1e-9) break;
  }
  const joined = largestPart(weight, p, g);
  let offset = 0, share = 0;
  for (let k = 0; k < g; k++) {
    if (!joined.group[k]) continue;
    offset += mix[k] * effect[k];
    share += mix[k];
  }
  return Array.from(level, (v, t) => joined.period[t] ? v + offset / share : null);
}

/** The periods and groups of the heaviest connected part of the table. */
function largestPart(weight: Float64Array, p: number, g: number) {
  const part = new Int32Array(p + g).fill(-1);
  const sizes: number[] = [];
  for (let start = 0; start < p; start++) {
    if (part[start] >= 0 || sum(weight, start * g, g) <= 0) continue;
    const id = sizes.length, queue = [start];
    part[start] = id;
    sizes.push(0);
    while (queue.length > 0) {
      const node = queue.pop()!;
      for (let other = node < p ? p : 0; other < (node < p ? p + g : p); other++) {
        const w = node < p
          ? weight[node * g + other - p]
          : weight[other * g + node - p];
        if (w <= 0) continue;
        if (node < p) sizes[id] += w;
        if (part[other] < 0) {
          part[other] = id;
          queue.push(other);
        }
      }
    }
  }
  const best = sizes.indexOf(Math.max(...sizes));
  return {
    period: Array.from({ length: p }, (_, t) => part[t] === best),
    group: Array.from({ length: g }, (_, k) => part[p + k] === best),
  };
}

function sum(values: Float64Array, from: number, length: number): number {
  let total = 0;
  for (let i = from; i < from + length; i++) total += values[i];
  return total;
}
