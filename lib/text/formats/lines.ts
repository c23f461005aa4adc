import { CsvParseStream } from "@std/csv";
import { shown, UserError } from "../../base/fault.ts";
import { decode } from "../encoding.ts";
import { fileFault, LARGEST_TEXT, openStream, readBytes } from "./bytes.ts";
import { type ColumnChoice, type Fields, fieldsOf, hasText } from "./columns.ts";
import { baseName, type Source, type Unread } from "./source.ts";

/** The longest line of JSON Lines that is read, in characters. */
const LONGEST = LARGEST_TEXT;

/**
 * Reads the articles of a file of JSON Lines one at a time.
 *
 * @param path The file; packed with gzip or not.
 * @param choice Which field holds the text, where its name does not tell.
 */
export async function* readJsonLines(
  path: string,
  choice: ColumnChoice = {},
): AsyncGenerator<Source | Unread> {
  const name = baseName(path);
  let row = 0;
  try {
    const { stream, encoding, basis } = await textStream(path);
    for await (const line of linesOf(stream)) {
      row++;
      if (line.trim() === "") continue;
      yield parseLine(line, { path, name, row, encoding, basis, choice });
    }
  } catch (error) {
    yield { id: name, error: `${fileFault(path, error).message} after line ${row}` };
  }
  if (row === 0) yield { id: name, error: `${path}: expected articles but found none` };
}

interface Place {
  readonly path: string;
  readonly name: string;
  readonly row: number;
  readonly encoding: string;
  readonly basis: string;
  readonly choice: ColumnChoice;
}

function parseLine(line: string, place: Place): Source | Unread {
  const { path, name, row } = place;
  const fault = (expected: string, found: string): Unread => ({
    id: `${name}-${row}`,
    error: `${path}:${row}: expected ${expected} but found ${found}`,
  });
  if (line.length > LONGEST) return fault("a line of at most 32 MiB", "a longer one");
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return fault("an article as JSON", shown(line.slice(0, 60)));
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return fault("an object", shown(value));
  }
  const fields = fieldsOf(value as Record<string, unknown>, place.choice);
  if (fields.text === undefined && fields.html === undefined) {
    const names = Object.keys(value).join(", ") || "no fields";
    return fault(`a field ${place.choice.text ?? "text"}`, names);
  }
  return sourceOf(fields, place, "jsonl");
}

function sourceOf(
  { id, text, html, ...stated }: Fields,
  { name, row, encoding, basis }: Place,
  format: "jsonl" | "csv",
): Source {
  return {
    id: id ?? `${name}-${row}`,
    format,
    encoding,
    basis,
    notes: (text ?? html ?? "").includes("\ufffd")
      ? ['some characters could not be read and stand as "\ufffd"']
      : [],
    stated,
    ...(text === undefined ? { html } : { text }),
  };
}

/**
 * Reads the articles of a CSV file (RFC 4180; comma, semicolon or tab) one at a time.
 *
 * @param path The file; packed with gzip or not.
 * @param choice Which column holds the text, where its name does not tell.
 */
export async function* readCsvArticles(
  path: string,
  choice: ColumnChoice = {},
): AsyncGenerator<Source | Unread> {
  const name = baseName(path);
  let row = 1;
  try {
    const { stream, encoding, basis, head } = await textStream(path);
    const separator = separatorOf(head);
    let header: string[] | undefined;
    const records = stream.pipeThrough(
      new CsvParseStream({ separator, lazyQuotes: false, fieldsPerRecord: -1 }),
    ) as unknown as ReadableStream<string[]>;
    for await (const cells of records) {
      if (header === undefined) {
        header = cells;
        checkHeader(path, header, choice);
        continue;
      }
      row++;
      const cellsOf = Object.fromEntries(header.map((column, i) => [column, cells[i]]));
      const fields = fieldsOf(cellsOf, choice);
      if (fields.text === undefined && fields.html === undefined) {
        yield {
          id: fields.id ?? `${name}-${row}`,
          error: `${path}: record ${row}: expected a text but found an empty cell`,
        };
      } else {
        yield sourceOf(fields, { path, name, row, encoding, basis, choice }, "csv");
      }
    }
  } catch (error) {
    const message = error instanceof UserError
      ? error.message
      : `${path}: expected CSV after record ${row} but found ${
        (error as Error).message
      }`;
    yield { id: name, error: message.split("\n")[0] };
  }
}

function checkHeader(path: string, header: string[], choice: ColumnChoice): void {
  const isThere = choice.text === undefined
    ? hasText(header)
    : header.includes(choice.text);
  if (isThere) return;
  throw new UserError({
    file: path,
    row: 1,
    expected: `a column ${choice.text ?? "text"}`,
    found: header.join(", "),
    remedy: "name the column that holds the texts: --text-column NAME",
  });
}

/** Comma, semicolon or tab: the most frequent of them in the first line. */
function separatorOf(head: string): string {
  const line = head.split(/\r?\n/, 1)[0];
  const count = (mark: string) => line.split(mark).length;
  return [",", ";", "\t"].reduce((a, b) => count(b) > count(a) ? b : a);
}

interface TextStream {
  readonly stream: ReadableStream<string>;
  readonly encoding: string;
  readonly basis: string;
  /** The first part of the text. */
  readonly head: string;
}

/** Streams a file of UTF-8; another encoding is decoded whole. */
async function textStream(path: string): Promise<TextStream> {
  let head = new Uint8Array(0);
  for await (const part of await openStream(path)) {
    head = part.slice(0, 1 << 16);
    break;
  }
  const isMarked = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf;
  const start = decodable(head);
  if (start !== undefined) {
    const stream = (await openStream(path)).pipeThrough(new TextDecoderStream());
    const basis = isMarked ? "bom" : "valid utf-8";
    return { stream, encoding: "utf-8", basis, head: start };
  }
  const { text, encoding, basis } = decode(await readBytes(path), { file: path });
  return { stream: ReadableStream.from([text]), encoding, basis, head: text };
}

/** The start of a file as UTF-8; a character may be cut at its end. */
function decodable(head: Uint8Array): string | undefined {
  if (head.includes(0)) return undefined;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(head, { stream: true });
  } catch {
    return undefined;
  }
}

async function* linesOf(stream: ReadableStream<string>): AsyncGenerator<string> {
  let parts: string[] = [];
  for await (const chunk of stream) {
    let from = 0;
    for (let at = chunk.indexOf("\n"); at >= 0; at = chunk.indexOf("\n", from)) {
      parts.push(chunk.slice(from, at));
      yield parts.join("");
      parts = [];
      from = at + 1;
    }
    if (from < chunk.length) parts.push(chunk.slice(from));
  }
  if (parts.length > 0) yield parts.join("");
}
