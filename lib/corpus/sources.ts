import { type Fault, UserError } from "../base/fault.ts";
import { type Engine, quoteName, quoteText } from "./engine.ts";
import {
  type DataPackage,
  hashOf,
  hashOfFile,
  join,
  OWN_DATA,
  readPackage,
} from "./package.ts";
import { type RawTable, readTable } from "./source.ts";

/** A place that a corpus is read from, read but not yet checked. */
export interface Source {
  readonly path: string;
  readonly name: string;
  readonly version: string;
  /** SHA-256 of its tables. */
  readonly hash: string;
  readonly tables: readonly RawTable[];
}

/** Tables about the world rather than about articles: those of Aras complete a user's. */
export const REFERENCE_TABLES: readonly string[] = [
  "publishers",
  "actors",
  "roles",
  "aliases",
  "ambiguous_aliases",
  "events",
];

/** The folder of Aras's own data as a path. */
export function ownFolder(): string {
  if (OWN_DATA.protocol !== "file:") {
    throw new UserError({
      option: "openCorpus path",
      expected: "the path of a data package, since Aras was not loaded from a folder",
      found: "none",
      remedy: "download data/ and give its path",
    });
  }
  return decodeURIComponent(OWN_DATA.pathname);
}

/**
 * Reads a source's tables into the engine.
 *
 * @param engine Where to.
 * @param path A folder with a data package, a folder of CSV or Parquet files named as the
 *   tables, or a `.duckdb` file.
 * @param index Number of the source; names of its raw tables begin with it.
 * @param only Names of the tables to read; all where left out.
 * @throws {UserError} where there is nothing to read.
 */
export async function readSource(
  engine: Engine,
  path: string,
  index: number,
  only?: readonly string[],
): Promise<Source> {
  const info = await stat(path);
  return info.isFile
    ? await attach(engine, path, index, only)
    : await readFolder(engine, path, index, only);
}

async function stat(path: string): Promise<Deno.FileInfo> {
  try {
    const info = await Deno.stat(path);
    if (info.isDirectory || /\.(duckdb|db)$/i.test(path)) return info;
  } catch (error) {
    throw new UserError({
      option: "openCorpus path",
      expected: "a folder or a .duckdb file",
      found: error instanceof Deno.errors.NotFound
        ? `no such file or folder: ${path}`
        : (error as Error).message,
      remedy: "see `deno task ingest --help` for making a corpus of your articles",
    });
  }
  throw new UserError({
    option: "openCorpus path",
    expected: "a folder or a .duckdb file",
    found: path,
    remedy: "make a corpus of it first: deno task ingest FILE… --into FOLDER",
  });
}

async function readFolder(
  engine: Engine,
  folder: string,
  index: number,
  only?: readonly string[],
): Promise<Source> {
  const data = await packageOf(folder);
  const resources = data.resources.filter((r) => only?.includes(r.name) ?? true);
  const tables: RawTable[] = [];
  const faults: Fault[] = [];
  for (const resource of resources) {
    try {
      tables.push(
        await readTable(engine, resource, folder, `aras_raw_${index}_${resource.name}`),
      );
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      faults.push(...error.faults);
    }
  }
  if (faults.length > 0) throw new UserError(faults);
  return {
    path: folder,
    name: data.name,
    version: data.version,
    hash: await hashOf(folder, data.resources),
    tables,
  };
}

/** A folder's data package; one without a description is read by its files' names. */
async function packageOf(folder: string): Promise<DataPackage> {
  const names = new Set<string>();
  for await (const entry of Deno.readDir(folder)) names.add(entry.name);
  if (names.has("datapackage.json")) return await readPackage(folder);
  const own = await readPackage(ownFolder());
  const resources = own.resources.flatMap((resource) => {
    const path = [`${resource.name}.parquet`, `${resource.name}.csv`]
      .find((name) => names.has(name));
    return path === undefined ? [] : [{ ...resource, path }];
  });
  if (resources.length === 0) {
    throw new UserError({
      file: folder,
      expected: "datapackage.json, or tables named as in the design " +
        "(documents.csv, statements.parquet, …)",
      found: `${names.size} files with other names`,
      remedy: "make a corpus of articles first: deno task ingest FOLDER",
    });
  }
  return { name: lastPart(folder), version: "0", resources };
}

async function attach(
  engine: Engine,
  file: string,
  index: number,
  only?: readonly string[],
): Promise<Source> {
  const alias = `aras_file_${index}`;
  await engine.run(`ATTACH ${quoteText(file)} AS ${alias} (READ_ONLY)`);
  const { rows } = await engine.read(
    `SELECT table_name FROM duckdb_tables() WHERE database_name = $alias`,
    { alias },
  );
  const present = new Set(rows.map(([name]) => name));
  const own = await readPackage(ownFolder());
  const tables: RawTable[] = [];
  for (const resource of own.resources) {
    if (!present.has(resource.name) || !(only?.includes(resource.name) ?? true)) {
      continue;
    }
    const raw = `aras_raw_${index}_${resource.name}`;
    await engine.run(
      `CREATE VIEW ${quoteName(raw)} AS SELECT rowid + 1 AS aras_record, *
         FROM ${alias}.${quoteName(resource.name)}`,
    );
    const described = { ...resource, path: `${file}#${resource.name}` };
    tables.push({
      resource: described,
      file: described.path,
      raw,
      faults: [],
      lineOf: (record) => record,
    });
  }
  if (tables.length === 0) {
    throw new UserError({
      file,
      expected:
        "a DuckDB file with the tables of the design (documents, statements, …)",
      found: present.size === 0 ? "no tables" : [...present].join(", "),
    });
  }
  return {
    path: file,
    name: lastPart(file),
    version: "0",
    hash: await hashOfFile(file) ?? "",
    tables,
  };
}

function lastPart(path: string): string {
  return join(path, "").split(/[\\/]/).filter(Boolean).pop() ?? path;
}
