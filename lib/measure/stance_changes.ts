import { badOption } from "../base/fault.ts";
import type { Corpus } from "../corpus/corpus.ts";
import { type Frame, makeFrame, type Row } from "../corpus/frame.ts";
import { about, counted } from "./about.ts";
import { findShifts, type LevelShifts } from "./change_points.ts";
import type { Selection } from "./selection.ts";
import { seriesData } from "./series_data.ts";
import { unitsOf } from "./units.ts";

/** Options of {@linkcode stanceChanges}. */
export interface StanceChangesOptions extends Selection {
  /** Chance of any shift being found where there is none; 0.05 where left out. */
  readonly alpha?: number;
  readonly permutations?: number;
  /**
   * What may change places under "no shift": clusters of `documents` (the default) or
   * whole `months`, where all that is said in a month may hang on one event.
   */
  readonly exchange?: "documents" | "months";
  readonly seed?: number;
}

/**
 * Finds the level shifts of a series of stances: how many, when, how large; or says that
 * none can be seen, and how large one would have had to be.
 *
 * @param corpus The corpus.
 * @param options Whose statements, and how sure to be; see {@linkcode findShifts}.
 * @returns A row a level: `level` (from 1), `from`, `to` (first and last month with a
 *   statement), `mean`, `statements`, `positions`, `documents`; the shift that begins it:
 *   `size` with `low`, `high`, and `earliest`, `latest`, the months between which it began
 *   (95 %; empty for the first level); in every row `verdict` (`shift`, `none`, `too few`),
 *   `p` of any shift, `p_more` of one more, and `smallest`, the smallest shift that would
 *   have been found four times in five (where none was).
 * @throws {UserError} where an option is not what it should be.
 *
 * @example
 * ```ts
 * import { openCorpus, rowsOf, stanceChanges } from "aras";
 * import { assert } from "@std/assert";
 *
 * const corpus = await openCorpus();
 * const frame = await stanceChanges(corpus, { speaker: "irn", target: "arm" });
 * assert(["shift", "none", "too few"].includes(String(rowsOf(frame)[0].verdict)));
 * corpus.close();
 * ```
 */
export async function stanceChanges(
  corpus: Corpus,
  options: StanceChangesOptions = {},
): Promise<Frame> {
  const { alpha, permutations, exchange = "documents", seed = 1, ...selection } =
    options;
  if (exchange !== "documents" && exchange !== "months") {
    badOption("exchange", "documents or months", exchange);
  }
  const data = await seriesData(corpus, selection);
  const dated = data.observations.filter((o) => o.date.length >= 7);
  const found = findShifts(unitsOf(dated, exchange), { alpha, permutations, seed });
  const rows = found.levels.map((level, k): Row => {
    const own = dated.filter((o) => {
      const month = o.date.slice(0, 7);
      return month >= level.from && month <= level.to;
    });
    const shift = k === 0 ? undefined : found.shifts[k - 1];
    return {
      level: k + 1,
      from: level.from,
      to: level.to,
      mean: level.mean,
      statements: own.length,
      positions: new Set(own.map((o) => o.position)).size,
      documents: new Set(own.map((o) => o.document)).size,
      size: shift?.size ?? null,
      low: shift?.low ?? null,
      high: shift?.high ?? null,
      earliest: shift?.earliest ?? null,
      latest: shift?.latest ?? null,
      verdict: found.verdict,
      p: found.p,
      p_more: found.pMore,
      smallest: found.smallest,
    };
  });
  return makeFrame(
    rows,
    COLUMNS,
    about(corpus, "stanceChanges", options, [data.sql], [
      describeShifts(found),
      ...data.notes,
      counted(
        found.clusters,
        exchange === "months" ? "month" : "independent cluster of documents",
        exchange === "months" ? "months" : "independent clusters of documents",
      ),
    ]),
  );
}

const COLUMNS = [
  "level",
  "from",
  "to",
  "mean",
  "statements",
  "positions",
  "documents",
  "size",
  "low",
  "high",
  "earliest",
  "latest",
  "verdict",
  "p",
  "p_more",
  "smallest",
];

/** What was found as half a sentence. */
export function describeShifts(found: LevelShifts): string {
  const p = found.p < 0.001 ? "p < 0.001" : `p = ${found.p.toFixed(3)}`;
  if (found.verdict === "too few") {
    return `too few to tell: ${found.clusters} independent clusters of documents`;
  }
  if (found.verdict === "shift") {
    return found.shifts.length === 1
      ? `one level shift (${p})`
      : `${found.shifts.length} level shifts (${p} for any)`;
  }
  return `no level shift can be seen (${p}); ` +
    (found.smallest === null
      ? "so few statements would have shown none"
      : `one of ${found.smallest.toFixed(2)} halfway through would have been found ` +
        "four times in five");
}
