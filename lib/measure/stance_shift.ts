import { monthRange } from "../base/date.ts";
import { badOption } from "../base/fault.ts";
import { seededRandom } from "../base/random.ts";
import type { Corpus } from "../corpus/corpus.ts";
import { type Frame, makeFrame, type Row } from "../corpus/frame.ts";
import { about, counted, written } from "./about.ts";
import { cellsSql, UNIT } from "./cells.ts";
import { readColumns } from "./columns.ts";
import { bootstrapDifference, type Cell, meanOf } from "./interval.ts";
import { type Selection, type SelectionQuery, selectionQuery } from "./selection.ts";

/** A speaker and a target. */
export type Dyad = readonly [speaker: string, target: string];

/** Options of {@linkcode stanceShift}. */
export interface StanceShiftOptions extends Omit<Selection, "from" | "to"> {
  /** Several dyads at once, in place of `speaker` and `target`. */
  readonly dyads?: readonly Dyad[];
  /** The periods compared: `2020`, `2021-H1`, `2020-07/2020-12`. */
  readonly before: string;
  readonly after: string;
  readonly seed?: number;
}

/**
 * The difference of mean stance between two periods, with a 95 % interval from a bootstrap
 * over documents: an interval that holds zero is no shift that can be seen.
 *
 * @param corpus The corpus.
 * @param options One dyad or several, two periods, and {@linkcode Selection}.
 * @returns `label`, `mean_before`, `mean_after`, `difference` (after less before), `low`,
 *   `high`, `shift` (`up`, `down`, `none seen`, or `too few` without an interval),
 *   `documents_`, `positions_` and `statements_` of each period, `before`, `after`, and the
 *   ids `speaker`, `target`.
 * @throws {UserError} where a period is none, the periods overlap or an actor is unknown.
 *
 * @example
 * ```ts
 * import { openCorpus, stanceShift } from "aras";
 * import { assertEquals } from "@std/assert";
 *
 * const corpus = await openCorpus();
 * const frame = await stanceShift(corpus, {
 *   speaker: "irn",
 *   target: "aze",
 *   before: "2020",
 *   after: "2022",
 * });
 * assertEquals(frame.shape[0], 1);
 * corpus.close();
 * ```
 */
export async function stanceShift(
  corpus: Corpus,
  options: StanceShiftOptions,
): Promise<Frame> {
  const { dyads, before, after, seed = 1, ...selection } = options;
  const first = monthRange(before, "before"), second = monthRange(after, "after");
  if (first.to >= second.from && second.to >= first.from) {
    badOption("after", `a period that does not overlap ${before}`, after);
  }
  const pairs = dyads ?? [[selection.speaker, selection.target]];
  const queries: string[] = [];
  const rows: Row[] = [];
  let coarse = 0;
  for (const [speaker, target] of pairs) {
    const chosen = await selectionQuery(corpus, {
      ...selection,
      speaker: speaker ?? undefined,
      target: target ?? undefined,
    });
    const sql = cellsSql(chosen, {
      by: [sideSql(first, second)],
      count: selection.count ?? "positions",
    });
    const cells = await readColumns(
      corpus,
      `SELECT g0, document, total * 1.0 / ${UNIT} AS total, weight * 1.0 / ${UNIT} AS weight,
         CAST(statements AS BIGINT) AS statements
    FROM (${sql}) AS cells WHERE g0 IS NOT NULL`,
      chosen.parameters,
      ["g0", "document", "total", "weight", "statements"],
      ["document", "g0"],
    );
    const sides = { before: new Map<string, Cell>(), after: new Map<string, Cell>() };
    const statements = { before: 0, after: 0 };
    cells.g0.forEach((side, i) => {
      const name = side as "before" | "after";
      sides[name].set(cells.document[i] as string, {
        total: cells.total[i] as number,
        weight: cells.weight[i] as number,
      });
      statements[name] += cells.statements[i] as number;
    });
    coarse += await yearsAlone(corpus, chosen, first, second);
    const label = [chosen.speakers, chosen.targets].map((actors) =>
      actors.map((actor) => actor.name).join(", ") || "everybody"
    ).join(" → ");
    const shift = bootstrapDifference(
      sides.before,
      sides.after,
      seededRandom(seed).fork(label),
    );
    const weight = (side: Map<string, Cell>) =>
      Math.round([...side.values()].reduce((sum, cell) => sum + cell.weight, 0));
    rows.push({
      speaker: chosen.speakers.map((a) => a.id).join(";"),
      target: chosen.targets.map((a) => a.id).join(";"),
      label,
      before,
      after,
      mean_before: meanOf([...sides.before.values()]),
      mean_after: meanOf([...sides.after.values()]),
      difference: shift?.value ?? null,
      low: shift?.low ?? null,
      high: shift?.high ?? null,
      shift: verdict(shift?.low ?? null, shift?.high ?? null),
      statements_before: statements.before,
      statements_after: statements.after,
      positions_before: weight(sides.before),
      positions_after: weight(sides.after),
      documents_before: sides.before.size,
      documents_after: sides.after.size,
    });
    queries.push(written(sql, chosen.parameters));
  }
  return makeFrame(
    rows,
    COLUMNS,
    about(corpus, "stanceShift", options, queries, [
      "difference of means, 95 % interval from a bootstrap over documents",
      counted(coarse, "statement", "statements", " dated to the year alone left out"),
    ]),
  );
}

const COLUMNS = [
  "label",
  "mean_before",
  "mean_after",
  "difference",
  "low",
  "high",
  "shift",
  "documents_before",
  "documents_after",
  "positions_before",
  "positions_after",
  "statements_before",
  "statements_after",
  "before",
  "after",
  "speaker",
  "target",
];

interface Months {
  readonly from: string;
  readonly to: string;
}

/** Whether a statement falls before or after; whole years take dates of the year alone. */
function sideSql(before: Months, after: Months): string {
  const within = ({ from, to }: Months) => {
    const months =
      `(length(date) >= 7 AND substr(date, 1, 7) BETWEEN '${from}' AND '${to}')`;
    const whole = from.endsWith("-01") && to.endsWith("-12");
    return whole
      ? `(${months} OR (length(date) = 4 AND date BETWEEN '${from.slice(0, 4)}' AND '${
        to.slice(0, 4)
      }'))`
      : months;
  };
  return `CASE WHEN ${within(before)} THEN 'before' WHEN ${
    within(after)
  } THEN 'after' END`;
}

/** Statements dated to a year that touches a period but is not wholly in one. */
async function yearsAlone(
  corpus: Corpus,
  { sql, parameters }: SelectionQuery,
  before: Months,
  after: Months,
): Promise<number> {
  const touched = [before, after]
    .map(({ from, to }) => `date BETWEEN '${from.slice(0, 4)}' AND '${to.slice(0, 4)}'`)
    .join(" OR ");
  const [{ n }] = await corpus.query<{ n: number }>(
    `SELECT count(*) AS n FROM (${sql}) AS selected
      WHERE length(date) = 4 AND (${touched}) AND ${sideSql(before, after)} IS NULL`,
    parameters,
  );
  return n;
}

function verdict(low: number | null, high: number | null): string {
  if (low === null || high === null) return "too few";
  return low > 0 ? "up" : high < 0 ? "down" : "none seen";
}
