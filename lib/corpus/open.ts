import { resolve } from "@std/path";
import { badOption, UserError } from "../base/fault.ts";
import { Corpus } from "./corpus.ts";
import { Engine, quoteName } from "./engine.ts";
import { columnsOf, type Field } from "./package.ts";
import { ownFolder, readSource, REFERENCE_TABLES, type Source } from "./sources.ts";
import type { RawTable } from "./source.ts";
import { faultsOf, inOrder, summaryOf } from "./faults.ts";

/** How a corpus is opened. */
export interface OpenOptions {
  /**
   * What is checked against the data package: `all` cells and references, or only that the
   * `columns` are there, for corpora of many millions that were checked before.
   */
  readonly check?: "all" | "columns";
  /**
   * What completes a corpus of one's own: the actors, names, publishers and events that
   * come with `aras` (the default; a row of the corpus goes before one of the same key),
   * or `none` where the corpus has all that it needs.
   */
  readonly reference?: "aras" | "none";
}

/**
 * Opens a corpus: the data that comes with Aras, or a user's own, or both together.
 *
 * Everything is checked against the data package first: types, allowed values, dates,
 * keys and references. A corpus with faults does not open, nor does a part of it.
 *
 * @param path A folder with a data package, a folder of CSV or Parquet files named as the
 *   tables, or a `.duckdb` file; several make one corpus; left out, Aras's own `data/`.
 * @param options What is checked.
 * @returns The corpus; close it when done with it.
 * @throws {UserError} with all faults: file, line, column, expected and found.
 *
 * @example
 * ```ts
 * import { openCorpus } from "aras";
 * import { assert } from "@std/assert";
 *
 * const corpus = await openCorpus();
 * const [{ n }] = await corpus.query("SELECT count(*) AS n FROM documents");
 * assert(Number(n) > 1000);
 * corpus.close();
 * ```
 */
export async function openCorpus(
  path?: string | readonly string[],
  { check = "all", reference = "aras" }: OpenOptions = {},
): Promise<Corpus> {
  if (reference !== "aras" && reference !== "none") {
    badOption("openCorpus reference", "aras or none", reference);
  }
  if (check !== "all" && check !== "columns") {
    badOption("openCorpus check", "all or columns", check);
  }
  const paths = path === undefined
    ? [ownFolder()]
    : typeof path === "string"
    ? [path]
    : [...path];
  if (paths.length === 0) badOption("openCorpus path", "at least one path", paths);
  const engine = await Engine.start();
  try {
    const sources: Source[] = [];
    for (const [i, each] of paths.entries()) {
      sources.push(await readSource(engine, each, i));
    }
    const own = ownFolder();
    const completed = reference === "aras" && !paths.some((each) => isSame(each, own));
    const aras = completed
      ? await readSource(engine, own, paths.length, REFERENCE_TABLES)
      : undefined;
    const tables = sources.flatMap((source) => source.tables);
    const known = aras?.tables ?? [];
    const faults = check === "all"
      ? await faultsOf(engine, tables, known)
      : inOrder(tables.flatMap((table) => table.faults));
    if (faults.length > 0) {
      throw new UserError(faults, `${summaryOf(faults)}; nothing was loaded`);
    }
    await load(engine, tables, known);
    const read = aras === undefined ? sources : [...sources, aras];
    return new Corpus(engine, read, await countsOf(engine, [...tables, ...known]));
  } catch (error) {
    engine.close();
    throw error;
  }
}

/** Whether two paths name the same folder, as far as can be told without asking. */
function isSame(path: string, folder: string): boolean {
  return resolve(path) === resolve(folder);
}

/** Makes the typed tables: views over files and Parquet, tables where CSV was read. */
async function load(
  engine: Engine,
  tables: readonly RawTable[],
  known: readonly RawTable[],
): Promise<void> {
  for (const name of new Set([...tables, ...known].map((t) => t.resource.name))) {
    const parts = tables.filter((t) => t.resource.name === name);
    const reference = known.filter((t) => t.resource.name === name);
    const columns = [
      ...new Set(
        [...parts, ...reference].flatMap((t) => fieldNames(t.resource.schema.fields)),
      ),
    ];
    const selects = parts.map((table) => select(table, columns));
    // Rows that stand alike in two sources are one row.
    const union = selects.join(
      parts.length > 1 && keyed(parts) ? " UNION " : " UNION ALL ",
    );
    const rest = reference.map((table) =>
      select(table, columns) + unlessIn(table, parts)
    );
    const all = [...(union === "" ? [] : [union]), ...rest].join(" UNION ALL ");
    const files = [...parts, ...reference].filter((t) => /\.csv$/i.test(t.file));
    await engine.run(
      `CREATE ${files.length === 0 ? "VIEW" : "TABLE"} ${quoteName(name)} AS ${all}`,
    );
    for (const { raw } of files) await engine.run(`DROP TABLE ${quoteName(raw)}`);
  }
}

function select(table: RawTable, columns: readonly string[]): string {
  const has = new Map(table.resource.schema.fields.map((field) => [field.name, field]));
  return `SELECT ${columns.map((name) => typed(name, has.get(name))).join(", ")} FROM ${
    quoteName(table.raw)
  }`;
}

/** A row of the corpus itself goes before one of the same key that comes with Aras. */
function unlessIn(table: RawTable, parts: readonly RawTable[]): string {
  const key = columnsOf(table.resource.schema.primaryKey);
  if (parts.length === 0 || key.length === 0) return "";
  const taken = parts.map((part) =>
    `EXISTS (SELECT 1 FROM ${quoteName(part.raw)} AS mine WHERE ${
      key.map((k) => `mine.${quoteName(k)} = ${quoteName(table.raw)}.${quoteName(k)}`)
        .join(" AND ")
    })`
  );
  return ` WHERE NOT (${taken.join(" OR ")})`;
}

const keyed = (parts: readonly RawTable[]) =>
  parts.every((t) => t.resource.schema.primaryKey !== undefined);

const fieldNames = (fields: readonly Field[]) => fields.map((field) => field.name);

const SQL_TYPES: Record<Field["type"], string> = {
  string: "VARCHAR",
  date: "VARCHAR",
  integer: "BIGINT",
  number: "DOUBLE",
  boolean: "BOOLEAN",
};

/** A column in its type. Dates stay text: no time zone can shift what is not an instant. */
function typed(column: string, field?: Field): string {
  return field === undefined
    ? `NULL AS ${quoteName(column)}`
    : `CAST(${quoteName(column)} AS ${SQL_TYPES[field.type] ?? "VARCHAR"}) AS ${
      quoteName(column)
    }`;
}

async function countsOf(
  engine: Engine,
  tables: readonly RawTable[],
): Promise<Map<string, number>> {
  const names = [...new Set(tables.map((t) => t.resource.name))];
  const { rows } = await engine.read(
    `SELECT ${names.map((n) => `(SELECT count(*) FROM ${quoteName(n)})`).join(", ")}`,
  );
  return new Map(names.map((name, i) => [name, rows[0][i] as number]));
}
