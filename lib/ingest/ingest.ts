import type { Extractor } from "../extract/extract.ts";
import type { Article } from "../text/article.ts";
import type { Unread } from "../text/formats/source.ts";
import type { SourceOptions } from "../text/formats/sources.ts";
import { exportTables } from "./export.ts";
import { addressesOf, filesOf } from "./paths.ts";
import { entryOf, hashOfArticle, sha256Of } from "./rows.ts";
import { type Entry, Store } from "./store.ts";

/** Articles of a batch, which is written at one stroke. */
const BATCH = 256;
/** Characters of a batch: memory holds no more than this and one article. */
const BATCH_CHARACTERS = 2 ** 24;

/** What ingestion is given. */
export interface IngestOptions {
  /** The folder of the corpus; it is made where it is not there. */
  readonly into: string;
  readonly read: (
    path: string,
    options?: SourceOptions,
  ) => AsyncIterable<Article | Unread>;
  readonly extract: Extractor;
  readonly source?: SourceOptions;
  /** The id of an article in the catalogue, by its address or the hash of its file. */
  readonly catalogued?: (url: string | undefined, sha256: string) => string | undefined;
  /** Fetches the page of an address into a file, for lists of addresses. */
  readonly fetchPage?: (url: string) => Promise<{ path: string } | { error: string }>;
  /** Is told what was done, after it is safe. */
  readonly tell?: (line: string) => void;
}

/** What was done. */
export interface Ingested {
  /** Articles that are new in the corpus. */
  readonly added: number;
  /** Articles that were there already, by their text. */
  readonly known: number;
  /** Files that were not read again, since they have not changed. */
  readonly skipped: number;
  readonly failed: number;
}

/**
 * Reads articles into a corpus: each is cleaned, described, searched for mentions,
 * quotations, sources and statements, and written to tables that `openCorpus` reads.
 *
 * A batch of articles is written whole or not at all; what was told as done stays done
 * whenever the process ends, and the next run goes on from there. A text that the corpus
 * has is not written again.
 *
 * @param paths Files, folders and lists of addresses.
 * @param options Where to, and how articles are read.
 */
export async function ingest(
  paths: readonly string[],
  options: IngestOptions,
): Promise<Ingested> {
  const { into, tell = () => {} } = options;
  await Deno.mkdir(`${into}/.ingest`, { recursive: true });
  const store = await Store.open(`${into}/.ingest/store.duckdb`);
  try {
    const batch = new Batch(store, options);
    for await (const found of filesOf(paths, await Deno.realPath(into))) {
      if ("error" in found) batch.fail(found.error);
      else if (await store.stampOf(found.path) === found.stamp) batch.skipped++;
      else await readInto(batch, found.path, found.stamp, options);
    }
    await batch.flush();
    await exportTables(store, into);
    const { added, known, skipped, failed } = batch;
    tell(
      `${into}: ${added} articles added, ${known} were there already, ${skipped} files ` +
        `unchanged, ${failed} could not be read`,
    );
    return { added, known, skipped, failed };
  } finally {
    store.close();
  }
}

async function readInto(
  batch: Batch,
  path: string,
  stamp: string,
  options: IngestOptions,
): Promise<void> {
  const addresses = options.fetchPage === undefined
    ? undefined
    : await addressesOf(path);
  if (addresses !== undefined) {
    let failed = 0;
    for (const url of addresses) {
      const page = await options.fetchPage!(url);
      if ("error" in page) {
        failed++;
        batch.fail(page.error);
        continue;
      }
      for await (const article of options.read(page.path, options.source)) {
        if ("error" in article) batch.fail(article.error);
        else await batch.add({ ...article, url: article.url ?? url }, url);
      }
    }
    // A list is done when all its pages are; else the next run asks for the rest.
    if (failed === 0) batch.done(path, stamp);
    return;
  }
  for await (const article of options.read(path, options.source)) {
    if ("error" in article) batch.fail(article.error);
    else await batch.add(article, path);
  }
  batch.done(path, stamp);
}

interface Waiting {
  readonly article: Article;
  readonly file: string;
  readonly sha256: string;
  readonly catalogued?: string;
}

/** Gathers articles until there are enough to be written. */
class Batch {
  added = 0;
  known = 0;
  skipped = 0;
  failed = 0;
  #waiting: Waiting[] = [];
  #hashes = new Set<string>();
  #files: [string, string][] = [];
  #characters = 0;

  constructor(readonly store: Store, readonly options: IngestOptions) {}

  async add(article: Article, file: string): Promise<void> {
    const sha256 = hashOfArticle(article);
    if (this.#hashes.has(sha256)) {
      this.known++;
      return;
    }
    this.#hashes.add(sha256);
    const catalogued = this.options.catalogued?.(
      article.url,
      sha256Of(article.original),
    );
    // The original is not stored; the passages that were taken out are.
    this.#waiting.push({
      article: { ...article, original: "" },
      file,
      sha256,
      catalogued,
    });
    this.#characters += article.text.length;
    if (this.#waiting.length >= BATCH || this.#characters >= BATCH_CHARACTERS) {
      await this.flush();
    }
  }

  /** Notes that a file was read to its end; it is written with the articles at hand. */
  done(path: string, stamp: string): void {
    this.#files.push([path, stamp]);
  }

  fail(line: string): void {
    this.failed++;
    this.options.tell?.(line);
  }

  async flush(): Promise<void> {
    if (this.#waiting.length === 0 && this.#files.length === 0) return;
    const seen = await this.store.seen(this.#waiting.map(({ sha256 }) => sha256));
    const entries: Entry[] = [];
    for (const { article, file, sha256, catalogued } of this.#waiting) {
      if (seen.has(sha256)) this.known++;
      else {entries.push(
          entryOf(article, file, sha256, this.options.extract, catalogued),
        );}
    }
    await this.store.write(entries, this.#files);
    this.added += entries.length;
    if (entries.length > 0) {
      this.options.tell?.(
        `${this.added} articles done, the last from ${this.#waiting.at(-1)!.file}`,
      );
    }
    this.#waiting = [];
    this.#hashes.clear();
    this.#files = [];
    this.#characters = 0;
  }
}
