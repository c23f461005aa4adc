import type { Corpus } from "../corpus/corpus.ts";
import { displayTable, type Frame, rowsOf } from "../corpus/frame.ts";
import { type ClaimFacts, claimSentence } from "./claim_sentence.ts";
import { LEAST_DOCUMENTS } from "./claims.ts";
import { codingError } from "./coding_error.ts";
import { decomposeShift } from "./decompose_shift.ts";
import { placeboRank } from "./placebo_periods.ts";
import { robustness } from "./robustness.ts";
import type { Selection } from "./selection.ts";
import { seriesData, twoPeriods } from "./series_data.ts";
import { stanceShift } from "./stance_shift.ts";

/** Options of {@linkcode claim}. */
export interface ClaimOptions extends Omit<Selection, "from" | "to"> {
  /** The periods compared: `2020`, `2021-H1`, `2020-07/2020-12`. */
  readonly before: string;
  readonly after: string;
  readonly seed?: number;
}

/**
 * A claim that stance shifted between two periods, with all that speaks for and against
 * it. Shows itself in a notebook as its sentence and a table; `charts.claim` draws it.
 */
export class Claim {
  /** One careful sentence. */
  readonly sentence: string;

  /** @internal Use {@linkcode claim}. */
  constructor(
    /** The numbers that the sentence is made of. */
    readonly facts: ClaimFacts,
    /** The difference: a row of {@linkcode stanceShift}. */
    readonly shift: Frame,
    /** Outlets, speakers and issues: {@linkcode decomposeShift}. */
    readonly parts: Frame,
    /** Coding errors: {@linkcode codingError}; null without a doubly coded sample. */
    readonly errors: Frame | null,
    /** All specifications: {@linkcode robustness}. */
    readonly specifications: Frame,
  ) {
    this.sentence = claimSentence(facts);
  }

  /** Rows as a reader looks them up: estimate, value, interval, n. */
  rows(): (string | number | null)[][] {
    const { facts } = this;
    const n = `${facts.statements_before} + ${facts.statements_after} statements`;
    const rows: (string | number | null)[][] = [
      ["difference", facts.difference, facts.low, facts.high, n],
    ];
    type Part = { by: string; part: string; value: number; low: number; high: number };
    for (const { by, part, value, low, high } of rowsOf<Part>(this.parts)) {
      const name = part === "same" ? `same ${by}s changed` : `other ${by}s heard`;
      rows.push([name, value, low, high, ""]);
    }
    if (this.errors !== null) {
      type Error = {
        correction: string;
        difference: number;
        low: number;
        high: number;
      };
      for (const { correction, difference, low, high } of rowsOf<Error>(this.errors)) {
        if (correction === "as coded") continue;
        const name = correction === "both"
          ? "coding errors and missed statements"
          : correction === "stances"
          ? "coding errors"
          : "missed statements";
        rows.push([`allowing for ${name}`, difference, low, high, ""]);
      }
    }
    const { placebo } = facts;
    rows.push([
      "rank among other pairs of periods",
      placebo?.rank ?? null,
      null,
      null,
      placebo === null ? "too few to rank" : `of ${placebo.placebos + 1}`,
    ]);
    rows.push([
      "specifications with the same sign",
      facts.same_sign,
      null,
      null,
      `of ${facts.specifications}`,
    ]);
    rows.push([
      "… and clear of zero",
      facts.clear,
      null,
      null,
      `of ${facts.specifications}`,
    ]);
    return rows;
  }

  /** What Jupyter shows. */
  [Symbol.for("Jupyter.display")](): Record<string, string> {
    return displayTable(
      ["", "value", "low", "high", "n"],
      this.rows(),
      this.sentence,
    );
  }

  /** The sentence. */
  toString(): string {
    return this.sentence;
  }
}

/**
 * Gathers what a claim rests on: the difference with its interval, what it is made of,
 * what coding errors leave of it, its rank among other pairs of periods, and how many of
 * all reasonable specifications agree.
 *
 * @param corpus The corpus.
 * @param options Speaker, target, the two periods, and {@linkcode Selection}.
 * @returns The claim; `String(claim)` is its sentence.
 * @throws {UserError} where periods overlap or an option is not what it should be.
 *
 * @example
 * ```ts
 * import { claim, openCorpus } from "aras";
 * import { assert } from "@std/assert";
 *
 * const corpus = await openCorpus();
 * const found = await claim(corpus, {
 *   speaker: "irn",
 *   target: "aze",
 *   before: "2020-07/2020-12",
 *   after: "2021-07/2021-12",
 * });
 * assert(found.sentence.startsWith("Iran → Azerbaijan: "));
 * corpus.close();
 * ```
 */
export async function claim(corpus: Corpus, options: ClaimOptions): Promise<Claim> {
  const { before, after, seed, ...selection } = options;
  const periods = twoPeriods(before, after);
  const shift = await stanceShift(corpus, options);
  const read = await seriesData(corpus, selection);
  const parts = await decomposeShift(corpus, { ...options, seed }, read);
  const specifications = await robustness(
    corpus,
    { ...selection, before, after },
    read,
  );
  const errors = (corpus.counts.get("reliability") ?? 0) > 0
    ? await codingError(corpus, { ...options, seed }, read)
    : null;
  type Shift = Omit<ClaimFacts, "verdict"> & { shift: ClaimFacts["verdict"] };
  const [found] = rowsOf<Shift>(shift);
  const same = rowsOf<
    {
      by: string;
      part: string;
      value: number | null;
      low: number | null;
      high: number | null;
    }
  >(parts).find(({ by, part }) => by === "publisher" && part === "same");
  const both = errors === null ? undefined : rowsOf<
    { correction: string; difference: number | null; low: number; high: number }
  >(errors).find(({ correction }) => correction === "both");
  const curve = rowsOf<{ same_sign: boolean; clear: boolean }>(specifications);
  const share = (key: "same_sign" | "clear") =>
    curve.length === 0 ? 0 : curve.filter((row) => row[key]).length / curve.length;
  const enough = found.documents_before >= LEAST_DOCUMENTS &&
    found.documents_after >= LEAST_DOCUMENTS;
  const facts: ClaimFacts = {
    label: found.label,
    before,
    after,
    verdict: enough ? found.shift : "too few",
    mean_before: found.mean_before,
    mean_after: found.mean_after,
    difference: found.difference,
    low: found.low,
    high: found.high,
    statements_before: found.statements_before,
    statements_after: found.statements_after,
    documents_before: found.documents_before,
    documents_after: found.documents_after,
    same_outlets: same === undefined || same.value === null
      ? null
      : { value: same.value, low: same.low, high: same.high },
    corrected: both === undefined || both.difference === null
      ? null
      : { value: both.difference, low: both.low, high: both.high },
    placebo: placeboRank(read.observations, periods),
    specifications: curve.length,
    same_sign: share("same_sign"),
    clear: share("clear"),
  };
  return new Claim(facts, shift, parts, errors, specifications);
}
