import type { Period } from "../base/date.ts";

/**
 * SQL that names the period of a partial date as `periodOf` does, NULL where the date is
 * too coarse for it; within what DuckDB and Spark SQL both run.
 *
 * @param column SQL for the date.
 * @param every The length of the period.
 */
export function periodSql(column: string, every: Period): string {
  const year = `substr(${column}, 1, 4)`;
  if (every === "year") return year;
  if (every === "month") {
    return `CASE WHEN length(${column}) >= 7 THEN substr(${column}, 1, 7) END`;
  }
  const [letter, months] = every === "quarter" ? ["Q", 3] : ["H", 6];
  const part = `ceil(CAST(substr(${column}, 6, 2) AS INTEGER) / ${months}.0)`;
  return `CASE WHEN length(${column}) >= 7 THEN ${year} || '-${letter}' || ` +
    `CAST(CAST(${part} AS INTEGER) AS VARCHAR) END`;
}
