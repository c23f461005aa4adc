import { badOption, UserError } from "../base/fault.ts";
import { Corpus } from "./corpus.ts";
import { Engine, quoteName } from "./engine.ts";
import type { Field } from "./package.ts";
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
  { check = "all" }: OpenOptions = {},
): Promise<Corpus> {
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
    const present = new Set(
      sources.flatMap((s) => s.tables.map((t) => t.resource.name)),
    );
    const missing = REFERENCE_TABLES.filter((name) => !present.has(name));
    const borrowed = missing.length === 0 || paths.includes(ownFolder())
      ? []
      : [await readSource(engine, ownFolder(), paths.length, missing)];
    const all = [...sources, ...borrowed].flatMap((source) => source.tables);
    const faults = check === "all"
      ? await faultsOf(engine, all)
      : inOrder(all.flatMap((table) => table.faults));
    if (faults.length > 0) {
      throw new UserError(faults, `${summaryOf(faults)}; nothing was loaded`);
    }
    await load(engine, all);
    return new Corpus(engine, sources, await countsOf(engine, all));
  } catch (error) {
    engine.close();
    throw error;
  }
}

/** Makes the typed tables: views over files and Parquet, tables where CSV was read. */
async function load(engine: Engine, tables: readonly RawTable[]): Promise<void> {
  for (const name of new Set(tables.map((t) => t.resource.name))) {
    const parts = tables.filter((t) => t.resource.name === name);
    const columns = [
      ...new Set(parts.flatMap((t) => fieldNames(t.resource.schema.fields))),
    ];
    const selects = parts.map((table) => {
      const has = new Map(table.resource.schema.fields.map((f) => [f.name, f]));
      return `SELECT ${
        columns.map((column) => typed(column, has.get(column))).join(", ")
      } FROM ${quoteName(table.raw)}`;
    });
    const fromFiles = parts.every((t) => !/\.csv$/i.test(t.file));
    // Rows that stand alike in two sources are one row.
    const union = selects.join(
      parts.length > 1 && keyed(parts) ? " UNION " : " UNION ALL ",
    );
    await engine.run(
      `CREATE ${fromFiles ? "VIEW" : "TABLE"} ${quoteName(name)} AS ${union}`,
    );
    if (fromFiles) continue;
    for (const { raw, file } of parts) {
      if (/\.csv$/i.test(file)) await engine.run(`DROP TABLE ${quoteName(raw)}`);
    }
  }
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
