import { stringify } from "@std/csv";
import { readTable } from "../cli/knowledge.ts";
import type { ReadGist } from "./stance_asked.ts";

/** A coded statement as the software reads it. */
export interface Reading extends ReadGist {
  readonly method: string;
}

/** What is added to the number of a statement for its reading, by method. */
const OFFSET: Readonly<Record<string, number>> = { rules: 1000, model: 2000 };

/**
 * Writes the coded statements as the software reads them from their paraphrases, as a table
 * `statements` of its own that can be opened beside `data/`: the same documents, parties
 * and dates, stance and act as read, `method` rules or model, `confidence` the probability
 * of the sign. Statement n of a document has its reading by rules under n + 1000 and by
 * the model under n + 2000.
 *
 * @param readings What was read.
 * @param folder The data package's folder; the table is `readings/statements.csv` in it.
 */
export async function writeReadings(readings: readonly Reading[], folder: URL) {
  const coded = await readTable<Record<string, string>>("statements.csv", folder) ?? [];
  const known = new Map(coded.map((row) => [`${row.document}/${row.n}`, row]));
  const columns = Object.keys(coded[0]);
  const rows = readings.map(({ id, method, stance, act, probabilities }) => {
    const row = known.get(id)!;
    const { negative, neutral, positive } = probabilities;
    const most = Math.max(negative, neutral, positive);
    return {
      ...row,
      document: row.document,
      n: Number(row.n) + OFFSET[method],
      stance,
      act,
      gist: "",
      method,
      confidence: Math.round(most * 1000) / 1000,
    };
  });
  rows.sort((a, b) =>
    a.document === b.document ? a.n - b.n : a.document < b.document ? -1 : 1
  );
  await Deno.mkdir(new URL("readings/", folder), { recursive: true });
  await Deno.writeTextFile(
    new URL("readings/statements.csv", folder),
    stringify(rows, { columns }).replaceAll("\r\n", "\n"),
  );
}
