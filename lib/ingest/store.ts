import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { UserError } from "../base/fault.ts";
import { bandsOf, readSignature, similarity } from "../text/duplicates.ts";
import { type TableName, type TableRow, TABLES } from "./tables.ts";

/** What a corpus is built in: memory of the engine that writes it. */
const MEMORY = "400MB";
/** Copies share at least half of their shingles. */
const COPY = 0.5;

/** Candidates that an article is compared with: those that share most bands. */
const NEAREST = 8;

/** Rows of one article for each table. */
export type ArticleRows = Partial<Record<TableName, readonly TableRow[]>>;

/** An article that is ready to be written. */
export interface Entry {
  readonly id: string;
  readonly sha256: string;
  readonly signature?: string;
  readonly rows: ArticleRows;
}

/**
 * The tables of a corpus while they are built: a DuckDB file in which a batch of articles
 * is written whole or not at all.
 */
export class Store {
  #instance: DuckDBInstance;
  #connection: DuckDBConnection;

  private constructor(instance: DuckDBInstance, connection: DuckDBConnection) {
    this.#instance = instance;
    this.#connection = connection;
  }

  /**
   * Opens or makes the store.
   *
   * @throws {UserError} where another process writes to it.
   */
  static async open(file: string): Promise<Store> {
    try {
      const instance = await DuckDBInstance.create(file, {
        memory_limit: MEMORY,
        threads: "2",
        preserve_insertion_order: "false",
      });
      const store = new Store(instance, await instance.connect());
      await store.#prepare();
      return store;
    } catch (error) {
      throw new UserError({
        file,
        expected: "a corpus that nothing else writes to",
        found: (error as Error).message.split("\n")[0],
      });
    }
  }

