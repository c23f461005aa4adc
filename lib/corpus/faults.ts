import { type Fault, UserError } from "../base/fault.ts";
import { Engine, quoteName } from "./engine.ts";
import { columnsOf, hashOfFile } from "./package.ts";
import type { RawTable } from "./source.ts";
import { ownFolder, readSource, REFERENCE_TABLES } from "./sources.ts";
import { checkReferences, checkTable } from "./validate.ts";

/**
 * Lists every fault of a data package, corpus folder or `.duckdb` file.
 *
 * @param path Where it is; Aras's own `data/` where left out.
 * @returns The faults, none where all is well, and the rows of each table.
 *
 * @example
 * ```ts
 * import { listFaults } from "aras";
 * import { assertEquals } from "@std/assert";
 *
 * const { faults } = await listFaults();
 * assertEquals(faults, []);
 * ```
 */
export async function listFaults(
  path?: string,
): Promise<{ faults: Fault[]; rows: Map<string, number> }> {
  const engine = await Engine.start();
  const rows = new Map<string, number>();
  try {
    const own = ownFolder();
    const source = await readSource(engine, path ?? own, 0);
    const known = path === undefined
      ? []
      : (await readSource(engine, own, 1, REFERENCE_TABLES)).tables;
    for (const { resource, raw, faults } of source.tables) {
      if (faults.some((fault) => fault.row === 1)) continue;
      const { rows: [[n]] } = await engine.read(
        `SELECT count(*) FROM ${quoteName(raw)}`,
      );
      rows.set(resource.name, n as number);
    }
    const faults = await faultsOf(engine, source.tables, known);
    return { faults: inOrder([...faults, ...await changedFiles(source.tables)]), rows };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { faults: [...error.faults], rows };
  } finally {
    engine.close();
  }
}

/** Files that are not those which the package was described with. */
async function changedFiles(tables: readonly RawTable[]): Promise<Fault[]> {
  const faults: Fault[] = [];
  for (const { file, resource: { hash } } of tables) {
    const found = hash === undefined ? undefined : `sha256:${await hashOfFile(file)}`;
    if (found === hash) continue;
    faults.push({
      file,
      expected: `the file of ${hash}`,
      found: `${found}`,
      remedy: "a change of data is a new version: renew hash, bytes and version in " +
        "datapackage.json and say there or in the datasheet what changed",
    });
  }
  return faults;
}

/**
 * Lists everything that is wrong with tables that were read: their form, each alone, then
 * what refers from one to another, then keys that two sources use for different things.
 *
 * @param engine Where the raw tables are.
 * @param tables All of the corpus.
 * @param known Tables that are known to be right, which the others may refer to.
 * @returns Faults in the order of file and line.
 */
export async function faultsOf(
  engine: Engine,
  tables: readonly RawTable[],
  known: readonly RawTable[] = [],
): Promise<Fault[]> {
  const faults: Fault[] = tables.flatMap((table) => table.faults);
  for (const table of tables) faults.push(...await checkTable(engine, table));
  const readable = tables.filter((t) => !t.faults.some((fault) => fault.row === 1));
  const keysOf = (resource: string) =>
    [...readable, ...known].filter((t) => t.resource.name === resource).map((t) =>
      t.raw
    );
  for (const table of readable) {
    faults.push(...await checkReferences(engine, table, keysOf));
  }
  faults.push(...await clashes(engine, readable));
  return inOrder(faults);
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

/** Faults by file, then by line. */
export function inOrder(faults: readonly Fault[]): Fault[] {
  const order = (a: string, b: string) => a < b ? -1 : a > b ? 1 : 0;
  return [...faults].sort((a, b) =>
    order(a.file ?? "", b.file ?? "") || (a.row ?? Infinity) - (b.row ?? Infinity) || 0
  );
}

/** `1 fault`, `2 faults`. */
export function summaryOf(faults: readonly Fault[]): string {
  return `${faults.length} ${faults.length === 1 ? "fault" : "faults"}`;
}
