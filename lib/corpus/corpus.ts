import { badOption, type Fault, UserError } from "../base/fault.ts";
import { displayTable, type Frame, makeFrame, type Row } from "./frame.ts";
import type { About } from "./frame.ts";
import { Engine, type Parameters, quoteName, type Value } from "./engine.ts";
import { columnsOf, type Field } from "./package.ts";
import { ownFolder, readSource, REFERENCE_TABLES, type Source } from "./sources.ts";
import type { RawTable } from "./source.ts";
import { checkReferences, checkTable } from "./validate.ts";

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
    const faults = all.flatMap((table) => table.faults);
    if (check === "all") faults.push(...await checkAll(engine, all));
    if (faults.length > 0) {
      throw new UserError(
        sorted(faults),
        `${faults.length} ${
          faults.length === 1 ? "fault" : "faults"
        }; nothing was loaded`,
      );
    }
    await load(engine, all);
    return new Corpus(engine, sources, await countsOf(engine, all));
  } catch (error) {
    engine.close();
    throw error;
  }
}

/** Checks every table alone, then what refers from one to another. */
async function checkAll(engine: Engine, tables: readonly RawTable[]): Promise<Fault[]> {
  const faults: Fault[] = [];
  for (const table of tables) faults.push(...await checkTable(engine, table));
  const readable = tables.filter((t) => !t.faults.some((fault) => fault.row === 1));
  const keysOf = (resource: string) =>
    readable.filter((t) => t.resource.name === resource).map((t) => t.raw);
  for (const table of readable) {
    faults.push(...await checkReferences(engine, table, keysOf));
  }
  faults.push(...await clashes(engine, readable));
  return faults;
}

