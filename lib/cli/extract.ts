import { articlesOf } from "./articles.ts";
import { command, readFileArguments } from "./command.ts";
import { factFinder } from "./fact_finder.ts";
import { LineWriter } from "./lines.ts";

const USAGE = `deno task extract FILE…|- [--method rules|model]

Reads articles, as JSON Lines ({"id", "text", "published"?}; "-" for standard input) or in
any format that deno task read knows, and writes what it finds as JSON Lines: first a
"documents" line for each article, then its mentions, citations, quotations and
statements. Offsets are UTF-16 code units of the text given; of a file, the text that was
read stands in its "documents" line. An article that fails has a line with "error".`;

const TABLES = ["mentions", "citations", "quotations", "statements"] as const;

/** Runs the task; see {@linkcode USAGE}. */
export async function main(args: string[]): Promise<number> {
  const options = { method: { type: "string" } } as const;
  const called = readFileArguments(USAGE, options, "FILE", args);
  if (called === undefined) return 0;
  const findFacts = await factFinder(called.values.method);
  const out = new LineWriter();
  let faults = 0;
  for await (const given of articlesOf(called.positionals)) {
    const { id } = given;
    try {
      if ("error" in given) throw new Error(given.error);
      const { article, about } = given;
      const rows = await findFacts(article);
      out.write({ table: "documents", document: id, ...about });
      for (const table of TABLES) {
        for (const row of rows[table]) out.write({ table, document: id, ...row });
      }
    } catch (error) {
      faults++;
      const message = error instanceof Error ? error.message : String(error);
      console.error("error" in given ? message : `${id}: ${message}`);
      out.write({ table: "documents", document: id, error: message });
    }
  }
  out.flush();
  if (faults > 0) {
    console.error(`${faults} could not be read; each has a line with "error"`);
  }
  return 0;
}

if (import.meta.main) await command(() => main(Deno.args));
