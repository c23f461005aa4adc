import type { Random } from "../base/random.ts";
import type { Corpus } from "../corpus/corpus.ts";
import {
  bootstrapMean,
  type Cell,
  type Estimate,
  linearised,
  MANY_DOCUMENTS,
} from "./interval.ts";
import type { SelectionQuery } from "./selection.ts";

/** A group of statements with its mean and how much it rests on. */
export interface GroupMean extends Estimate {
  /** The values that the group was formed by, as texts. */
  readonly group: readonly string[];
  /** Statements, each report counted. */
  readonly statements: number;
  /** Positions, each counted once however many outlets report it. */
  readonly positions: number;
  /** Documents that report them. */
  readonly documents: number;
}

/** Groups of statements as SQL. */
export interface Grouping {
  /** SQL for each value to group by, over the columns of a selection. */
  readonly by: readonly string[];
  /** Whether a position weighs once or as often as it is reported. */
  readonly count: "positions" | "reports";
}

/**
 * One whole weight. Weights are summed as whole numbers: their sums are the same in
 * whatever order threads come to them, sums of fractions are not. 720,720 is divisible by
 * 1 to 16, so that the weights of positions reported up to 16 times are exact.
 */
export const UNIT = 720_720_000;

/** SQL of the sums of each document in each group. */
export function cellsSql(selection: SelectionQuery, grouping: Grouping): string {
  const keys = grouping.by.map((sql, i) => `${sql} AS g${i}`);
  const names = grouping.by.map((_, i) => `g${i}`);
  const list = [...names, "document"].join(", ");
  const one = `CAST(round(${UNIT}.0 / count(*) OVER (PARTITION BY ${
    [...names, "position"].join(", ")
  })) AS BIGINT)`;
  const chosen = [...keys, "document", "position", "stance"].join(", ");
  const weight = grouping.count === "reports" ? `${UNIT}` : "share";
  return `SELECT ${list}, sum(stance * ${weight}) AS total, sum(${weight}) AS weight,
       sum(share) AS shares, count(*) AS statements
  FROM (SELECT grouped.*, ${one} AS share
          FROM (SELECT ${chosen} FROM (${selection.sql}) AS selected) AS grouped) AS weighed
 GROUP BY ${list}`;
}

/**
 * Means of groups of statements with 95 % intervals from a bootstrap over documents.
 *
 * Sums are made in the engine; only groups of fewer than {@linkcode MANY_DOCUMENTS}
 * documents are handed over document by document, so that a corpus of any size fits.
 *
 * @param corpus The corpus.
 * @param selection Which statements.
 * @param grouping What they are grouped by; a group with an empty value is left out.
 * @param random The draws; each group draws its own, whatever other groups there are.
 * @returns The groups in the order of their values, and the SQL.
 */
export async function groupMeans(
  corpus: Corpus,
  selection: SelectionQuery,
  grouping: Grouping,
  random: Random,
): Promise<{ groups: GroupMean[]; sql: string }> {
  const sql = cellsSql(selection, grouping);
  const names = grouping.by.map((_, i) => `g${i}`);
  const groups = await corpus.kept(sql, selection.parameters, async (table) => {
    const few = await fewDocuments(corpus, table, names);
    const summary = await summaryOf(corpus, table, names);
    return summary.map(({ group, sums, statements, positions }): GroupMean => {
      const key = group.join("\u0000");
      const cells = few.get(key);
      const estimate = cells === undefined
        ? linearised(sums)
        : bootstrapMean(cells, random.fork(key))!;
      return { group, ...estimate, statements, positions, documents: sums.documents };
    });
  });
  return { groups: groups.filter((g) => g.documents > 0), sql };
}

/** Sums of each group from which its mean and the linearised interval follow. */
async function summaryOf(corpus: Corpus, table: string, names: readonly string[]) {
  const by = names.join(", ");
  const { rows } = await corpus.rows(
    `SELECT ${names.map((name) => `${name}, `).join("")}count(*) AS documents,
       sum(statements) AS statements, sum(shares) AS shares,
       CAST(sum(total) AS DOUBLE) / ${UNIT} AS total,
       CAST(sum(weight) AS DOUBLE) / ${UNIT} AS weight,
       sum(power(total * 1.0 / ${UNIT}, 2)) AS tt,
       sum((total * 1.0 / ${UNIT}) * (weight * 1.0 / ${UNIT})) AS tw,
       sum(power(weight * 1.0 / ${UNIT}, 2)) AS ww
  FROM ${table} WHERE ${filled(names)}
 ${names.length === 0 ? "" : `GROUP BY ${by} ORDER BY ${by}`}`,
  );
  return rows.map((row) => {
    const [documents, statements, shares, total, weight, tt, tw, ww] = row
      .slice(names.length).map(Number);
    return {
      group: row.slice(0, names.length).map(String),
      statements,
      // The shares of a position's reports add up to one.
      positions: Math.round(shares / UNIT),
      sums: {
        documents,
        total,
        weight,
        totalSquared: tt,
        totalWeight: tw,
        weightSquared: ww,
      },
    };
  });
}

/** The cells of groups that are small enough to draw from, in the order of documents. */
async function fewDocuments(
  corpus: Corpus,
  table: string,
  names: readonly string[],
): Promise<Map<string, Cell[]>> {
  const partition = names.length === 0 ? "" : `PARTITION BY ${names.join(", ")}`;
  const { rows } = await corpus.rows(
    `SELECT ${[...names, "total", "weight"].join(", ")} FROM (
       SELECT *, count(*) OVER (${partition}) AS documents
         FROM ${table} WHERE ${filled(names)}) AS counted
      WHERE documents < ${MANY_DOCUMENTS}
      ORDER BY ${[...names, "document"].join(", ")}`,
  );
  const cells = new Map<string, Cell[]>();
  for (const row of rows) {
    const key = row.slice(0, names.length).map(String).join("\u0000");
    const [total, weight] = row.slice(names.length).map((n) => Number(n) / UNIT);
    const known = cells.get(key);
    if (known === undefined) cells.set(key, [{ total, weight }]);
    else known.push({ total, weight });
  }
  return cells;
}

/** SQL that is true where a row has a value for each group. */
function filled(names: readonly string[]): string {
  return names.map((name) => `${name} IS NOT NULL`).join(" AND ") || "true";
}
