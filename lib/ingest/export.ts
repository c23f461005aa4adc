import type { Store } from "./store.ts";
import { describeTable, type TableName, TABLES } from "./tables.ts";

/**
 * Writes a store's tables as a data package of Parquet files. The description is put in
 * its place last, at one stroke: whoever opens the corpus sees all of the old tables or
 * all of the new.
 *
 * @param store Where the tables are built.
 * @param folder The corpus.
 */
export async function exportTables(store: Store, folder: string): Promise<void> {
  const before: string[] = [];
  let highest = 0;
  for await (const { name } of Deno.readDir(folder)) {
    const number = /^tables-(\d+)$/.exec(name)?.[1];
    if (number === undefined) continue;
    before.push(name);
    highest = Math.max(highest, Number(number));
  }
  const fresh = `tables-${highest + 1}`;
  await Deno.mkdir(`${folder}/${fresh}`);
  const names = Object.keys(TABLES) as TableName[];
  for (const name of names) {
    const file = `${folder}/${fresh}/${name}.parquet`.replaceAll("'", "''");
    await store.run(
      `COPY (${queryOf(name)}) TO '${file}' (FORMAT parquet, COMPRESSION zstd)`,
    );
  }
  const description = {
    profile: "tabular-data-package",
    name: nameOf(folder),
    version: "0",
    resources: names.map((name) => ({
      profile: "tabular-data-resource",
      format: "parquet",
      ...describeTable(name, `${fresh}/${name}.parquet`),
    })),
  };
  const waiting = `${folder}/datapackage.json.new`;
  await Deno.writeTextFile(waiting, JSON.stringify(description, null, 2) + "\n");
  await Deno.rename(waiting, `${folder}/datapackage.json`);
  for (const name of before) {
    await Deno.remove(`${folder}/${name}`, { recursive: true });
  }
}

/** References without a text complete the articles that they are about. */
function queryOf(name: TableName): string {
  const matched = `SELECT d.id AS document, min(m.id) AS reference
    FROM documents AS d JOIN documents AS m ON m.extent = 'metadata' AND d.extent <> 'metadata'
     AND (m.url = d.url OR lower(m.title) = lower(d.title)) GROUP BY d.id`;
  if (name === "documents") {
    const filled = Object.keys(TABLES.documents).map((column) => {
      if (column === "id" || column === "extent" || column === "text_sha256") {
        return `d."${column}"`;
      }
      if (column === "publisher") {
        return `CASE WHEN d.publisher = 'unknown' THEN coalesce(m.publisher, d.publisher)
                     ELSE d.publisher END AS publisher`;
      }
      if (/^published$|^date_/.test(column)) {
        return `CASE WHEN m.published IS NOT NULL
                      AND (d.published IS NULL OR d.date_basis = 'inferred')
                     THEN m."${column}" ELSE d."${column}" END AS "${column}"`;
      }
      return `coalesce(d."${column}", m."${column}") AS "${column}"`;
    });
    return `WITH matched AS (${matched})
      SELECT ${filled.join(", ")} FROM documents AS d
        LEFT JOIN matched ON matched.document = d.id
        LEFT JOIN documents AS m ON m.id = matched.reference
       WHERE d.id NOT IN (SELECT reference FROM matched) ORDER BY d.id`;
  }
  if (name === "copies") {
    // The later of two is the copy of the earlier.
    const isLater = `(b.id IS NULL
       OR coalesce(a.published, '9999') >= coalesce(b.published, '9999'))`;
    return `SELECT DISTINCT CASE WHEN ${isLater} THEN document ELSE copy_of END AS document,
                   CASE WHEN ${isLater} THEN copy_of ELSE document END AS copy_of, similarity
              FROM copies JOIN documents AS a ON a.id = copies.document
              LEFT JOIN documents AS b ON b.id = copies.copy_of ORDER BY 1, 2`;
  }
  const columns = Object.keys(TABLES[name]);
  const of = columns.includes("document")
    ? `WHERE document NOT IN (SELECT reference FROM (${matched}))`
    : "";
  return `SELECT * FROM ${name} ${of} ORDER BY ${
    columns.slice(0, 3).map((column) => `"${column}"`).join(", ")
  }`;
}

function nameOf(folder: string): string {
  const last = folder.replace(/[\\/]+$/, "").replace(/^.*[\\/]/, "").toLowerCase();
  return last.replace(/[^a-z0-9._-]+/g, "-") || "corpus";
}
