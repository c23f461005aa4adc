import { type Fault, UserError } from "../base/fault.ts";
import { csvRecords } from "./csv_records.ts";
import { type Engine, quoteName, quoteText } from "./engine.ts";
import { join, type Resource } from "./package.ts";

/** A table of one source, read as it was written, before anything in it is checked. */
export interface RawTable {
  readonly resource: Resource;
  /** The file that faults name. */
  readonly file: string;
  /** Name of the raw table or view in the engine: its columns and `aras_record`. */
  readonly raw: string;
  /** Faults of the file's form: header, rows of another length, open quotes, encoding. */
  readonly faults: Fault[];
  /** Turns a record's number (from 1) into the line that it starts on. */
  lineOf(record: number): number;
}

/** The longest CSV text that is walked again to find the lines of faults: 256 MiB. */
const WALKED = 2 ** 28;

/**
 * Reads one table of a package into the engine: CSV wholly as text, Parquet as it is.
 *
 * @param engine Where to.
 * @param resource The table.
 * @param folder The package's folder.
 * @param raw Name to give it in the engine.
 */
export function readTable(
  engine: Engine,
  resource: Resource,
  folder: string,
  raw: string,
): Promise<RawTable> {
  const file = join(folder, resource.path);
  return /\.parquet$/i.test(file)
    ? readParquet(engine, resource, file, raw)
    : readCsv(engine, resource, file, raw);
}

async function readParquet(
  engine: Engine,
  resource: Resource,
  file: string,
  raw: string,
): Promise<RawTable> {
  await engine.run(
    `CREATE VIEW ${quoteName(raw)} AS SELECT *, file_row_number + 1 AS aras_record
       FROM read_parquet(${quoteText(file)}, file_row_number = true)`,
  );
  const { columns } = await engine.read(`SELECT * FROM ${quoteName(raw)} LIMIT 0`);
  const faults = headerFaults(
    file,
    columns.filter((name) => name !== "aras_record" && name !== "file_row_number"),
    resource,
  );
  return { resource, file, raw, faults, lineOf: (record) => record };
}

async function readCsv(
  engine: Engine,
  resource: Resource,
  file: string,
  raw: string,
): Promise<RawTable> {
  const header = await headerOf(file);
  const faults = headerFaults(file, header, resource);
  const columns = header.map((name) => `${quoteText(name)}: 'VARCHAR'`).join(", ");
  if (faults.length > 0) return { resource, file, raw, faults, lineOf: (r) => r + 1 };
  await engine.run(
    `CREATE TABLE ${quoteName(raw)} AS
       SELECT row_number() OVER () AS aras_record, *
       FROM read_csv(${quoteText(file)}, auto_detect = false, header = true,
         delim = ',', quote = '"', escape = '"', columns = {${columns}},
         max_line_size = 16777216, store_rejects = true, rejects_limit = 0)`,
  );
  const rejected = await engine.read(
    `SELECT line, error_type, error_message, column_name FROM reject_errors
      ORDER BY line, column_idx`,
  );
  const lines = new Set<number>();
  for (const [line, kind, message] of rejected.rows) {
    if (lines.has(line as number)) continue;
    lines.add(line as number);
    faults.push({
      file,
      row: line as number,
      ...formFault(String(kind), String(message), header.length),
    });
  }
  if (rejected.rows.length > 0) {
    await engine.run("DELETE FROM reject_errors; DELETE FROM reject_scans");
  }
  return { resource, file, raw, faults, lineOf: lineFinder(file, lines) };
}

function formFault(kind: string, message: string, width: number) {
  const found = /Found: (\d+)/.exec(message)?.[1];
  if (kind.endsWith("COLUMNS")) {
    return { expected: `${width} cells`, found: found ?? kind.toLowerCase() };
  }
  if (kind === "UNQUOTED VALUE") {
    return {
      expected: "quotes in pairs",
      found: "a quoted cell that does not end where it should",
      remedy: 'write a quote inside a quoted cell twice: ""',
    };
  }
  return kind === "INVALID ENCODING" || kind === "INVALID UNICODE"
    ? {
      expected: "UTF-8",
      found: "bytes that are not",
      remedy: "save the file as UTF-8",
    }
    : { expected: "a row of CSV", found: message.split("\n")[0] };
}

/** Reads the names in a CSV file's first line. */
async function headerOf(file: string): Promise<string[]> {
  let start: string;
  try {
    const opened = await Deno.open(file);
    const buffer = new Uint8Array(65536);
    const length = await opened.read(buffer) ?? 0;
    opened.close();
    start = new TextDecoder().decode(buffer.subarray(0, length));
  } catch (error) {
    throw new UserError({
      file,
      expected: "the table that datapackage.json names",
      found: error instanceof Deno.errors.NotFound
        ? "no such file"
        : (error as Error).message,
    });
  }
  const line = start.replace(/^\uFEFF/, "").split(/\r?\n/, 1)[0];
  return line === ""
    ? []
    : line.split(",").map((name) => name.replace(/^"(.*)"$/, "$1").trim());
}

function headerFaults(file: string, header: string[], resource: Resource): Fault[] {
  const known = resource.schema.fields.map((field) => field.name);
  const faults: Fault[] = [];
  const fault = (expected: string, found: string, remedy?: string) =>
    faults.push({ file, row: 1, expected, found, remedy });
  for (const name of known) {
    if (!header.includes(name)) {
      fault(`the column ${name}`, `only ${header.join(", ") || "an empty file"}`);
    }
  }
  for (const name of new Set(header)) {
    if (header.indexOf(name) !== header.lastIndexOf(name)) {
      fault("each column once", `${JSON.stringify(name)} more than once`);
    }
    if (!known.includes(name)) {
      fault(
        "columns that datapackage.json describes",
        JSON.stringify(name),
        "describe it there or leave it out",
      );
    }
  }
  return faults;
}

/** Finds lines only when they are asked for: a table without faults is not walked. */
function lineFinder(file: string, rejected: Set<number>): (record: number) => number {
  let lines: number[] | undefined;
  return (record) => {
    if (lines === undefined) {
      const small = Deno.statSync(file).size <= WALKED;
      lines = small
        ? csvRecords(Deno.readTextFileSync(file)).slice(1)
          .map(({ line }) => line).filter((line) => !rejected.has(line))
        : [];
    }
    return lines[record - 1] ?? record + 1;
  };
}
