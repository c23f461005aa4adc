import {
  BIGINT,
  BOOLEAN,
  DOUBLE,
  type DuckDBConnection,
  DuckDBInstance,
  type DuckDBType,
  type DuckDBValue,
  VARCHAR,
} from "@duckdb/node-api";
import { UserError } from "../base/fault.ts";

/** What a cell of a result can be: numbers as numbers, dates as written, lists as arrays. */
export type Value = string | number | boolean | null | Value[] | {
  [key: string]: Value;
};

/** Values for the `$name` parameters of a query. */
export type Parameters = Readonly<
  Record<string, string | number | boolean | bigint | null>
>;

/** A result: column names in order, and each row's cells in that order. */
export interface Result {
  readonly columns: string[];
  readonly rows: Value[][];
}

/**
 * The SQL engine under a corpus: DuckDB, in the process, in memory; files are attached to
 * it. It hands over plain JavaScript values, converted here and nowhere else.
 */
export class Engine {
  #instance: DuckDBInstance;
  #connection: DuckDBConnection;

  private constructor(instance: DuckDBInstance, connection: DuckDBConnection) {
    this.#instance = instance;
    this.#connection = connection;
  }

  /** Starts an engine with nothing in it. */
  static async start(): Promise<Engine> {
    const instance = await DuckDBInstance.create(":memory:");
    return new Engine(instance, await instance.connect());
  }

  /** Runs statements that return nothing. */
  async run(sql: string): Promise<void> {
    await this.#connection.run(sql);
  }

  /**
   * Runs a query.
   *
   * @param sql One SELECT with `$name` parameters.
   * @param parameters A value for each; whole numbers are bound as integers.
   * @throws {UserError} with DuckDB's own message, which points into the query.
   */
  async read(sql: string, parameters: Parameters = {}): Promise<Result> {
    const used = Object.entries(parameters).filter(([name]) =>
      new RegExp(`\\$${name}\\b`).test(sql)
    );
    const types = Object.fromEntries(used.map(([name, v]) => [name, typeFor(v)]));
    const values = Object.fromEntries(
      used.map((
        [name, v],
      ) => [name, (Number.isInteger(v) ? BigInt(v as number) : v) as DuckDBValue]),
    );
    try {
      const reader = await this.#connection.runAndReadAll(sql, values, types);
      return {
        columns: reader.columnNames(),
        rows: reader.getRowsJS().map((row) => row.map(plain)),
      };
    } catch (error) {
      throw new UserError({
        file: "SQL",
        expected: "a query that DuckDB can run",
        found: (error as Error).message.trim(),
      });
    }
  }

  /** Lets go of the engine's memory and of every file that it holds open. */
  close(): void {
    this.#connection.closeSync();
    this.#instance.closeSync();
  }
}

function typeFor(value: Parameters[string]): DuckDBType {
  if (typeof value === "string" || value === null) return VARCHAR;
  if (typeof value === "boolean") return BOOLEAN;
  return typeof value === "bigint" || Number.isInteger(value) ? BIGINT : DOUBLE;
}

/** DuckDB's value as a plain one: a whole number that fits is a number, else a text. */
function plain(value: unknown): Value {
  if (typeof value === "bigint") {
    const number = Number(value);
    return Number.isSafeInteger(number) ? number : String(value);
  }
  if (value === null || value === undefined) return null;
  if (value instanceof Date) {
    const text = value.toISOString();
    return text.endsWith("T00:00:00.000Z") ? text.slice(0, 10) : text;
  }
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value === "object") {
    return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, plain(v)]));
  }
  return value as Value;
}

/** Quotes a name for SQL. */
export function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** Quotes a text for SQL, for the places where no parameter can stand (file names). */
export function quoteText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
