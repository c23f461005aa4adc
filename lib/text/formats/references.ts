import "@citation-js/plugin-bibtex";
import "@citation-js/plugin-ris";
import core from "@citation-js/core";
import { UserError } from "../../base/fault.ts";
import type { Stated } from "./source.ts";

const TYPES = {
  ris: "@ris/file",
  bibtex: "@bibtex/text",
  "csl-json": "@csl/list+object",
} as const;

/** A reference in CSL-JSON, as far as it is needed. */
interface Reference {
  id?: string | number;
  title?: string;
  URL?: string;
  publisher?: string;
  "container-title"?: string;
  language?: string;
  type?: string;
  author?: Name[] | string;
  reporter?: Name[] | string;
  editor?: Name[] | string;
  issued?: { "date-parts"?: (number | string)[][]; raw?: string };
}

interface Name {
  family?: string;
  given?: string;
  literal?: string;
}

/**
 * Reads references of a reference manager (Citation.js): metadata without texts.
 *
 * @param text A file of RIS, BibTeX or CSL-JSON.
 * @param format Which of them.
 * @param file Its name, for faults.
 * @throws {UserError} where it cannot be read.
 */
export function readReferences(
  text: string,
  format: keyof typeof TYPES,
  file: string,
): { id: string; stated: Stated }[] {
  let references: Reference[];
  try {
    const data = format === "csl-json" ? listOf(JSON.parse(text)) : text;
    references = new core.Cite(data, { forceType: TYPES[format], generateGraph: false })
      .data as Reference[];
  } catch (error) {
    throw new UserError({
      file,
      expected: `references in ${format}`,
      found: (error as Error).message.split("\n")[0],
    });
  }
  if (references.length === 0) {
    throw new UserError({ file, expected: `references in ${format}`, found: "none" });
  }
  return references.map((reference, i) => ({
    id: String(reference.id ?? i + 1).replace(/^temp_id_\d+$/, String(i + 1)),
    stated: statedIn(reference),
  }));
}

function listOf(data: unknown): unknown[] {
  const list = Array.isArray(data)
    ? data
    : Array.isArray((data as { items?: unknown })?.items)
    ? (data as { items: unknown[] }).items
    : [data];
  const isReference = (item: unknown) =>
    typeof item === "object" && item !== null && ("title" in item || "URL" in item);
  if (!list.every(isReference)) throw new Error("JSON of another kind");
  return list;
}

function statedIn(reference: Reference): Stated {
  return {
    title: reference.title,
    author: namesOf(reference.author ?? reference.reporter ?? reference.editor),
    published: dateOf(reference.issued),
    publisher: reference["container-title"] ?? reference.publisher,
    url: reference.URL,
    language: reference.language,
  };
}

function namesOf(names: Name[] | string | undefined): string | undefined {
  if (names === undefined || typeof names === "string") {
    return names?.replace(/^([^,]+), (.+)$/, "$2 $1");
  }
  const written = names.map(({ given, family, literal }) =>
    literal ?? [given, family].filter(Boolean).join(" ")
  );
  return written.join("; ") || undefined;
}

function dateOf(issued: Reference["issued"]): string | undefined {
  const parts = issued?.["date-parts"]?.[0];
  if (parts === undefined) {
    return issued?.raw?.replace(/^(\d{4})\/(\d\d)\/(\d\d).*$/, "$1-$2-$3");
  }
  return parts.map((part, i) => String(part).padStart(i === 0 ? 4 : 2, "0")).join("-");
}
