import { shown } from "../base/fault.ts";
import { quoteName, quoteText } from "./engine.ts";
import type { Field } from "./package.ts";

/** A rule that a column's values must keep, as SQL that is true where a value breaks it. */
export interface Check {
  readonly column: string;
  /** SQL over the raw table, true for a row at fault, never NULL. */
  readonly broken: string;
  /** What the rule asks for, in words. */
  readonly expected: string;
}

const PARTIAL_DATE = "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$";

/**
 * Turns what the data package says of a column into checks. They read the column as text,
 * so that the same checks serve CSV, Parquet and DuckDB.
 *
 * @param field The column.
 * @returns One check a rule: presence, type, allowed values, pattern, bounds.
 */
export function checksOf(field: Field): Check[] {
  const { constraints = {}, name } = field;
  const text = `CAST(${quoteName(name)} AS VARCHAR)`;
  const checks: Check[] = [];
  const add = (wrong: string, expected: string) =>
    checks.push({
      column: name,
      broken: `(${text} IS NOT NULL AND coalesce(${wrong}, true))`,
      expected,
    });

  if (constraints.required) {
    checks.push({ column: name, broken: `${text} IS NULL`, expected: "a value" });
  }
  if (constraints.enum !== undefined) {
    const allowed = constraints.enum.map(String);
    add(`${text} NOT IN (${allowed.map(quoteText).join(", ")})`, listed(allowed));
  } else if (field.type === "integer") {
    add(
      `TRY_CAST(${text} AS BIGINT) IS NULL OR NOT regexp_full_match(${text}, '[-+]?[0-9]+')`,
      "a whole number",
    );
  } else if (field.type === "number") {
    add(
      `TRY_CAST(${text} AS DOUBLE) IS NULL OR NOT isfinite(TRY_CAST(${text} AS DOUBLE))`,
      "a number",
    );
  } else if (field.type === "boolean") {
    add(`lower(${text}) NOT IN ('true', 'false')`, "true or false");
  }
  if (field["aras:type"] === "partial-date") {
    // DuckDB's calendar decides whether there is such a day; a month stands for its first.
    const day = `${text} || substr('-01-01', length(${text}) - 3)`;
    add(
      `NOT regexp_matches(${text}, ${quoteText(PARTIAL_DATE)}) OR ` +
        `TRY_CAST(${day} AS DATE) IS NULL`,
      "a date of the calendar as YYYY-MM-DD, YYYY-MM or YYYY",
    );
  } else if (field.type === "date") {
    add(
      `NOT regexp_full_match(${text}, '[0-9]{4}-[0-9]{2}-[0-9]{2}') OR ` +
        `TRY_CAST(${text} AS DATE) IS NULL`,
      "a day of the calendar as YYYY-MM-DD",
    );
  }
  if (constraints.pattern !== undefined && field["aras:type"] !== "partial-date") {
    add(
      `NOT regexp_full_match(${text}, ${quoteText(constraints.pattern)})`,
      `text of the form ${constraints.pattern}`,
    );
  }
  return [...checks, ...bounds(field, text)];
}

function bounds({ name, type, constraints = {} }: Field, text: string): Check[] {
  const { minimum, maximum, minLength, maxLength } = constraints;
  const numeric = type === "integer" || type === "number";
  const few = type === "integer" && Number(maximum) - Number(minimum) < 12;
  if (few) {
    // A short scale is clearer as its values than as two bounds.
    const allowed = Array.from(
      { length: Number(maximum) - Number(minimum) + 1 },
      (_, i) => String(Number(minimum) + i),
    );
    const value = `TRY_CAST(${text} AS BIGINT)`;
    return [{
      column: name,
      broken: `coalesce(${value} NOT BETWEEN ${minimum} AND ${maximum}, false)`,
      expected: listed(allowed),
    }];
  }
  const value = numeric ? `TRY_CAST(${text} AS DOUBLE)` : text;
  const literal = (v: number | string) =>
    numeric ? String(Number(v)) : quoteText(`${v}`);
  const rules: [boolean, string, string][] = [
    [minimum !== undefined, `${value} < ${literal(minimum!)}`, `${minimum} or more`],
    [maximum !== undefined, `${value} > ${literal(maximum!)}`, `${maximum} or less`],
    [
      minLength !== undefined,
      `length(${text}) < ${minLength}`,
      `${minLength} characters or more`,
    ],
    [
      maxLength !== undefined,
      `length(${text}) > ${maxLength}`,
      `${maxLength} characters or fewer`,
    ],
  ];
  return rules.filter(([given]) => given).map(([, wrong, expected]) => ({
    column: name,
    broken: `coalesce(${wrong}, false)`,
    expected,
  }));
}

/** Names allowed values in words: `a, b or c`; many of them are cut. */
export function listed(values: readonly string[]): string {
  const all = values.length > 12
    ? [...values.slice(0, 12), `${values.length - 12} more`]
    : [...values];
  return all.length === 1
    ? all[0]
    : `${all.slice(0, -1).join(", ")} or ${all[all.length - 1]}`;
}

/** A cell as a fault shows it. */
export function cell(value: unknown): string {
  return value === null ? "nothing" : shown(value);
}
