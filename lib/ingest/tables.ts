import type { Field, Resource } from "../corpus/package.ts";
import { DATE_BASES } from "../text/describe/published.ts";

/** A table of the store: its columns and what DuckDB keeps them as. */
export type Columns = Readonly<Record<string, "VARCHAR" | "INTEGER" | "DOUBLE">>;

/** The tables of a corpus of one's own. Those that `data/` has too have the same columns. */
export const TABLES = {
  documents: {
    id: "VARCHAR",
    publisher: "VARCHAR",
    republisher: "VARCHAR",
    url: "VARCHAR",
    title: "VARCHAR",
    author: "VARCHAR",
    published: "VARCHAR",
    date_precision: "VARCHAR",
    date_basis: "VARCHAR",
    language: "VARCHAR",
    genre: "VARCHAR",
    gist: "VARCHAR",
    extent: "VARCHAR",
    text_sha256: "VARCHAR",
    coder: "VARCHAR",
  },
  publishers: {
    id: "VARCHAR",
    name: "VARCHAR",
    country: "VARCHAR",
    audience: "VARCHAR",
    kind: "VARCHAR",
    language: "VARCHAR",
    note: "VARCHAR",
  },
  actors: {
    id: "VARCHAR",
    name: "VARCHAR",
    type: "VARCHAR",
    country: "VARCHAR",
    official: "VARCHAR",
    role: "VARCHAR",
    role_from: "VARCHAR",
    role_to: "VARCHAR",
  },
  mentions: {
    document: "VARCHAR",
    actor: "VARCHAR",
    kind: "VARCHAR",
    count: "INTEGER",
    method: "VARCHAR",
  },
  citations: {
    document: "VARCHAR",
    source: "VARCHAR",
    count: "INTEGER",
    method: "VARCHAR",
  },
  statements: {
    document: "VARCHAR",
    n: "INTEGER",
    speaker: "VARCHAR",
    target: "VARCHAR",
    issue: "VARCHAR",
    act: "VARCHAR",
    stance: "INTEGER",
    date: "VARCHAR",
    date_precision: "VARCHAR",
    voice: "VARCHAR",
    gist: "VARCHAR",
    start: "INTEGER",
    end: "INTEGER",
    method: "VARCHAR",
    confidence: "DOUBLE",
  },
  texts: { document: "VARCHAR", text: "VARCHAR" },
  spans: {
    document: "VARCHAR",
    start: "INTEGER",
    end: "INTEGER",
    sentence: "INTEGER",
    actor: "VARCHAR",
    kind: "VARCHAR",
    method: "VARCHAR",
  },
  quotations: {
    document: "VARCHAR",
    start: "INTEGER",
    end: "INTEGER",
    kind: "VARCHAR",
    speaker: "VARCHAR",
    speaker_start: "INTEGER",
    speaker_end: "INTEGER",
    cue_start: "INTEGER",
    cue_end: "INTEGER",
    method: "VARCHAR",
  },
  removed: {
    document: "VARCHAR",
    start: "INTEGER",
    end: "INTEGER",
    reason: "VARCHAR",
    text: "VARCHAR",
  },
  copies: { document: "VARCHAR", copy_of: "VARCHAR", similarity: "DOUBLE" },
  readings: {
    document: "VARCHAR",
    file: "VARCHAR",
    format: "VARCHAR",
    encoding: "VARCHAR",
    encoding_basis: "VARCHAR",
    publisher_basis: "VARCHAR",
    notes: "VARCHAR",
  },
} as const satisfies Record<string, Columns>;

/** Name of a table of a corpus. */
export type TableName = keyof typeof TABLES;

/** A row of a table; columns that are left out are empty. */
export type TableRow = Readonly<Record<string, string | number | null | undefined>>;

const KEYS: Partial<Record<TableName, readonly string[]>> = {
  documents: ["id"],
  publishers: ["id"],
  actors: ["id"],
  mentions: ["document", "actor", "kind", "method"],
  citations: ["document", "source", "method"],
  statements: ["document", "n", "method"],
  texts: ["document"],
  readings: ["document"],
};
const OF_DOCUMENTS: readonly TableName[] = [
  "mentions",
  "citations",
  "statements",
  "texts",
  "spans",
  "quotations",
  "removed",
  "copies",
  "readings",
];
/** What an article must have; all else can be unknown. */
const REQUIRED: Partial<Record<TableName, readonly string[]>> = {
  documents: ["id", "publisher", "genre", "extent"],
  publishers: ["id", "name"],
  actors: ["id", "name", "type"],
  texts: ["document"],
};

/** Columns that hold one of a few words. */
const WORDS: Partial<Record<TableName, Readonly<Record<string, readonly string[]>>>> = {
  documents: {
    date_basis: DATE_BASES,
    date_precision: ["day", "month", "year"],
    extent: ["full", "metadata"],
  },
};

/**
 * Describes a table of a corpus as a resource of a Frictionless data package.
 *
 * @param name The table.
 * @param path Its Parquet file, within the corpus.
 */
export function describeTable(name: TableName, path: string): Resource {
  const isOfDocuments = OF_DOCUMENTS.includes(name);
  return {
    name,
    path,
    schema: {
      fields: Object.entries(TABLES[name]).map(([column, type]): Field => ({
        name: column,
        type: type === "VARCHAR" ? "string" : type === "INTEGER" ? "integer" : "number",
        ...(column === "published" || column === "date" || /_(?:from|to)$/.test(column)
          ? { "aras:type": "partial-date" as const }
          : {}),
        constraints: {
          ...(REQUIRED[name]?.includes(column) ? { required: true } : {}),
          ...(WORDS[name]?.[column] ? { enum: WORDS[name][column] } : {}),
        },
      })),
      ...(KEYS[name] === undefined ? {} : { primaryKey: KEYS[name] }),
      foreignKeys: [
        ...(isOfDocuments
          ? [{
            fields: ["document"],
            reference: { resource: "documents", fields: ["id"] },
          }]
          : []),
        ...(name === "documents"
          ? [{
            fields: ["publisher"],
            reference: { resource: "publishers", fields: ["id"] },
          }]
          : []),
      ],
    },
  };
}
