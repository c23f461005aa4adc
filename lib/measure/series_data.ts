import { type MonthRange, monthRange } from "../base/date.ts";
import { badOption } from "../base/fault.ts";
import type { Corpus } from "../corpus/corpus.ts";
import { counted, written } from "./about.ts";
import type { Cell } from "./interval.ts";
import {
  type Observation,
  type Selection,
  selectionQuery,
  selectStatements,
} from "./selection.ts";
import { spanOf } from "./stance_series.ts";
import { clustersOf } from "./units.ts";

/** The statements of a series and what has to be said of them. */
export interface SeriesData {
  readonly observations: readonly Observation[];
  /** `Iran → Azerbaijan`. */
  readonly label: string;
  /** Ids of the speakers and targets that the selection names. */
  readonly speakers: readonly string[];
  readonly targets: readonly string[];
  /** SQL of the selection. */
  readonly sql: string;
  readonly notes: readonly (string | undefined)[];
}

/** Takes the statements of a series, within the years of the corpus's articles. */
export async function seriesData(
  corpus: Corpus,
  selection: Selection,
): Promise<SeriesData> {
  const bounded = { ...selection, ...await spanOf(corpus, selection) };
  const query = await selectionQuery(corpus, bounded);
  const observations = await selectStatements(corpus, bounded);
  const coarse = observations.filter((o) => o.date.length < 7).length;
  return {
    observations,
    label: [query.speakers, query.targets].map((actors) =>
      actors.map((actor) => actor.name).join(", ") || "everybody"
    ).join(" → "),
    speakers: query.speakers.map((actor) => actor.id),
    targets: query.targets.map((actor) => actor.id),
    sql: written(query.sql, query.parameters),
    notes: [
      counted(observations.length, "statement", "statements"),
      counted(coarse, "statement", "statements", " dated to the year alone left out"),
    ],
  };
}

/** Two periods that do not overlap, the first before the second. */
export function twoPeriods(
  before: string,
  after: string,
): { before: MonthRange; after: MonthRange } {
  const first = monthRange(before, "before"), second = monthRange(after, "after");
  if (first.to >= second.from) {
    badOption("after", `a period that begins after ${before} has ended`, after);
  }
  return { before: first, after: second };
}

/**
 * Whether a date lies before or after: a month in one of the periods, a year alone where
 * the whole of it does.
 */
export function sideOfDate(
  date: string,
  periods: { before: MonthRange; after: MonthRange },
): "before" | "after" | null {
  const [from, to] = date.length === 4
    ? [`${date}-01`, `${date}-12`]
    : [date.slice(0, 7), date.slice(0, 7)];
  for (const side of ["before", "after"] as const) {
    if (from >= periods[side].from && to <= periods[side].to) return side;
  }
  return null;
}

/** The observations of two sides, and the cluster of documents that each belongs to. */
export interface Sided {
  readonly observation: Observation;
  readonly side: "before" | "after";
  readonly cluster: number;
}

/** Sorts observations into two sides; those of neither are left out. */
export function sided(
  observations: readonly Observation[],
  side: (observation: Observation) => "before" | "after" | null,
): Sided[] {
  const sides = observations.map(side);
  const chosen = observations.filter((_, i) => sides[i] !== null);
  const clusters = clustersOf(chosen);
  const kept = sides.filter((s) => s !== null);
  return chosen.map((observation, i) => ({
    observation,
    side: kept[i],
    cluster: clusters[i],
  }));
}

/** Sums by cluster for each side, in order of the clusters. */
export function sideCells(
  rows: readonly Sided[],
): { before: Map<string, Cell>; after: Map<string, Cell> } {
  const sides = { before: new Map<string, Cell>(), after: new Map<string, Cell>() };
  for (const { observation: { stance, weight }, side, cluster } of rows) {
    const key = String(cluster);
    const { total, weight: sum } = sides[side].get(key) ?? { total: 0, weight: 0 };
    sides[side].set(key, { total: total + stance * weight, weight: sum + weight });
  }
  return sides;
}

/** How much the sides rest on. */
export function sideCounts(rows: readonly Sided[]) {
  const count = (side: "before" | "after") => {
    const own = rows.filter((row) => row.side === side).map((row) => row.observation);
    return {
      statements: own.length,
      positions: new Set(own.map((o) => o.position)).size,
      documents: new Set(own.map((o) => o.document)).size,
    };
  };
  return { before: count("before"), after: count("after") };
}