  async #prepare(): Promise<void> {
    for (const [name, columns] of Object.entries(TABLES)) {
      const list = Object.entries(columns).map(([column, type]) =>
        `"${column}" ${type}`
      );
      await this.#connection.run(
        `CREATE TABLE IF NOT EXISTS ${name} (${list.join(", ")})`,
      );
    }
    await this.#connection.run(
      `CREATE TABLE IF NOT EXISTS seen (sha256 VARCHAR PRIMARY KEY, document VARCHAR);
       CREATE TABLE IF NOT EXISTS files (path VARCHAR PRIMARY KEY, stamp VARCHAR);
       CREATE TABLE IF NOT EXISTS signatures (document VARCHAR PRIMARY KEY, signature VARCHAR);
       CREATE TABLE IF NOT EXISTS bands (band INTEGER, hash VARCHAR, document VARCHAR);`,
    );
  }

  /** Rows of a query as plain objects. */
  async read<Row>(
    sql: string,
    values: Record<string, string | number> = {},
  ): Promise<Row[]> {
    const reader = await this.#connection.runAndReadAll(sql, values);
    return reader.getRowObjectsJS() as Row[];
  }

  /** Runs a statement. */
  async run(sql: string): Promise<void> {
    await this.#connection.run(sql);
  }

  /** Which of these texts are in the corpus, by their hash. */
  async seen(hashes: readonly string[]): Promise<Set<string>> {
    if (hashes.length === 0) return new Set();
    const list = hashes.map((hash) => `'${hash}'`).join(", ");
    const rows = await this.read<{ sha256: string }>(
      `SELECT sha256 FROM seen WHERE sha256 IN (${list})`,
    );
    return new Set(rows.map((row) => row.sha256));
  }

  /** The stamp with which a file was read to its end, if it was. */
  async stampOf(path: string): Promise<string | undefined> {
    const rows = await this.read<{ stamp: string }>(
      "SELECT stamp FROM files WHERE path = $path",
      { path },
    );
    return rows[0]?.stamp;
  }

  /**
   * Writes articles and notes files as read to their end, all or nothing.
   *
   * @param entries Articles that are not in the corpus.
   * @param files Paths and stamps.
   */
  async write(
    entries: readonly Entry[],
    files: readonly (readonly [string, string])[],
  ): Promise<void> {
    await this.run("BEGIN");
    try {
      for (const name of Object.keys(TABLES) as TableName[]) {
        const isOutlet = name === "publishers" || name === "actors";
        const rows = entries.flatMap((entry) => entry.rows[name] ?? []);
        if (isOutlet) await this.#appendNew(name, rows);
        else await this.#append(name, Object.entries(TABLES[name]), rows);
      }
      await this.#append(
        "seen",
        [["sha256", "VARCHAR"], ["document", "VARCHAR"]],
        entries.map(({ id, sha256 }) => ({ sha256, document: id })),
      );
      await this.#link(entries);
      for (const [path, stamp] of files) {
        await this.#connection.run(
          "INSERT OR REPLACE INTO files VALUES ($path, $stamp)",
          {
            path,
            stamp,
          },
        );
      }
      await this.run("COMMIT");
    } catch (error) {
      await this.run("ROLLBACK");
      throw error;
    }
  }

  /** Outlets that no table knew are written once. */
  async #appendNew(name: TableName, rows: readonly TableRow[]): Promise<void> {
    const known = new Set(
      (await this.read<{ id: string }>(`SELECT id FROM ${name}`)).map(({ id }) => id),
    );
    const fresh = rows.filter(({ id }) => {
      if (known.has(String(id))) return false;
      known.add(String(id));
      return true;
    });
    await this.#append(name, Object.entries(TABLES[name]), fresh);
  }

  async #append(
    table: string,
    columns: readonly (readonly [string, string])[],
    rows: readonly TableRow[],
  ): Promise<void> {
    if (rows.length === 0) return;
    const appender = await this.#connection.createAppender(table);
    for (const row of rows) {
      for (const [column, type] of columns) {
        const value = row[column];
        if (value === null || value === undefined) appender.appendNull();
        else if (type === "INTEGER") appender.appendInteger(Number(value));
        else if (type === "DOUBLE") appender.appendDouble(Number(value));
        else appender.appendVarchar(String(value));
      }
      appender.endRow();
    }
    appender.flushSync();
    appender.closeSync();
  }

  /** Links near-duplicates: those that share a band are compared by their signatures. */
  async #link(entries: readonly Entry[]): Promise<void> {
    const signed = entries.filter((entry) => entry.signature !== undefined);
    if (signed.length === 0) return;
    await this.#append(
      "signatures",
      [["document", "VARCHAR"], ["signature", "VARCHAR"]],
      signed.map(({ id, signature }) => ({ document: id, signature })),
    );
    const bands = signed.flatMap(({ id, signature }) =>
      bandsOf(readSignature(signature!)).map((hash, band) => ({
        band,
        hash,
        document: id,
      }))
    );
    await this.#append(
      "bands",
      [["band", "INTEGER"], ["hash", "VARCHAR"], ["document", "VARCHAR"]],
      bands,
    );
    const ids = signed.map(({ id }) => `'${id}'`).join(", ");
    const pairs = await this.read<{ a: string; b: string; sa: string; sb: string }>(
      `WITH met AS (
         SELECT fresh.document AS a, other.document AS b, count(*) AS shared
           FROM bands AS fresh
           JOIN bands AS other ON other.band = fresh.band AND other.hash = fresh.hash
          WHERE fresh.document IN (${ids}) AND other.document <> fresh.document
            AND (other.document NOT IN (${ids}) OR other.document < fresh.document)
          GROUP BY fresh.document, other.document),
       nearest AS (
         SELECT *, row_number() OVER (PARTITION BY a ORDER BY shared DESC, b) AS place
           FROM met)
       SELECT a, b, x.signature AS sa, y.signature AS sb FROM nearest
         JOIN signatures AS x ON x.document = a
         JOIN signatures AS y ON y.document = b
        WHERE place <= ${NEAREST}
        ORDER BY a, b`,
    );
    // Each is linked to the one it is most like: the links of many copies make a tree.
    const best = new Map<
      string,
      { document: string; copy_of: string; similarity: number }
    >();
    for (const { a, b, sa, sb } of pairs) {
      const value = similarity(readSignature(sa), readSignature(sb));
      if (value < COPY || value <= (best.get(a)?.similarity ?? 0)) continue;
      best.set(a, { document: a, copy_of: b, similarity: value });
    }
    await this.#append("copies", Object.entries(TABLES.copies), [...best.values()]);
  }

  /** Lets go of the file. */
  close(): void {
    this.#connection.closeSync();
    this.#instance.closeSync();
  }
}
