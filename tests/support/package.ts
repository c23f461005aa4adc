import { join } from "@std/path";
import type { DataPackage, Resource } from "../../lib/corpus/package.ts";

/** Rows of a table, cells as they are to stand in the file. */
export type Rows = readonly Record<string, string | number | null | undefined>[];

const own = JSON.parse(
  Deno.readTextFileSync(new URL("../../data/datapackage.json", import.meta.url)),
) as DataPackage;

/** Cells that a table must have and a test need not name. */
const FILLED: Record<string, Record<string, string>> = {
  documents: {
    publisher: "paper",
    published: "2021-05-01",
    date_precision: "day",
    date_basis: "text",
    language: "en",
    genre: "news",
    gist: "Two sides meet.",
    extent: "opening",
    coder: "a",
  },
  publishers: {
    name: "The Paper",
    country: "IRN",
    audience: "IRN",
    kind: "independent",
    language: "en",
  },
  actors: { name: "Someone", type: "person" },
  mentions: { kind: "unspecified", method: "coded" },
  citations: { method: "coded" },
  reliability: { design: "blind", found_by: "both" },
  statements: {
    n: "1",
    issue: "other",
    act: "SUPPORT",
    stance: "0",
    date: "2021-05-01",
    date_precision: "day",
    voice: "reported",
    gist: "Says so.",
    method: "coded",
  },
};

/** The states and one outlet, so that a test names only what it is about. */
export const WORLD: Record<string, Rows> = {
  actors: [
    { id: "irn", name: "Iran", type: "state", country: "IRN", official: "yes" },
    { id: "aze", name: "Azerbaijan", type: "state", country: "AZE", official: "yes" },
    { id: "arm", name: "Armenia", type: "state", country: "ARM", official: "yes" },
    { id: "khamenei", name: "Ali Khamenei", country: "IRN", official: "yes" },
    { id: "analyst", name: "An Analyst", country: "IRN", official: "no" },
    { id: "paper", name: "The Paper", type: "outlet", country: "IRN" },
    { id: "gazette", name: "The Gazette", type: "outlet", country: "AZE" },
  ],
  publishers: [
    { id: "paper" },
    {
      id: "gazette",
      name: "The Gazette",
      country: "AZE",
      audience: "AZE",
      kind: "state",
    },
  ],
};

/**
 * Writes a small data package to a folder of its own.
 *
 * @param tables Rows by table; cells that must be filled and are not named are filled.
 * @returns The folder, and how to remove it.
 */
export async function smallPackage(
  tables: Record<string, Rows>,
): Promise<{ folder: string; remove: () => Promise<void> }> {
  const folder = await Deno.makeTempDir({ prefix: "aras-test-" });
  const resources: Resource[] = [];
  for (const resource of own.resources) {
    const rows = tables[resource.name] ?? WORLD[resource.name];
    if (rows === undefined) continue;
    resources.push({
      name: resource.name,
      path: resource.path,
      schema: resource.schema,
    });
    const names = resource.schema.fields.map((field) => field.name);
    const lines = rows.map((row) => {
      const all: Record<string, unknown> = { ...FILLED[resource.name], ...row };
      return names.map((name) => csvCell(all[name] ?? "")).join(",");
    });
    await Deno.writeTextFile(
      join(folder, resource.path),
      [names.join(","), ...lines].map((line) => `${line}\n`).join(""),
    );
  }
  await Deno.writeTextFile(
    join(folder, "datapackage.json"),
    JSON.stringify({ name: "small", version: "1.0.0", resources }),
  );
  return { folder, remove: () => Deno.remove(folder, { recursive: true }) };
}

function csvCell(value: unknown): string {
  const text = String(value);
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
