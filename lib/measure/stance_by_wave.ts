import { checkPeriod, type Period } from "../base/date.ts";
import { badOption } from "../base/fault.ts";
import { seededRandom } from "../base/random.ts";
import type { Corpus } from "../corpus/corpus.ts";
import { type Frame, makeFrame, type Row } from "../corpus/frame.ts";
import { about, counted, written } from "./about.ts";
import { cellsSql, UNIT } from "./cells.ts";
import { bootstrapDifference, bootstrapMean, type Cell } from "./interval.ts";
import { periodSql } from "./period_sql.ts";
import { type Selection, selectionQuery } from "./selection.ts";
import { spanOf } from "./stance_series.ts";

/** Options of {@linkcode stanceByWave}. */
export interface StanceByWaveOptions extends Omit<Selection, "coders"> {
  /** Length of a period; a year where left out. */
  readonly every?: Period;
  /** Letters of the coders of the first wave and of the second. */
  readonly waves?: readonly [first: string, second: string];
  readonly seed?: number;
}

/** The catalogue's waves: coders a to m, and n to t without the founding articles' s. */
const WAVES = ["abcdefghijklm", "nopqrt"] as const;

/**
 * Compares the waves of coding: does a series look the same in either, so that they may be
 * pooled?
 *
 * @param corpus The corpus.
 * @param options Speaker, target, period, the waves' coders, and {@linkcode Selection}.
 * @returns `period` (`all` in the last row), `mean_1`, `low_1`, `high_1`, `mean_2`,
 *   `low_2`, `high_2`, `difference` (second less first) with its 95 % interval `low`,
 *   `high` from a bootstrap over documents, `documents_1`, `documents_2`, `n_1`, `n_2`
 *   (statements).
 * @throws {UserError} where an option is not what it should be.
 *
 * @example
 * ```ts
 * import { openCorpus, stanceByWave } from "aras";
 * import { assertEquals } from "@std/assert";
 *
 * const corpus = await openCorpus();
 * const frame = await stanceByWave(corpus, { speaker: "irn", target: "aze" });
 * assertEquals(frame.shape[0], 6);
 * corpus.close();
 * ```
 */
export async function stanceByWave(
  corpus: Corpus,
  options: StanceByWaveOptions = {},
): Promise<Frame> {
  const { every = "year", waves = WAVES, seed = 1, ...selection } = options;
  checkPeriod(every);
  if (waves.length !== 2 || [...waves[0]].some((coder) => waves[1].includes(coder))) {
    badOption("waves", "two texts of letters that share none", waves);
  }
  const bounds = await spanOf(corpus, selection);
  const chosen = await selectionQuery(corpus, { ...selection, ...bounds });
  const letters = (wave: string) =>
    [...wave].map((c) => `'${c.replaceAll("'", "''")}'`);
  const wave = `CASE WHEN coder IN (${letters(waves[0])}) THEN 1 ` +
    `WHEN coder IN (${letters(waves[1])}) THEN 2 END`;
  const random = seededRandom(seed);
  const rows: Row[] = [];
  const queries: string[] = [];
  for (const period of [periodSql("date", every), "'all'"]) {
    const sql = cellsSql(chosen, {
      by: [wave, period],
      count: selection.count ?? "positions",
    });
    const { rows: cells } = await corpus.rows(
      `SELECT g1, g0, document, total * 1.0 / ${UNIT}, weight * 1.0 / ${UNIT}, statements
         FROM (${sql}) AS cells WHERE g0 IS NOT NULL AND g1 IS NOT NULL
        ORDER BY g1, g0, document`,
      chosen.parameters,
    );
    const periods = [...new Set(cells.map(([name]) => String(name)))];
    for (const name of periods) {
      rows.push(compared(name, cells.filter((cell) => cell[0] === name), random));
    }
    queries.push(written(sql, chosen.parameters));
  }
  const [{ n }] = await corpus.query<{ n: number }>(
    `SELECT count(*) AS n FROM (${chosen.sql}) AS selected WHERE ${wave} IS NULL`,
    chosen.parameters,
  );
  return makeFrame(
    rows,
    COLUMNS,
    about(corpus, "stanceByWave", options, queries, [
      "second wave less first, 95 % intervals from a bootstrap over documents",
      counted(n, "statement", "statements", " of neither wave left out"),
    ]),
  );
}

const COLUMNS = [
  "period",
  "mean_1",
  "low_1",
  "high_1",
  "mean_2",
  "low_2",
  "high_2",
  "difference",
  "low",
  "high",
  "documents_1",
  "documents_2",
  "n_1",
  "n_2",
];

function compared(
  period: string,
  cells: readonly unknown[][],
  random: ReturnType<typeof seededRandom>,
): Row {
  const sides = [new Map<string, Cell>(), new Map<string, Cell>()];
  const n = [0, 0];
  for (const [, wave, document, total, weight, statements] of cells) {
    const i = Number(wave) - 1;
    sides[i].set(String(document), { total: Number(total), weight: Number(weight) });
    n[i] += Number(statements);
  }
  const [one, two] = sides.map((side, i) =>
    bootstrapMean([...side.values()], random.fork(`${period} ${i}`))
  );
  const difference = bootstrapDifference(sides[0], sides[1], random.fork(period));
  return {
    period,
    mean_1: one?.value ?? null,
    low_1: one?.low ?? null,
    high_1: one?.high ?? null,
    mean_2: two?.value ?? null,
    low_2: two?.low ?? null,
    high_2: two?.high ?? null,
    difference: difference?.value ?? null,
    low: difference?.low ?? null,
    high: difference?.high ?? null,
    documents_1: sides[0].size,
    documents_2: sides[1].size,
    n_1: n[0],
    n_2: n[1],
  };
}
