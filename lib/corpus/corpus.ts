import { createHash } from "node:crypto";
import { type About, displayTable, type Frame, makeFrame, type Row } from "./frame.ts";
import type { Engine, Parameters, Value } from "./engine.ts";
import type { Source } from "./sources.ts";

/** An open corpus: tables that can be asked in SQL. */
export class Corpus {
  /** Name of the data package, or of several with ` + `. */
  readonly name: string;
  /** Its version. */
  readonly version: string;
  /** SHA-256 of its tables, of several packages of their hashes; hexadecimal. */
  readonly hash: string;
  /** Rows of each table. */
  readonly counts: ReadonlyMap<string, number>;
  #engine: Engine;
  #kept = 0;
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
    this.hash = sources.length === 1
      ? sources[0].hash
      : createHash("sha256").update(sources.map((s) => s.hash).join("\n")).digest(
        "hex",
      );
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

  /**
   * Keeps what a query finds for as long as several others ask of it.
   *
   * @param sql One SELECT; values stand as `$name`.
   * @param parameters The values.
   * @param use Asks; is given the name of the table to ask.
   * @returns What `use` returns; the table is gone then.
   */
  async kept<T>(
    sql: string,
    parameters: Parameters,
    use: (table: string) => Promise<T>,
  ): Promise<T> {
    // Several may be kept at once: measures run side by side.
    const table = `aras_kept_${this.#kept++}`;
    await this.#engine.read(`CREATE TEMP TABLE ${table} AS ${sql}`, parameters);
    try {
      return await use(table);
    } finally {
      await this.#engine.run(`DROP TABLE ${table}`);
    }
  }

  /** Name, version and hash, as a figure or frame keeps them. */
  get reference(): { name: string; version: string; hash: string } {
    return { name: this.name, version: this.version, hash: this.hash };
  }

  /**
   * Lets go of memory and files.
   *
   * A script whose exit status matters should end with `Deno.exit()`: under Deno 2.8.1 a
   * process in which DuckDB was at work can crash after its last line (status 139), closed
   * or not.
   */
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
