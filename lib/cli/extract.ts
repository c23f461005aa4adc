import { isPartialDate } from "../base/date.ts";
import { shown, UserError } from "../base/fault.ts";
import { type ArticleText, extractor } from "../extract/extract.ts";
import { readKnowledge } from "./knowledge.ts";
import { linesOf, LineWriter } from "./lines.ts";

const USAGE = `deno task extract FILE…|- [--method METHOD]

Reads articles as JSON Lines ({"id", "text", "published"?}; "-" for standard input) or as
text files, and writes what it finds as JSON Lines: first a "documents" line for each
article, then its "mentions", "citations", "quotations" and "statements". Offsets are
UTF-16 code units of the text given.`;

/** An article, or why there is none. */
type Given = { article: ArticleText } | { id: string; error: string };

/** Reads the articles that the arguments name, one at a time. */
async function* articlesOf(sources: readonly string[]): AsyncGenerator<Given> {
  for (const source of sources) {
    if (source === "-") yield* fromLines(Deno.stdin.readable, "stdin");
    else yield* fromFile(source);
  }
}

async function* fromFile(path: string): AsyncGenerator<Given> {
  const id = path.replace(/^.*[/\\]/, "");
  try {
    if (/\.(?:jsonl|ndjson)$/.test(path)) {
      const file = await Deno.open(path);
      yield* fromLines(file.readable, path);
    } else {
      const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true })
        .decode(await Deno.readFile(path));
      yield { article: { id: id.replace(/\..*$/, ""), text } };
    }
  } catch (error) {
    const found = error instanceof TypeError
      ? "bytes that are none; deno task read takes other formats"
      : error instanceof Error
      ? error.message
      : String(error);
    yield { id, error: `${path}: expected a text in UTF-8 but found ${found}` };
  }
}

async function* fromLines(
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
  name: string,
): AsyncGenerator<Given> {
  let row = 0;
  for await (const line of linesOf(stream)) {
    row++;
    if (line.trim() !== "") yield parseArticle(line, name, row);
  }
}

function parseArticle(line: string, name: string, row: number): Given {
  const fault = (id: string, expected: string, found: unknown): Given => ({
    id,
    error: `${name}:${row}: expected ${expected} but found ${shown(found)}`,
  });
  let value: Record<string, unknown>;
  try {
    value = JSON.parse(line);
  } catch {
    return fault(`${name}:${row}`, "an article as JSON", line.slice(0, 60));
  }
  if (typeof value !== "object" || value === null) {
    return fault(`${name}:${row}`, 'an object with "id" and "text"', value);
  }
  const { id, text, published } = value;
  if (typeof id !== "string" && typeof id !== "number") {
    return fault(`${name}:${row}`, '"id" to be a text', id);
  }
  if (typeof text !== "string") return fault(String(id), '"text" to be a text', text);
  const date = typeof published === "string" && isPartialDate(published)
    ? published
    : undefined;
  return { article: { id: String(id), text, published: date } };
}

/** Runs the task; see {@linkcode USAGE}. */
export async function main(args: readonly string[]): Promise<number> {
  const sources: string[] = [];
  let method = "rules";
  for (let i = 0; i < args.length; i++) {
    if (args[i] === "--method") method = args[++i] ?? "";
    else if (args[i] === "--help" || args[i] === "-h") return say(USAGE, 0);
    else if (args[i].startsWith("--")) {
      return say(`extract: expected --method but found ${args[i]}\n\n${USAGE}`, 2);
    } else sources.push(args[i]);
  }
  if (sources.length === 0) return say(USAGE, 2);
  const extract = extractor(await readKnowledge());
  const out = new LineWriter();
  for await (const given of articlesOf(sources)) {
    if ("error" in given) {
      console.error(given.error);
      out.write({ table: "documents", document: given.id, error: given.error });
      continue;
    }
    const { id } = given.article;
    try {
      const found = extract(given.article);
      out.write({ table: "documents", document: id });
      for (const table of ["mentions", "citations", "quotations"] as const) {
        for (const row of found[table]) out.write({ table, document: id, ...row });
      }
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      console.error(`${id}: ${message}`);
      out.write({ table: "documents", document: id, error: message });
    }
  }
  out.flush();
  void method;
  return 0;
}

function say(text: string, code: number): number {
  console.error(text);
  return code;
}

if (import.meta.main) {
  try {
    Deno.exitCode = await main(Deno.args);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    console.error(error.message);
    Deno.exitCode = 1;
  }
}
