import { UserError } from "../base/fault.ts";
import { type Random, seededRandom } from "../base/random.ts";
import type { Corpus } from "../corpus/corpus.ts";
import { type Frame, makeFrame, type Row } from "../corpus/frame.ts";
import { about } from "./about.ts";
import {
  type ClusterDifference,
  differenceColumns,
  differenceOfSums,
  studentInterval,
} from "./cluster_difference.ts";
import {
  type Confusion,
  confusionOf,
  drawRates,
  drawStance,
  STANCES,
} from "./confusion.ts";
import { foundShares, type SeenStatement } from "./found_shares.ts";
import type { Selection } from "./selection.ts";
import { type SeriesData, seriesData, sideOfDate, twoPeriods } from "./series_data.ts";
import {
  countColumns,
  countsOfSides,
  numbered,
  type Sides,
  sidesOf,
  sumsOfSides,
} from "./sides.ts";

/** Options of {@linkcode codingError}. */
export interface CodingErrorOptions extends Omit<Selection, "from" | "to"> {
  /** The periods compared: `2020`, `2021-H1`, `2020-07/2020-12`. */
  readonly before: string;
  readonly after: string;
  /** Imputed copies of the series; 100, fewer where there are very many statements. */
  readonly copies?: number;
  readonly seed?: number;
}

/**
 * Says what coding errors leave of a difference between two periods.
 *
 * - `as coded`: the stances as they are.
 * - `stances`: every stance replaced by what a second pass would have given, drawn from
 *   the pairs of codes of the doubly coded sample, many times over (multiple imputation,
 *   Rubin 1987). A second pass errs too, so this is the most that error explains.
 * - `missed`: every statement weighted by one over the chance that coding found it at all,
 *   by its stance and voice, from the documents coded anew without sight of the first
 *   pass (Horvitz & Thompson 1952).
 * - `both`.
 *
 * @param corpus A corpus with the table `reliability`.
 * @param options Speaker, target and the two periods.
 * @param read The statements, where they were read before.
 * @returns Rows `correction` with `mean_before`, `mean_after`, `difference`, `low`, `high`
 *   (95 %; sampling and coding error together), `statements_before`, `statements_after`,
 *   `documents_before`, `documents_after`. Empty values where a period is empty.
 * @throws {UserError} where there is no `reliability` or an option is wrong.
 *
 * @example
 * ```ts
 * import { codingError, openCorpus } from "aras";
 * import { assertEquals } from "@std/assert";
 *
 * const corpus = await openCorpus();
 * const frame = await codingError(corpus, {
 *   speaker: "irn",
 *   target: "arm",
 *   before: "2020",
 *   after: "2023",
 * });
 * assertEquals(frame.shape[0], 4);
 * corpus.close();
 * ```
 */
export async function codingError(
  corpus: Corpus,
  options: CodingErrorOptions,
  read?: SeriesData,
): Promise<Frame> {
  const { before, after, copies: _, seed = 1, ...selection } = options;
  const periods = twoPeriods(before, after);
  const sample = await readSample(corpus);
  const data = read ?? await seriesData(corpus, selection);
  const sides = sidesOf(data.observations, (o) => sideOfDate(o.date, periods));
  const counts = countsOfSides(sides);
  const { copies = sides.observations.length > 20_000 ? 40 : 100 } = options;
  const random = seededRandom(seed);
  const result = (["as coded", "stances", "missed", "both"] as const).map(
    (name): Row => {
      const found = name === "as coded"
        ? differenceOfSides(sides)
        : imputed(sides, sample, name, copies, random.fork(name));
      return {
        correction: name,
        ...differenceColumns(found),
        ...countColumns(counts),
      };
    },
  );
  return makeFrame(
    result,
    COLUMNS,
    about(corpus, "codingError", options, [data.sql, SAMPLE], [
      `${sample.pairs} statements coded twice; ${sample.seen.length} statements of ` +
      `${sample.documents} documents coded anew without sight of the first pass`,
      "intervals hold sampling and coding error together",
    ]),
  );
}

const COLUMNS = [
  "correction",
  "mean_before",
  "mean_after",
  "difference",
  "low",
  "high",
  "statements_before",
  "statements_after",
  "documents_before",
  "documents_after",
];

const SAMPLE = `SELECT document, design, found_by, first_stance, second_stance,
       coalesce(first_voice, second_voice) AS voice FROM reliability ORDER BY id`;

