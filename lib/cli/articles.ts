import { isPartialDate } from "../base/date.ts";
import { shown } from "../base/fault.ts";
import type { ArticleText } from "../extract/extract.ts";
import { linesOf } from "./lines.ts";

/** An article, with what else is known of it, or why there is none. */
export type GivenArticle =
  | {
    readonly id: string;
    readonly article: ArticleText;
    readonly about?: Record<string, unknown>;
  }
  | { readonly id: string; readonly error: string };

/**
 * Reads the articles that the arguments of a task name, one at a time: JSON Lines from
 * standard input (`-`) or from `.jsonl` and `.ndjson` files, others as `deno task read`
 * reads them.
 *
 * @param sources Paths, or `-`.
 */
export async function* articlesOf(
  sources: readonly string[],
): AsyncGenerator<GivenArticle> {
  for (const source of sources) {
    if (source === "-") yield* fromLines(Deno.stdin.readable, "stdin");
    else if (/\.(?:jsonl|ndjson)$/i.test(source)) yield* fromLineFile(source);
    else yield* fromFile(source);
  }
}

async function* fromLineFile(path: string): AsyncGenerator<GivenArticle> {
  let file: Deno.FsFile;
  try {
    file = await Deno.open(path);
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error);
    yield { id: path, error: `${path}: expected a file but found ${found}` };
    return;
  }
  yield* fromLines(file.readable, path);
}

/** Reads a file of any format; what that takes is loaded only here. */
async function* fromFile(path: string): AsyncGenerator<GivenArticle> {
  const [{ fileReader }, { readTextKnowledge }] = await Promise.all([
    import("../text/read.ts"),
    import("./text_knowledge.ts"),
  ]);
  reader ??= readTextKnowledge().then(fileReader);
  const read = await reader;
  for await (const found of read(path)) {
    if ("error" in found) {
      yield { id: found.id, error: found.error };
      continue;
    }
    const { id, text, title, publisher, published, language } = found;
    yield {
      id,
      article: { id, text, published },
      about: { title, publisher, published, language, text },
    };
  }
}

let reader:
  | Promise<ReturnType<typeof import("../text/read.ts").fileReader>>
  | undefined;

async function* fromLines(
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
  name: string,
): AsyncGenerator<GivenArticle> {
  let row = 0;
  for await (const line of linesOf(stream)) {
    row++;
    if (line.trim() !== "") yield parseArticle(line, `${name}:${row}`);
  }
}

function parseArticle(line: string, place: string): GivenArticle {
  const fault = (id: string, expected: string, found: string): GivenArticle => ({
    id,
    error: `${place}: expected ${expected} but found ${found}`,
  });
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return fault(place, "an article as a line of JSON", shown(line.slice(0, 60)));
  }
  if (typeof value !== "object" || value === null) {
    return fault(place, 'an object with "id" and "text"', shown(value));
  }
  const { id, text, published } = value as Record<string, unknown>;
  if (typeof id !== "string" && typeof id !== "number") {
    return fault(place, '"id" to be a text', shown(id));
  }
  if (typeof text !== "string") {
    return fault(String(id), '"text" to be a text', shown(text));
  }
  const dated = typeof published === "string" && published !== "";
  if (dated && !isPartialDate(published)) {
    const expected = '"published" to be a date such as 2021-10-05, 2021-10 or 2021';
    return fault(String(id), expected, shown(published));
  }
  const date = dated ? published : undefined;
  return { id: String(id), article: { id: String(id), text, published: date } };
}
