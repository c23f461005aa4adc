import { ClusterSums } from "./cluster_sums.ts";
import type { Observation } from "./selection.ts";
import { clustersOf } from "./units.ts";

/** A side of a comparison. */
export type Side = "before" | "after";

/** The statements of two sides and their clusters of documents; arrays run side by side. */
export interface Sides {
  readonly observations: readonly Observation[];
  readonly side: readonly Side[];
  /** Which cluster of documents a statement belongs to. */
  readonly cluster: Int32Array;
  /** One more than the largest number of a cluster. */
  readonly clusters: number;
}

/** Sorts statements into two sides; those of neither are left out. */
export function sidesOf(
  observations: readonly Observation[],
  sideOf: (observation: Observation) => Side | null,
): Sides {
  const chosen: Observation[] = [], side: Side[] = [];
  for (const observation of observations) {
    const own = sideOf(observation);
    if (own === null) continue;
    chosen.push(observation);
    side.push(own);
  }
  const cluster = clustersOf(chosen);
  return { observations: chosen, side, cluster, clusters: numberOf(cluster) };
}

/** One more than the largest of some whole numbers. */
export function numberOf(clusters: Int32Array): number {
  return clusters.reduce((largest, c) => Math.max(largest, c), -1) + 1;
}

/** Sums by cluster of both sides. */
export function sumsOfSides(sides: Sides): Record<Side, ClusterSums> {
  const { observations, side, cluster, clusters } = sides;
  const sums = { before: new ClusterSums(clusters), after: new ClusterSums(clusters) };
  observations.forEach(({ stance, weight }, i) =>
    sums[side[i]].add(cluster[i], stance * weight, weight)
  );
  return sums;
}

/** How much the sides rest on. */
export function countsOfSides({ observations, side }: Sides) {
  const count = (which: Side) => {
    const own = observations.filter((_, i) => side[i] === which);
    return {
      statements: own.length,
      positions: new Set(own.map((o) => o.position)).size,
      documents: new Set(own.map((o) => o.document)).size,
    };
  };
  return { before: count("before"), after: count("after") };
}

/** What the sides rest on, as the columns of a frame say it. */
export function countColumns({ before, after }: ReturnType<typeof countsOfSides>) {
  return {
    statements_before: before.statements,
    statements_after: after.statements,
    documents_before: before.documents,
    documents_after: after.documents,
  };
}

/** Numbers texts in the order in which they first come. */
export function numbered(
  texts: readonly string[],
): { at: Int32Array; names: string[] } {
  const numbers = new Map<string, number>();
  const at = Int32Array.from(texts, (text) => {
    let number = numbers.get(text);
    if (number === undefined) numbers.set(text, number = numbers.size);
    return number;
  });
  return { at, names: [...numbers.keys()] };
}

/** Members of groups, one group after the other. */
export interface Members {
  /** Where the members of each group begin; one more than there are groups. */
  readonly start: Int32Array;
  readonly member: Int32Array;
}

/**
 * Lists the members of each group that has any.
 *
 * @param group Group of each member; groups keep the order of their first members.
 */
export function membersOf(group: Int32Array): Members {
  const number = new Int32Array(numberOf(group)).fill(-1);
  let groups = 0;
  const own = group.map((g) => {
    if (number[g] < 0) number[g] = groups++;
    return number[g];
  });
  const start = new Int32Array(groups + 1);
  for (const g of own) start[g + 1]++;
  for (let g = 0; g < groups; g++) start[g + 1] += start[g];
  const next = start.slice(), member = new Int32Array(group.length);
  own.forEach((g, i) => member[next[g]++] = i);
  return { start, member };
}