/** What the doubly coded documents tell of errors. */
export interface ErrorSample {
  readonly confusion: Confusion;
  readonly pairs: number;
  /** Statements of the blind second pass, and whether the first had found them. */
  readonly seen: readonly SeenStatement[];
  readonly documents: number;
}

async function readSample(corpus: Corpus): Promise<ErrorSample> {
  if ((corpus.counts.get("reliability") ?? 0) === 0) {
    throw new UserError({
      file: corpus.name,
      expected: "a table reliability with statements coded twice",
      found: "none",
      remedy: "open the corpus together with Aras's own data, or code a sample twice",
    });
  }
  const rows = await corpus.query<{
    document: string;
    design: string;
    found_by: string;
    first_stance: number | null;
    second_stance: number | null;
    voice: string;
  }>(SAMPLE);
  const pairs = rows.filter((r) => r.found_by === "both").map((r) =>
    [Number(r.first_stance), Number(r.second_stance)] as const
  );
  const seen = rows.filter((r) => r.design === "blind" && r.found_by !== "first").map((
    r,
  ) => ({
    document: r.document,
    stance: Number(r.second_stance),
    voice: r.voice,
    found: r.found_by === "both",
  }));
  return {
    confusion: confusionOf(pairs),
    pairs: pairs.length,
    seen,
    documents: new Set(seen.map((s) => s.document)).size,
  };
}

function differenceOfSides(sides: Sides): ClusterDifference | null {
  const { before, after } = sumsOfSides(sides);
  return differenceOfSums(before, after);
}

/** Many copies with drawn errors, combined by Rubin's rules. */
function imputed(
  sides: Sides,
  sample: ErrorSample,
  correction: "stances" | "missed" | "both",
  copies: number,
  random: Random,
): ClusterDifference | null {
  const { observations, side, cluster } = sides;
  const sums = sumsOfSides(sides);
  const position = numbered(observations.map((o) => o.position));
  const voice = numbered(observations.map((o) => o.voice));
  const stance = Int8Array.from(observations, (o) => o.stance);
  const weight = Float64Array.from(observations, (o) => o.weight);
  // Reports of one position have one stance, so they are coded anew together.
  const again = new Int8Array(position.names.length);
  const drawn: ClusterDifference[] = [];
  for (let copy = 0; copy < copies; copy++) {
    const rates = drawRates(sample.confusion, random);
    const shares = foundShares(sample.seen, random);
    const factor = voice.names.map((name) => STANCES.map((s) => 1 / shares(s, name)));
    again.fill(NOT_YET);
    sums.before.clear();
    sums.after.clear();
    for (let i = 0; i < stance.length; i++) {
      let given = stance[i];
      if (correction !== "missed") {
        const p = position.at[i];
        if (again[p] === NOT_YET) again[p] = drawStance(rates[given + 2], random);
        given = again[p];
      }
      const heavier = correction === "stances" ? 1 : factor[voice.at[i]][given + 2];
      const w = weight[i] * heavier;
      sums[side[i]].add(cluster[i], given * w, w);
    }
    const difference = differenceOfSums(sums.before, sums.after);
    if (difference !== null) drawn.push(difference);
  }
  return drawn.length === 0 ? null : combine(drawn);
}

/** Mark of a position that has not been coded anew; no stance. */
const NOT_YET = 9;

/** Rubin's (1987) rules: variance within copies plus (1 + 1/m) times that between them. */
export function combine(copies: readonly ClusterDifference[]): ClusterDifference {
  const m = copies.length;
  const mean = (of: (c: ClusterDifference) => number) =>
    copies.reduce((sum, c) => sum + of(c), 0) / m;
  const value = mean((c) => c.value);
  const means = { value, before: mean((c) => c.before), after: mean((c) => c.after) };
  if (m < 2 || copies.some((c) => c.error === null)) {
    return { ...means, low: null, high: null, error: null, freedom: null };
  }
  const within = mean((c) => c.error! * c.error!);
  const between = copies.reduce((s, c) => s + (c.value - value) ** 2, 0) / (m - 1);
  const extra = (1 + 1 / m) * between;
  const error = Math.sqrt(within + extra);
  // Freedom left by a finite number of copies, and that of the sampling error itself.
  const copied = extra > 1e-12 ? (m - 1) * ((within + extra) / extra) ** 2 : 1e6;
  const sampled = mean((c) => c.freedom!);
  const freedom = 1 / (1 / copied + 1 / sampled);
  return { ...means, ...studentInterval(value, error, Math.max(1, freedom)) };
}
