import type { Stated } from "./source.ts";

/** What the fields of articles are called in tables and JSON, in order of preference. */
const NAMES: Record<keyof Stated | "text" | "html" | "id", readonly string[]> = {
  id: ["id", "article_id", "document", "doc_id", "uuid"],
  text: [
    "text",
    "body",
    "content",
    "article",
    "article_text",
    "full_text",
    "fulltext",
    "maintext",
    "articlebody",
    "plain_text",
    "transcript",
  ],
  html: ["html", "raw_html", "page"],
  title: ["title", "headline", "heading"],
  author: ["author", "authors", "byline", "writer"],
  published: [
    "published",
    "date",
    "date_publish",
    "publish_date",
    "published_at",
    "publishedat",
    "publication_date",
    "pub_date",
    "pubdate",
    "datetime",
    "timestamp",
  ],
  publisher: [
    "publisher",
    "source",
    "outlet",
    "site",
    "site_name",
    "source_domain",
    "domain",
    "media",
    "newspaper",
    "publication",
  ],
  url: ["url", "link", "address", "permalink", "source_url"],
  language: ["language", "lang"],
  genre: ["genre", "type", "section"],
};

/** Which column holds which field; `text` as a user names it. */
export interface ColumnChoice {
  /** The column with the articles' text, where its name does not tell. */
  readonly text?: string;
}

/** An article as a row of a table or a JSON object holds it. */
export interface Fields extends Stated {
  readonly id?: string;
  readonly text?: string;
  readonly html?: string;
}

/**
 * Reads the fields of an article from a row, whatever the usual names of its columns.
 *
 * @param row Column names and values.
 * @param choice What a user says of the columns.
 */
export function fieldsOf(
  row: Readonly<Record<string, unknown>>,
  choice: ColumnChoice = {},
): Fields {
  const byName = new Map<string, string>();
  for (const [name, value] of Object.entries(row)) {
    const text = textOf(value);
    const key = name.trim().toLowerCase().replace(/[\s-]+/g, "_");
    if (text !== "" && !byName.has(key)) byName.set(key, text);
  }
  const fields: Record<string, string> = {};
  for (const [field, names] of Object.entries(NAMES)) {
    const name = names.find((each) => byName.has(each));
    if (name !== undefined) fields[field] = byName.get(name)!;
  }
  if (choice.text !== undefined) {
    const text = textOf(row[choice.text]);
    if (text !== "") fields.text = text;
    else delete fields.text;
  }
  return fields;
}

/** Tells whether a header has a column that could hold texts or pages. */
export function hasText(header: readonly string[]): boolean {
  const names = header.map((name) => name.trim().toLowerCase().replace(/[\s-]+/g, "_"));
  return [...NAMES.text, ...NAMES.html].some((name) => names.includes(name));
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (Array.isArray(value)) {
    return value.map((part) =>
      typeof part === "object" && part !== null
        ? (part as { name?: string }).name ?? ""
        : part
    ).filter(Boolean).join("; ");
  }
  if (typeof value === "object") return textOf((value as { name?: unknown }).name);
  return String(value).trim();
}
