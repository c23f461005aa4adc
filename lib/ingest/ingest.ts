import { UserError } from "../base/fault.ts";
import type { ArticleText, Extracted } from "../extract/extract.ts";
import type { Article } from "../text/article.ts";
import type { Unread } from "../text/formats/source.ts";
import type { SourceOptions } from "../text/formats/sources.ts";
import { exportTables } from "./export.ts";
import { pagesOf } from "./hosts.ts";
import { addressesOf, filesOf, isAddress } from "./paths.ts";
import {
  type Arrived,
  entryOf,
  hashOfArticle,
  idOf,
  sha256Of,
  storedText,
} from "./rows.ts";
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
  /** Finds mentions, cited sources, quotations and statements. */
  readonly extract: (article: ArticleText) => Extracted | Promise<Extracted>;
  readonly source?: SourceOptions;
  /** The id of an article in the catalogue, by its address or the hash of its file. */
  readonly catalogued?: (url: string | undefined, sha256: string) => string | undefined;
  /** Fetches the page of an address into a file. */
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
 * @param paths Files, folders, addresses and lists of addresses.
 * @param options Where to, and how articles are read.
 */
export async function ingest(
  paths: readonly string[],
  options: IngestOptions,
): Promise<Ingested> {
  const { into, tell = () => {} } = options;
  await makeFolder(`${into}/.ingest`);
  const store = await Store.open(`${into}/.ingest/store.duckdb`);
  try {
    const batch = new Batch(store, options);
    const files = paths.filter((path) => !isAddress(path));
    for await (const found of filesOf(files, await Deno.realPath(into))) {
      if ("error" in found) batch.fail(found.error);
      else if (await store.stampOf(found.path) === found.stamp) batch.skipped++;
      else await readInto(batch, found.path, found.stamp, options);
    }
    await readPages(batch, paths.filter(isAddress), options);
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

async function makeFolder(folder: string): Promise<void> {
  try {
    await Deno.mkdir(folder, { recursive: true });
  } catch (error) {
    const found = error instanceof Deno.errors.NotCapable
      ? "one of the project's own"
      : (error as Error).message.split("\n")[0];
    throw new UserError({
      file: folder,
      expected: "a folder that may be written",
      found,
      remedy: "choose another by --into",
    });
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
    // A list is done when all its pages are; else the next run asks for the rest.
    if (await readPages(batch, addresses, options)) batch.done(path, stamp);
    return;
  }
  for await (const article of options.read(path, options.source)) {
    if ("error" in article) batch.fail(article.error);
    else await batch.add(article, path);
  }
  batch.done(path, stamp);
}

/**
 * Reads the pages of addresses.
 *
 * @returns Whether all could be fetched.
 */
async function readPages(
  batch: Batch,
  addresses: readonly string[],
  { fetchPage, read, source }: IngestOptions,
): Promise<boolean> {
  if (fetchPage === undefined || addresses.length === 0) return true;
  let all = true;
  for await (const { url, page } of pagesOf(addresses, fetchPage)) {
    if ("error" in page) {
      all = false;
      batch.fail(page.error);
      continue;
    }
    for await (const article of read(page.path, source)) {
      if ("error" in article) batch.fail(article.error.replace(page.path, url));
      else await batch.add({ ...article, url: article.url ?? url }, url);
    }
  }
  return all;
}

/** Formats in which an article can be told of without its text. */
const WITHOUT_TEXT = new Set(["jsonl", "csv", "ris", "bibtex", "csl-json"]);

/** Gathers articles until there are enough to be written. */
class Batch {
  added = 0;
  known = 0;
  skipped = 0;
  failed = 0;
  #waiting: Arrived[] = [];
  #hashes = new Set<string>();
  #files: [string, string][] = [];
  #characters = 0;

  constructor(readonly store: Store, readonly options: IngestOptions) {}

  async add(article: Article, file: string): Promise<void> {
    if (article.text === "" && !WITHOUT_TEXT.has(article.format)) {
      return this.fail(`${file}: expected an article but found a page without one`);
    }
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
    this.#characters += article.original.length;
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
    for (const arrived of this.#waiting) {
      const { article, sha256 } = arrived;
      if (seen.has(sha256)) {
        this.known++;
        continue;
      }
      const text = storedText(article), id = idOf(article, sha256);
      const found = await this.options.extract({
        id,
        text,
        published: article.published,
      });
      entries.push(entryOf(arrived, found));
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
