import { createHash } from "node:crypto";
import type { Extracted } from "../extract/extract.ts";
import type { Article } from "../text/article.ts";
import { minHash, writeSignature } from "../text/duplicates.ts";
import { hostOf } from "../text/knowledge.ts";
import type { Entry } from "./store.ts";
import type { TableRow } from "./tables.ts";

/** How rows that the software found are told from coded ones. */
const METHOD = "rules";

/** The publisher of an article that does not tell its own. */
const UNKNOWN = { id: "unknown", name: "Publisher not known" };

/** The text by which an article is known again, and which offsets count in. */
export function storedText({ title, text }: Article): string {
  return title === undefined || title === ""
    ? text
    : text === ""
    ? ""
    : `${title}\n\n${text}`;
}

/** The SHA-256 of a text in UTF-8, hexadecimal. */
export function sha256Of(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** The SHA-256 of an article's text; of its metadata where it has none. */
export function hashOfArticle(article: Article): string {
  const text = storedText(article);
  const { title, url, published, publisher, author } = article;
  return createHash("sha256").update(
    text === "" ? JSON.stringify([title, url, published, publisher, author]) : text,
  ).digest("hex");
}

/** The id of an article: its publisher, its day and the beginning of its hash. */
export function idOf(article: Article, sha256: string): string {
  const publisher = article.publisher ?? outletOf(article).id;
  const day = article.published?.replaceAll("-", "") ?? "undated";
  return `${publisher}-${day}-${sha256.slice(0, 12)}`;
}

/** An article on its way into a corpus. */
export interface Arrived {
  /** As it was read. */
  readonly article: Article;
  /** The file or address that it was read from. */
  readonly file: string;
  readonly sha256: string;
  /** The id that another corpus, such as the catalogue, has for it. */
  readonly catalogued?: string;
}

/**
 * Makes the rows of an article for all tables of a corpus.
 *
 * @param arrived The article.
 * @param found What was found in its stored text.
 */
export function entryOf(
  { article, file, sha256, catalogued }: Arrived,
  found: Extracted,
): Entry {
  const text = storedText(article);
  const outlet = outletOf(article);
  const publisher = article.publisher ?? outlet.id;
  const id = idOf(article, sha256);
  const signature = minHash(text);
  const own = article.publisher === undefined;
  return {
    id,
    sha256,
    signature: signature === undefined ? undefined : writeSignature(signature),
    rows: {
      documents: [{
        ...article,
        id,
        publisher,
        extent: text === "" ? "metadata" : "full",
        text_sha256: sha256,
      } as unknown as TableRow],
      publishers: own ? [outlet] : [],
      actors: own ? [{ ...outlet, type: "outlet" }] : [],
      texts: text === "" ? [] : [{ document: id, text }],
      copies: catalogued === undefined || catalogued === id
        ? []
        : [{ document: id, copy_of: catalogued, similarity: 1 }],
      removed: article.removed.map((passage) => ({ document: id, ...passage })),
      readings: [{
        document: id,
        file,
        format: article.format,
        encoding: article.encoding,
        encoding_basis: article.encoding_basis,
        publisher_basis: article.publisher_basis,
        notes: article.notes.join("; ") || undefined,
      }],
      ...foundRows(id, found, article),
    },
  };
}

function foundRows(id: string, found: Extracted, article: Article) {
  const counts = new Map<string, { actor: string; kind: string; count: number }>();
  for (const { actor, kind } of found.mentions) {
    const key = `${actor}\t${kind}`;
    const row = counts.get(key) ?? { actor, kind, count: 0 };
    row.count++;
    counts.set(key, row);
  }
  const ends = found.sentences.map(({ end }) => end);
  let sentence = 0;
  const spans = found.mentions.map(({ start, end, actor, kind }) => {
    while (sentence < ends.length && ends[sentence] <= start) sentence++;
    return { document: id, start, end, sentence, actor, kind, method: METHOD };
  });
  const row = (item: object): TableRow => ({ document: id, method: METHOD, ...item });
  return {
    mentions: [...counts.values()].map(row),
    spans,
    citations: found.citations.map(row),
    quotations: found.quotations.map(row),
    statements: found.statements.map((statement, n) => ({
      n: n + 1,
      date: article.published,
      date_precision: article.date_precision,
      ...row(statement),
    })),
  };
}

/** The outlet of an article whose publisher is in no table: by its name or its host. */
function outletOf(article: Article): { id: string; name: string } {
  const name = article.publisher_name?.trim() || hostOf(article.url ?? "");
  if (name === undefined) return UNKNOWN;
  const slug = name.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "").slice(0, 48).replace(/-$/, "");
  if (slug !== "") return { id: slug, name };
  // A name without a Latin letter is called by its hash.
  return {
    id: `outlet-${createHash("sha256").update(name).digest("hex").slice(0, 8)}`,
    name,
  };
}
