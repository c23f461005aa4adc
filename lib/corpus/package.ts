import { createHash } from "node:crypto";
import { type Fault, UserError } from "../base/fault.ts";

/** A column of a table, as the data package describes it (Frictionless Table Schema). */
export interface Field {
  readonly name: string;
  readonly type: "string" | "integer" | "number" | "boolean" | "date";
  readonly title?: string;
  readonly description?: string;
  readonly constraints?: {
    readonly required?: boolean;
    readonly unique?: boolean;
    readonly enum?: readonly (string | number)[];
    readonly pattern?: string;
    readonly minimum?: number | string;
    readonly maximum?: number | string;
    readonly minLength?: number;
    readonly maxLength?: number;
  };
  /** `partial-date`: a day, month or year, kept as it was written. */
  readonly "aras:type"?: "partial-date";
  /** Separator of a cell that holds several values. */
  readonly "aras:list"?: string;
  /** What each value of a list must be a key of. */
  readonly "aras:foreignKey"?: { readonly resource: string; readonly field: string };
}

/** A reference from columns of one table to columns of another. */
export interface ForeignKey {
  readonly fields: string | readonly string[];
  readonly reference: {
    readonly resource: string;
    readonly fields: string | readonly string[];
  };
}

/** The columns, keys and references of a table. */
export interface Schema {
  readonly fields: readonly Field[];
  readonly primaryKey?: string | readonly string[];
  readonly foreignKeys?: readonly ForeignKey[];
  /** References that hold only where all their columns are filled. */
  readonly "aras:foreignKeys"?: readonly ForeignKey[];
}

/** A table of a data package: its name, its file and its schema. */
export interface Resource {
  readonly name: string;
  readonly path: string;
  readonly title?: string;
  readonly description?: string;
  /** `sha256:` and the digest of the file. */
  readonly hash?: string;
  /**
   * What a table is for that no measure asks: `extraction` (names, cues and rules by which
   * texts are read) or `judgement` (how good the measurement is). Such a table does not
   * count in the hash that a figure carries, since the figure does not depend on it.
   */
  readonly "aras:use"?: "extraction" | "judgement";
  readonly schema: Schema;
}

/** A Frictionless data package: what `datapackage.json` says. */
export interface DataPackage {
  readonly name: string;
  readonly version: string;
  readonly title?: string;
  readonly resources: readonly Resource[];
}

/** The folder of the data that comes with Aras. */
export const OWN_DATA: URL = new URL("../../data/", import.meta.url);

/**
 * Reads `datapackage.json` of a folder and checks that it is one.
 *
 * @param folder The folder's path, ending in a slash or not.
 * @returns The package; only its tabular resources, those with a schema.
 * @throws {UserError} where the file is missing, is no JSON or lacks what is needed.
 */
export async function readPackage(folder: string): Promise<DataPackage> {
  const file = join(folder, "datapackage.json");
  const found = JSON.parse(await readJson(file)) as Partial<DataPackage>;
  const faults: Fault[] = [];
  if (typeof found !== "object" || found === null || !Array.isArray(found.resources)) {
    throw new UserError({
      file,
      column: "resources",
      expected: "a list of tables",
      found: typeof found?.resources === "undefined" ? "none" : typeof found.resources,
      remedy: "see https://specs.frictionlessdata.io/data-package/",
    });
  }
  found.resources.forEach((resource, i) => {
    for (const part of ["name", "path"] as const) {
      if (typeof resource?.[part] !== "string") {
        faults.push({
          file,
          column: `resources[${i}].${part}`,
          expected: "a text",
          found: JSON.stringify(resource?.[part]) ?? "nothing",
        });
      }
    }
    if (typeof resource?.path === "string" && !isInside(resource.path)) {
      faults.push({
        file,
        column: `resources[${i}].path`,
        expected: "a path inside the package's folder",
        found: JSON.stringify(resource.path),
      });
    }
    if (resource?.schema !== undefined && !Array.isArray(resource.schema.fields)) {
      faults.push({
        file,
        column: `resources[${i}].schema.fields`,
        expected: "a list of columns",
        found: JSON.stringify(resource.schema.fields) ?? "nothing",
      });
    }
  });
  if (faults.length > 0) throw new UserError(faults);
  return {
    name: found.name ?? "unnamed",
    version: found.version ?? "0",
    title: found.title,
    resources: found.resources.filter((resource) => resource.schema !== undefined),
  };
}

async function readJson(file: string): Promise<string> {
  let text: string;
  try {
    text = await Deno.readTextFile(file);
  } catch (error) {
    throw new UserError({
      file,
      expected: "the description of a data package",
      found: error instanceof Deno.errors.NotFound
        ? "no such file"
        : (error as Error).message,
      remedy: "name a folder that holds datapackage.json, a .duckdb file, or no folder",
    });
  }
  try {
    JSON.parse(text);
  } catch (error) {
    throw new UserError({
      file,
      expected: "JSON",
      found: (error as Error).message,
    });
  }
  return text;
}

/**
 * The SHA-256 of the tables that measures ask, in the order of their names: 64 hexadecimal
 * digits that name the data a figure was made from. Line ends count, as part of the file.
 *
 * @param folder Where the package lies.
 * @param resources Its tables; files that are missing are passed over.
 */
export async function hashOf(
  folder: string,
  resources: readonly Resource[],
): Promise<string> {
  const whole = createHash("sha256");
  for (
    const { name, path } of [...resources].sort((a, b) => a.name < b.name ? -1 : 1)
  ) {
    const digest = await hashOfFile(join(folder, path));
    if (digest !== undefined) whole.update(`${name} ${digest}\n`);
  }
  return whole.digest("hex");
}

/** The SHA-256 of a file, read in pieces; `undefined` where there is none. */
export async function hashOfFile(file: string): Promise<string | undefined> {
  let opened: Deno.FsFile;
  try {
    opened = await Deno.open(file);
  } catch {
    return undefined;
  }
  const hash = createHash("sha256");
  for await (const piece of opened.readable) hash.update(piece);
  return hash.digest("hex");
}

/** Columns of a key, which may be given as one name or as several. */
export function columnsOf(key: string | readonly string[] | undefined): string[] {
  return key === undefined ? [] : typeof key === "string" ? [key] : [...key];
}

/** A path within a folder. */
export function join(folder: string, name: string): string {
  return folder.endsWith("/") ? folder + name : `${folder}/${name}`;
}

function isInside(path: string): boolean {
  return !path.startsWith("/") && !path.split(/[\\/]/).includes("..") &&
    !/^[a-z]+:/i.test(path);
}
