import type { Fault } from "../base/fault.ts";
import { cell, type Check, checksOf } from "./check.ts";
import { type Engine, quoteName } from "./engine.ts";
import { columnsOf, type Field, type ForeignKey } from "./package.ts";
import type { RawTable } from "./source.ts";

/** How many faults of one rule are shown with their row; the rest are counted. */
const SHOWN = 20;

/** Where the keys that a reference may name are found: a table's column, or several. */
export type KeySource = (resource: string) => readonly string[];

/**
 * Lists everything in a table that breaks its own schema: types, allowed values, bounds,
 * and keys that stand twice.
 *
 * @param engine Where the raw table is.
 * @param table The table; one with faults of form is checked in the rows that could be read.
 * @returns Faults with file, line and column, those of one rule together.
 */
export async function checkTable(engine: Engine, table: RawTable): Promise<Fault[]> {
  if (table.faults.some((fault) => fault.row === 1)) return [];
  const checks = table.resource.schema.fields.flatMap(checksOf);
  const faults = checks.length === 0 ? [] : await broken(engine, table, checks);
  const { primaryKey, fields } = table.resource.schema;
  const keys = [
    columnsOf(primaryKey),
    ...fields.filter((f) => f.constraints?.unique).map((f) => [f.name]),
  ];
  for (const key of keys.filter((k) => k.length > 0)) {
    faults.push(...await repeated(engine, table, key));
  }
  return faults;
}

/** One pass counts what each rule finds; only rules that are broken are asked for rows. */
async function broken(
  engine: Engine,
  table: RawTable,
  checks: Check[],
): Promise<Fault[]> {
  const counts = await engine.read(
    `SELECT ${checks.map((c) => `count_if(${c.broken})`).join(", ")}
       FROM ${quoteName(table.raw)}`,
  );
  const faults: Fault[] = [];
  for (const [i, check] of checks.entries()) {
    const count = counts.rows[0][i] as number;
    if (count === 0) continue;
    const rows = await engine.read(
      `SELECT aras_record, CAST(${quoteName(check.column)} AS VARCHAR)
         FROM ${quoteName(table.raw)} WHERE ${check.broken}
        ORDER BY aras_record LIMIT ${SHOWN}`,
    );
    for (const [record, value] of rows.rows) {
      faults.push({
        file: table.file,
        row: table.lineOf(record as number),
        column: check.column,
        expected: check.expected,
        found: cell(value),
      });
    }
    faults.push(...rest(table.file, check.column, check.expected, count));
  }
  return faults;
}

async function repeated(
  engine: Engine,
  table: RawTable,
  key: string[],
): Promise<Fault[]> {
  const columns = key.map(quoteName).join(", ");
  const { rows } = await engine.read(
    `SELECT aras_record, first_record, ${columns} FROM (
       SELECT aras_record, min(aras_record) OVER (PARTITION BY ${columns}) AS first_record,
              ${columns}
         FROM ${quoteName(table.raw)}
        WHERE (${columns}) IN (SELECT (${columns}) FROM ${quoteName(table.raw)}
                                GROUP BY ${columns} HAVING count(*) > 1))
      WHERE aras_record > first_record ORDER BY aras_record`,
  );
  const expected = "a key that stands once";
  const faults = rows.slice(0, SHOWN).map(([record, first, ...values]): Fault => ({
    file: table.file,
    row: table.lineOf(record as number),
    column: key.join(", "),
    expected,
    found: `${values.map(cell).join(", ")} again, first on line ${
      table.lineOf(first as number)
    }`,
  }));
  return [...faults, ...rest(table.file, key.join(", "), expected, rows.length)];
}

/**
 * Lists the references of a table that lead nowhere.
 *
 * @param engine Where the raw tables are.
 * @param table The table that refers.
 * @param keysOf Names of the tables, raw or loaded, in which a resource's keys stand.
 */
export async function checkReferences(
  engine: Engine,
  table: RawTable,
  keysOf: KeySource,
): Promise<Fault[]> {
  if (table.faults.some((fault) => fault.row === 1)) return [];
  const { fields, foreignKeys = [], "aras:foreignKeys": own = [] } =
    table.resource.schema;
  const faults: Fault[] = [];
  for (const key of [...[...foreignKeys, ...own].map(single), ...fields.map(ofList)]) {
    if (key !== undefined) faults.push(...await dangling(engine, table, key, keysOf));
  }
  return faults;
}

interface Reference {
  /** Columns that refer; one that holds a list has its separator in `list`. */
  readonly columns: string[];
  readonly list?: string;
  readonly resource: string;
  readonly keys: string[];
}

function single({ fields, reference }: ForeignKey): Reference {
  return {
    columns: columnsOf(fields),
    resource: reference.resource,
    keys: columnsOf(reference.fields),
  };
}

function ofList(field: Field): Reference | undefined {
  const reference = field["aras:foreignKey"];
  return reference && {
    columns: [field.name],
    list: field["aras:list"],
    resource: reference.resource,
    keys: [reference.field],
  };
}

async function dangling(
  engine: Engine,
  table: RawTable,
  reference: Reference,
  keysOf: KeySource,
): Promise<Fault[]> {
  const sources = reference.resource === "" ? [table.raw] : keysOf(reference.resource);
  if (sources.length === 0) return [];
  const values = reference.columns.map((_, i) => `v${i}`);
  const column = quoteName(reference.columns[0]);
  const given = reference.list === undefined
    ? `SELECT aras_record, ${
      reference.columns.map((c, i) => `CAST(${quoteName(c)} AS VARCHAR) AS v${i}`)
    } FROM ${quoteName(table.raw)}`
    : `SELECT aras_record, unnest(string_split(${column}, '${reference.list}')) AS v0
         FROM ${quoteName(table.raw)} WHERE ${column} IS NOT NULL`;
  const known = sources.map((name) =>
    `SELECT ${
      reference.keys.map((c, i) => `CAST(${quoteName(c)} AS VARCHAR) AS k${i}`)
    } FROM ${quoteName(name)}`
  ).join(" UNION ALL ");
  const { rows } = await engine.read(
    `SELECT aras_record, ${values} FROM (${given}) AS given
      WHERE ${values.map((v) => `${v} IS NOT NULL`).join(" AND ")}
        AND NOT EXISTS (SELECT 1 FROM (${known}) AS known
          WHERE ${values.map((v, i) => `k${i} = ${v}`).join(" AND ")})
      ORDER BY aras_record`,
  );
  const where = `${reference.resource || table.resource.name}.${
    reference.keys.join(", ")
  }`;
  const faults = rows.slice(0, SHOWN).map(([record, ...found]): Fault => ({
    file: table.file,
    row: table.lineOf(record as number),
    column: reference.columns.join(", "),
    expected: `a key of ${where}`,
    found: found.map(cell).join(", "),
  }));
  return [
    ...faults,
    ...rest(table.file, reference.columns.join(", "), `a key of ${where}`, rows.length),
  ];
}

/** The line that stands for the faults of a rule that are not shown one by one. */
function rest(file: string, column: string, expected: string, count: number): Fault[] {
  return count <= SHOWN ? [] : [{
    file,
    column,
    expected,
    found: `something else in ${count - SHOWN} more rows`,
  }];
}
