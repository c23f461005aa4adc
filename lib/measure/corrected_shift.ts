import { badOption, UserError } from "../base/fault.ts";
import type { Corpus } from "../corpus/corpus.ts";
import { type Frame, makeFrame, type Row } from "../corpus/frame.ts";
import { about } from "./about.ts";
import { differenceColumns, differenceOfSums } from "./cluster_difference.ts";
import {
  type Checked,
  predictionPoweredDifference,
  type Totals,
} from "./prediction_powered.ts";
import type { Observation, Selection } from "./selection.ts";
import { seriesData, sideOfDate, twoPeriods } from "./series_data.ts";
import { countsOfSides, sidesOf, sumsOfSides } from "./sides.ts";

/** Options of {@linkcode correctedShift}. */
export interface CorrectedShiftOptions
  extends Omit<Selection, "from" | "to" | "method"> {
  readonly before: string;
  readonly after: string;
  /** Method of the statements that software extracted, such as `rules` or `model`. */
  readonly extracted: string;
  /** Method of those that people coded; `coded`. */
  readonly coded?: string;
}

/**
 * The difference of mean stance between two periods in documents that software has coded,
 * corrected by those that people have coded as well, so that its interval holds whatever
 * the software's errors (see {@linkcode predictionPoweredMean}).
 *
 * A document counts in the period of its own date. It is checked where a person has coded
 * it (`coder`, or statements of the method `coded`) and the software has read it
 * (`text_sha256`, or statements of the method `extracted`). The checked ones must be a
 * random sample of all that the software has read.
 *
 * @param corpus A corpus with statements of both methods.
 * @param options Speaker, target, the periods, and the two methods.
 * @returns Rows `estimate` (`coded alone`, `extracted alone`, `corrected`) with
 *   `mean_before`, `mean_after`, `difference`, `low`, `high`, `documents_before`,
 *   `documents_after` (with any statement of the method; for `corrected` all) and
 *   `checked_before`, `checked_after`. Empty values where a side has no statement.
 * @throws {UserError} where a method has no statements or fewer than two documents of a
 *   period are checked.
 */
export async function correctedShift(
  corpus: Corpus,
  options: CorrectedShiftOptions,
): Promise<Frame> {
  const { before, after, extracted, coded = "coded", ...selection } = options;
  if (extracted === coded) {
    badOption("extracted", `a method other than ${coded}`, extracted);
  }
  const periods = twoPeriods(before, after);
  // A document's own date decides, so that both methods put it in the same period.
  const dates = { ...selection.dates, basis: "article" as const };
  const data = await Promise.all(
    [coded, extracted].map((method) =>
      seriesData(corpus, { ...selection, dates, method })
    ),
  );
  const all = await documentsOf(corpus, coded, extracted);
  const result: Row[] = data.map(({ observations }, i) => {
    const sides = sidesOf(observations, (o) => sideOfDate(o.date, periods));
    const sums = sumsOfSides(sides), counts = countsOfSides(sides);
    const found = differenceOfSums(sums.before, sums.after);
    return {
      estimate: i === 0 ? "coded alone" : "extracted alone",
      ...differenceColumns(found),
      documents_before: counts.before.documents,
      documents_after: counts.after.documents,
      checked_before: null,
      checked_after: null,
    };
  });
  const sums = data.map(({ observations }) => totalsOf(observations));
  const sides = (["before", "after"] as const).map((side) => {
    const own = all.filter((d) => sideOfDate(d.published, periods) === side);
    const none: Totals = { total: 0, weight: 0 };
    const checked: Checked[] = own.filter((d) => d.coded && d.extracted).map((d) => ({
      coded: sums[0].get(d.id) ?? none,
      extracted: sums[1].get(d.id) ?? none,
    }));
    const unchecked = own.filter((d) => d.extracted && !d.coded).map((d) =>
      sums[1].get(d.id) ?? none
    );
    if (checked.length < 2) {
      throw new UserError({
        option: side,
        expected: `at least two documents of ${options[side]} coded by both methods`,
        found: String(checked.length),
        remedy:
          `code a random sample of the documents that the software has read by hand`,
      });
    }
    return { checked, unchecked, documents: own.filter((d) => d.extracted).length };
  });
  const corrected = predictionPoweredDifference(sides[0], sides[1]);
  result.push({
    estimate: "corrected",
    mean_before: corrected?.before.value ?? null,
    mean_after: corrected?.after.value ?? null,
    difference: corrected?.value ?? null,
    low: corrected?.low ?? null,
    high: corrected?.high ?? null,
    documents_before: sides[0].documents,
    documents_after: sides[1].documents,
    checked_before: sides[0].checked.length,
    checked_after: sides[1].checked.length,
  });
  return makeFrame(
    result,
    COLUMNS,
    about(corpus, "correctedShift", options, data.map((d) => d.sql), [
      "corrected: prediction-powered means of documents (Angelopoulos et al. 2023); it " +
      "holds where the checked documents are a random sample",
    ]),
  );
}

const COLUMNS = [
  "estimate",
  "mean_before",
  "mean_after",
  "difference",
  "low",
  "high",
  "documents_before",
  "documents_after",
  "checked_before",
  "checked_after",
];

/** Sum of stances and their number by document; each statement of it counts once. */
function totalsOf(observations: readonly Observation[]): Map<string, Totals> {
  const sums = new Map<string, { total: number; weight: number }>();
  for (const { document, stance } of observations) {
    const sum = sums.get(document) ?? { total: 0, weight: 0 };
    sums.set(document, { total: sum.total + stance, weight: sum.weight + 1 });
  }
  return sums;
}

interface CodedDocument {
  readonly id: string;
  readonly published: string;
  readonly coded: boolean;
  readonly extracted: boolean;
}

/**
 * Every document that a person has coded or the software has read, with or without
 * findings: a document without any is part of the sample too.
 */
async function documentsOf(
  corpus: Corpus,
  coded: string,
  extracted: string,
): Promise<CodedDocument[]> {
  const rows = await corpus.query<CodedDocument>(
    `SELECT d.id, d.published,
       d.coder IS NOT NULL OR EXISTS (SELECT 1 FROM statements AS s
         WHERE s.document = d.id AND s.method = $coded) AS coded,
       d.text_sha256 IS NOT NULL OR EXISTS (SELECT 1 FROM statements AS s
         WHERE s.document = d.id AND s.method = $extracted) AS extracted
  FROM documents AS d ORDER BY d.id`,
    { coded, extracted },
  );
  for (const method of [coded, extracted]) {
    const [{ n }] = await corpus.query<{ n: number }>(
      "SELECT count(*) AS n FROM statements WHERE method = $method",
      { method },
    );
    if (n > 0) continue;
    badOption(
      method === coded ? "coded" : "extracted",
      "a method that has statements in the corpus",
      method,
      "the column method of the table statements lists them",
    );
  }
  return rows;
}