/** Keys that two sources both use, for rows that are not the same. */
async function clashes(engine: Engine, tables: readonly RawTable[]): Promise<Fault[]> {
  const faults: Fault[] = [];
  for (const [i, later] of tables.entries()) {
    const key = columnsOf(later.resource.schema.primaryKey);
    if (key.length === 0) continue;
    for (const earlier of tables.slice(0, i)) {
      if (earlier.resource.name !== later.resource.name) continue;
      const names = later.resource.schema.fields.map((f) => f.name)
        .filter((name) => earlier.resource.schema.fields.some((f) => f.name === name));
      const text = (side: string) =>
        names.map((n) => `CAST(${side}.${quoteName(n)} AS VARCHAR)`).join(", ");
      const { rows } = await engine.read(
        `SELECT b.aras_record, ${key.map((k) => `b.${quoteName(k)}`).join(", ")}
           FROM ${quoteName(later.raw)} AS b JOIN ${quoteName(earlier.raw)} AS a
             USING (${key.map(quoteName).join(", ")})
          WHERE row(${text("a")}) IS DISTINCT FROM row(${text("b")})
          ORDER BY 1 LIMIT 20`,
      );
      for (const [record, ...values] of rows) {
        faults.push({
          file: later.file,
          row: later.lineOf(record as number),
          column: key.join(", "),
          expected: "a key that no other source uses for something else",
          found: `${values.join(", ")}, which ${earlier.file} has too`,
        });
      }
    }
  }
  return faults;
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

function sorted(faults: readonly Fault[]): Fault[] {
  const order = (a: string, b: string) => a < b ? -1 : a > b ? 1 : 0;
  return [...faults].sort((a, b) =>
    order(a.file ?? "", b.file ?? "") || (a.row ?? Infinity) - (b.row ?? Infinity) || 0
  );
}

/** An open corpus: tables that can be asked in SQL. */
export class Corpus {
  /** Name of the data package, or of several with ` + `. */
  readonly name: string;
  /** Its version. */
  readonly version: string;
  /** SHA-256 of its tables, hexadecimal. */
  readonly hash: string;
  /** Rows of each table. */
  readonly counts: ReadonlyMap<string, number>;
  #engine: Engine;
  #card?: Record<string, string>;

  /** @internal Use {@linkcode openCorpus}. */
  constructor(
    engine: Engine,
    sources: readonly Source[],
    counts: ReadonlyMap<string, number>,
  ) {
    this.#engine = engine;
    this.counts = counts;
    this.name = sources.map((s) => s.name).join(" + ");
    this.version = sources.map((s) => s.version).join(" + ");
    this.hash = sources.map((s) => s.hash).join("+");
  }

  /**
   * Asks for rows as plain objects.
   *
   * @param sql One SELECT; values stand as `$name`.
   * @param parameters The values.
   * @throws {UserError} where DuckDB cannot run it.
   */
  async query<T = Row>(sql: string, parameters: Parameters = {}): Promise<T[]> {
    const { columns, rows } = await this.#engine.read(sql, parameters);
    return rows.map((row) =>
      Object.fromEntries(columns.map((name, i) => [name, row[i]])) as T
    );
  }

  /**
   * Asks for rows as arrays, with the names of the columns, for arithmetic on many rows.
   *
   * @param sql One SELECT; values stand as `$name`.
   * @param parameters The values.
   */
  async rows(
    sql: string,
    parameters: Parameters = {},
  ): Promise<{ columns: string[]; rows: Value[][] }> {
    return await this.#engine.read(sql, parameters);
  }

  /**
   * Asks for a frame.
   *
   * @param sql One SELECT; values stand as `$name`.
   * @param parameters The values.
   * @param about What to say of where it comes from, beside the SQL and the data.
   */
  async frame(
    sql: string,
    parameters: Parameters = {},
    about: Partial<About> = {},
  ): Promise<Frame> {
    const { columns, rows } = await this.#engine.read(sql, parameters);
    const objects = rows.map((row) =>
      Object.fromEntries(columns.map((name, i) => [name, row[i]]))
    );
    return makeFrame(objects, columns, {
      measure: "sql",
      options: parameters,
      ...about,
      sql: about.sql ?? [sql],
      corpus: this.reference,
    });
  }

  /**
   * Asks in SQL, written between backticks; what is put in with `${…}` is a value, never
   * a piece of SQL.
   *
   * @example
   * ```ts
   * import { openCorpus } from "aras";
   * import { assertEquals } from "@std/assert";
   *
   * const corpus = await openCorpus();
   * const country = "IRN";
   * const frame = await corpus.sql`
   *   SELECT count(*) AS publishers FROM publishers WHERE country = ${country}`;
   * assertEquals(frame.columns, ["publishers"]);
   * corpus.close();
   * ```
   */
  sql(strings: TemplateStringsArray, ...values: Parameters[string][]): Promise<Frame> {
    const sql = strings.reduce((text, part, i) => `${text}$p${i - 1}${part}`);
    return this.frame(
      sql,
      Object.fromEntries(values.map((value, i) => [`p${i}`, value])),
    );
  }

  /** Name, version and hash, as a figure or frame keeps them. */
  get reference(): { name: string; version: string; hash: string } {
    return { name: this.name, version: this.version, hash: this.hash };
  }

  /** Lets go of memory and files. */
  close(): void {
    this.#engine.close();
  }

  /** A card for a notebook: what is in the corpus. */
  async [Symbol.for("Jupyter.display")](): Promise<Record<string, string>> {
    this.#card ??= displayTable(
      ["corpus", `${this.name} ${this.version}`],
      await this.#cardRows(),
      `data ${this.hash.slice(0, 12)}`,
    );
    return this.#card;
  }

  async #cardRows(): Promise<string[][]> {
    const has = (table: string) => (this.counts.get(table) ?? 0) > 0;
    const count = (n: number) => n.toLocaleString("en");
    const lines: string[][] = [];
    if (has("documents")) {
      const [d] = await this.query<Record<string, number>>(
        `SELECT count(*) AS n, count(DISTINCT publisher) AS p, count(DISTINCT language) AS l,
                min(published) AS first, max(published) AS last FROM documents`,
      );
      lines.push(
        ["documents", `${count(d.n)} from ${d.first} to ${d.last}`],
        ["publishers", count(d.p)],
        ["languages", count(d.l)],
      );
    }
    if (has("mentions")) {
      const [m] = await this.query<Record<string, number>>(
        "SELECT count(*) AS n, count(DISTINCT actor) AS a FROM mentions",
      );
      lines.push(["mentions", `${count(m.n)} of ${count(m.a)} actors`]);
    }
    if (has("statements")) {
      const methods = await this.query<{ method: string; n: number }>(
        "SELECT method, count(*) AS n FROM statements GROUP BY method ORDER BY method",
      );
      for (const { method, n } of methods) {
        lines.push(["statements", `${count(n)} ${method}`]);
      }
    }
    if (has("events")) lines.push(["events", count(this.counts.get("events")!)]);
    return lines;
  }
}
