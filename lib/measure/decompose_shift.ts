import { badOption } from "../base/fault.ts";
import { type Random, seededRandom } from "../base/random.ts";
import type { Corpus } from "../corpus/corpus.ts";
import { type Frame, makeFrame, type Row } from "../corpus/frame.ts";
import { about, counted } from "./about.ts";
import { quantile } from "./interval.ts";
import { type Decomposition, kitagawaOf } from "./kitagawa.ts";
import type { Observation, Selection } from "./selection.ts";
import { type SeriesData, seriesData, sideOfDate, twoPeriods } from "./series_data.ts";
import { membersOf, numbered, type Sides, sidesOf } from "./sides.ts";

/** What a difference can be split by. */
export const DECOMPOSED_BY = [
  "publisher",
  "country",
  "audience",
  "kind",
  "speaker",
  "issue",
  "voice",
] as const;

/** Options of {@linkcode decomposeShift}. */
export interface DecomposeShiftOptions extends Omit<Selection, "from" | "to"> {
  /** The periods compared: `2020`, `2021-H1`, `2020-07/2020-12`. */
  readonly before: string;
  readonly after: string;
  /** What to split by; publisher, speaker and issue where left out. */
  readonly by?: readonly typeof DECOMPOSED_BY[number][];
  readonly seed?: number;
}

/**
 * Says what a shift is made of: the same outlets (speakers, issues) changing, or a changed
 * mix of them (Kitagawa 1955, see {@linkcode kitagawa}), with 95 % intervals from a
 * bootstrap over clusters of documents.
 *
 * @param corpus The corpus.
 * @param options Speaker, target, the two periods, and what to split by.
 * @param read The statements, where they were read before.
 * @returns Two rows for each `by`: `part` (`same`: the same ones changed, `mix`: others
 *   were heard), `value`, `low`, `high`, `difference` (the sum of both), `matched` (share
 *   of the statements from those heard in both periods), `groups`, `groups_both`,
 *   `statements_before`, `statements_after`. Empty values where none is heard in both.
 * @throws {UserError} where periods overlap or an option is not what it should be.
 *
 * @example
 * ```ts
 * import { decomposeShift, openCorpus, rowsOf } from "aras";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const corpus = await openCorpus();
 * const [same, mix] = rowsOf<{ value: number; difference: number }>(
 *   await decomposeShift(corpus, {
 *     speaker: "irn",
 *     target: "aze",
 *     before: "2020",
 *     after: "2022",
 *     by: ["country"],
 *   }),
 * );
 * assertAlmostEquals(same.value + mix.value, same.difference, 1e-6);
 * corpus.close();
 * ```
 */
export async function decomposeShift(
  corpus: Corpus,
  options: DecomposeShiftOptions,
  read?: SeriesData,
): Promise<Frame> {
  const {
    before,
    after,
    by = ["publisher", "speaker", "issue"],
    seed = 1,
    ...selection
  } = options;
  for (const each of by) {
    if (!DECOMPOSED_BY.includes(each)) badOption("by", DECOMPOSED_BY.join(", "), each);
  }
  const periods = twoPeriods(before, after);
  const data = read ?? await seriesData(corpus, selection);
  const sides = sidesOf(data.observations, (o) => sideOfDate(o.date, periods));
  const n = sides.observations.length;
  const first = sides.side.filter((side) => side === "before").length;
  const statements = { statements_before: first, statements_after: n - first };
  const result = by.flatMap((each): Row[] => {
    const split = decompose(sides, (o) => o[each], seededRandom(seed).fork(each));
    return (["same", "mix"] as const).map((part) => ({
      by: each,
      part,
      value: split.value?.[part] ?? null,
      low: split[part]?.[0] ?? null,
      high: split[part]?.[1] ?? null,
      difference: split.value?.difference ?? null,
      matched: split.value?.matched ?? null,
      groups: split.groups,
      groups_both: split.both,
      ...statements,
    }));
  });
  return makeFrame(
    result,
    COLUMNS,
    about(corpus, "decomposeShift", options, [data.sql], [
      "symmetrical decomposition (Kitagawa 1955), 95 % intervals from a bootstrap over " +
      "clusters of documents",
      "those heard in one period alone are taken to have changed as the others did",
      counted(
        data.observations.length - n,
        "statement",
        "statements",
        " outside both periods",
      ),
    ]),
  );
}

const COLUMNS = [
  "by",
  "part",
  "value",
  "low",
  "high",
  "difference",
  "matched",
  "groups",
  "groups_both",
  "statements_before",
  "statements_after",
];

/** A decomposition with the intervals of its parts. */
export interface SplitShift {
  readonly value: Decomposition | null;
  readonly same: readonly [number, number] | null;
  readonly mix: readonly [number, number] | null;
  readonly groups: number;
  readonly both: number;
}

/** How many times clusters are drawn; fewer where there are very many. */
const drawsFor = (rows: number) => rows > 20_000 ? 99 : 999;

/**
 * Splits a difference of two sides by a group, with intervals.
 *
 * @param sides The statements.
 * @param groupOf The group of a statement.
 */
function decompose(
  sides: Sides,
  groupOf: (observation: Observation) => string,
  random: Random,
): SplitShift {
  const { observations, side, cluster } = sides;
  const { at: group, names } = numbered(observations.map(groupOf));
  const n = names.length;
  const { start, member } = membersOf(cluster);
  // Where each statement is added to the sums of kitagawaOf, and how much; a cluster's
  // statements side by side.
  const place = member.map((i) => side[i] === "before" ? group[i] : 2 * n + group[i]);
  const weight = Float64Array.from(member, (i) => observations[i].weight);
  const total = weight.map((w, k) => w * observations[member[k]].stance);
  const sums = new Float64Array(4 * n);
  const include = (c: number) => {
    for (let k = start[c]; k < start[c + 1]; k++) {
      sums[place[k]] += total[k];
      sums[place[k] + n] += weight[k];
    }
  };
  const clusters = Array.from({ length: start.length - 1 }, (_, c) => c);
  clusters.forEach(include);
  const value = kitagawaOf(sums, n);
  const both = names.filter((_, g) => sums[n + g] > 0 && sums[3 * n + g] > 0).length;
  const none = { value, same: null, mix: null, groups: n, both };
  if (value === null || clusters.length < 4) return none;
  // Clusters before, after and on both sides are drawn each among themselves.
  const strata = [
    ...Map.groupBy(clusters, (c) => {
      let sides = 0;
      for (let k = start[c]; k < start[c + 1]; k++) sides |= place[k] < 2 * n ? 1 : 2;
      return sides;
    }).values(),
  ];
  const same: number[] = [], mix: number[] = [];
  for (let b = 0; b < drawsFor(group.length); b++) {
    sums.fill(0);
    for (const stratum of strata) {
      for (let i = 0; i < stratum.length; i++) {
        include(stratum[random.below(stratum.length)]);
      }
    }
    const drawn = kitagawaOf(sums, n);
    if (drawn === null) continue;
    same.push(drawn.same);
    mix.push(drawn.mix);
  }
  const ends = (values: number[]): [number, number] | null => {
    values.sort((x, y) => x - y);
    // Where all draws give the same, a bootstrap cannot tell.
    return values[values.length - 1] - values[0] < 1e-9
      ? null
      : [quantile(values, 0.025), quantile(values, 0.975)];
  };
  return same.length < 50 ? none : { ...none, same: ends(same), mix: ends(mix) };
}
