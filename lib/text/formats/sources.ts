import { extractYaml, test as hasFrontMatter } from "@std/front-matter";
import { UserError } from "../../base/fault.ts";
import { declaredInHtml, decode, type Decoded } from "../encoding.ts";
import { checkTextSize, fileFault, readBytes } from "./bytes.ts";
import { type ColumnChoice, fieldsOf } from "./columns.ts";
import { readCsvArticles, readJsonLines } from "./lines.ts";
import {
  baseName,
  type Format,
  formatOfBytes,
  formatOfName,
  type Source,
  type Unread,
} from "./source.ts";

/** How a file is read. */
export interface SourceOptions extends ColumnChoice {
  /** Its format, where neither its name nor its first bytes tell. */
  readonly format?: Format;
  /** Its encoding, where a user knows it. */
  readonly encoding?: string;
}

/**
 * Reads what articles a file holds, one at a time, in whatever format. What cannot be
 * read is one item with one line that says why; the rest goes on.
 *
 * @param path The file.
 * @param options What a user knows of it.
 * @returns Articles before cleaning, and parts that could not be read.
 */
export async function* sourcesOf(
  path: string,
  options: SourceOptions = {},
): AsyncGenerator<Source | Unread> {
  const named = options.format ?? formatOfName(path);
  if (named === "jsonl") return yield* readJsonLines(path, options);
  if (named === "csv") return yield* readCsvArticles(path, options);
  if (named === "warc") {
    const { readWarc } = await import("./warc.ts");
    return yield* readWarc(path);
  }
  try {
    yield* await readWhole(path, await readBytes(path), named, options);
  } catch (error) {
    yield { id: baseName(path), error: fileFault(path, error).message.split("\n")[0] };
  }
}

/** Reads a file that is at hand whole. */
async function readWhole(
  path: string,
  bytes: Uint8Array,
  named: Format | undefined,
  options: SourceOptions,
): Promise<Source[]> {
  const id = baseName(path);
  const format = options.format ?? formatOfBytes(bytes) ?? named ?? "text";
  if (format === "pdf") {
    // Loaded when there is one to read: pdf.js is large.
    const { readPdf } = await import("./pdf.ts");
    const pdf = await readPdf(bytes, path);
    return [{ id, format, encoding: "", basis: "format", notes: [], ...pdf }];
  }
  if (format === "docx") {
    const { readDocx } = await import("./docx.ts");
    const html = await readDocx(bytes, path);
    return [{ id, format, encoding: "", basis: "format", notes: [], stated: {}, html }];
  }
  checkTextSize(bytes, path);
  const declared = options.encoding ??
    (format === "html" ? declaredInHtml(bytes) : undefined);
  const decoded = decode(bytes, { declared, file: path });
  if (decoded.text.trim() === "") {
    throw new UserError({
      file: path,
      expected: "an article",
      found: "white space alone",
    });
  }
  if (format === "ris" || format === "bibtex" || format === "csl-json") {
    const { readReferences } = await import("./references.ts");
    return readReferences(decoded.text, format, path).map(({ id: key, stated }) => ({
      ...common(`${id}-${key}`, format, decoded),
      stated,
    }));
  }
  const source = common(id, format, decoded);
  if (format === "html") return [{ ...source, html: decoded.text }];
  return [
    format === "markdown" ? markdown(source, decoded.text, path) : {
      ...source,
      text: decoded.text,
    },
  ];
}

function common(id: string, format: Format, decoded: Decoded): Source {
  const { encoding, basis, notes } = decoded;
  return { id, format, encoding, basis, notes, stated: {} };
}

/** Parts the front matter from the text; one that is broken stays in the text. */
function markdown(source: Source, text: string, path: string): Source {
  if (!hasFrontMatter(text)) return { ...source, text };
  try {
    const { attrs, body } = extractYaml<Record<string, unknown>>(text);
    const { id: _, text: __, html: ___, ...stated } = fieldsOf(datesAsText(attrs));
    return { ...source, stated, text: body };
  } catch (error) {
    const found = (error as Error).message.split("\n")[0];
    return {
      ...source,
      text,
      notes: [...source.notes, `${path}: front matter: ${found}`],
    };
  }
}

/** YAML reads a day as an instant; it was written as a day. */
function datesAsText(attributes: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(attributes ?? {}).map(([key, value]) => [
      key,
      value instanceof Date ? value.toISOString().slice(0, 10) : value,
    ]),
  );
}
