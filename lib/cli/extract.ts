import { shown, UserError } from "../base/fault.ts";
import { type Extracted, extractor, statementOptions } from "../extract/extract.ts";
import type { StatementOptions } from "../extract/statements.ts";
import { extractStatementsByModel } from "../extract/statements.ts";
import type { StanceModel } from "../extract/stance/model.ts";
import { articlesOf } from "./articles.ts";
import { command, readArguments } from "./command.ts";
import { readKnowledge } from "./knowledge.ts";
import { LineWriter } from "./lines.ts";
import { openStanceModel, readLexicon } from "../corpus/stance.ts";

const USAGE = `deno task extract FILE…|- [--method rules|model]

Reads articles, as JSON Lines ({"id", "text", "published"?}; "-" for standard input) or in
any format that deno task read knows, and writes what it finds as JSON Lines: first a
"documents" line for each article, then its mentions, citations, quotations and
statements. Offsets are UTF-16 code units of the text given; of a file, the text that was
read stands in its "documents" line. An article that fails has a line with "error".`;

const TABLES = ["mentions", "citations", "quotations", "statements"] as const;

/** Runs the task; see {@linkcode USAGE}. */
export async function main(args: string[]): Promise<number> {
  const { values, positionals } = readArguments(USAGE, {
    method: { type: "string" },
    help: { type: "boolean", short: "h" },
  }, args);
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  if (positionals.length === 0) {
    throw new UserError({ option: "FILE", expected: USAGE, found: "no file" });
  }
  const statementsOf = statementFinder(values.method ?? "rules");
  const [knowledge, lexicon] = await Promise.all([readKnowledge(), readLexicon()]);
  const extract = extractor(knowledge, lexicon);
  const options = statementOptions(knowledge, lexicon);
  const out = new LineWriter();
  let faults = 0;
  for await (const given of articlesOf(positionals)) {
    const { id } = given;
    try {
      if ("error" in given) throw new Error(given.error);
      const { article, about } = given;
      const found = extract(article);
      const rows = { ...found, statements: await statementsOf(found, options) };
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

type StatementFinder = (
  found: Extracted,
  options: StatementOptions,
) => Promise<Extracted["statements"]>;

/** Finds statements by a method; where the model cannot be run, the rules answer. */
function statementFinder(method: string): StatementFinder {
  if (method !== "rules" && method !== "model") {
    throw new UserError({
      option: "method",
      expected: "rules or model",
      found: shown(method),
    });
  }
  if (method === "rules") return (found) => Promise.resolve(found.statements);
  let model: Promise<StanceModel | undefined> | undefined;
  return async (found, options) => {
    const loaded = await (model ??= openStanceModel());
    return loaded === undefined
      ? found.statements
      : await extractStatementsByModel(found, options, loaded);
  };
}

if (import.meta.main) await command(() => main(Deno.args));
