import type { Article } from "../text/article.ts";
import type { Unread } from "../text/formats/source.ts";
import type { Fetched } from "./fetch.ts";
import { eachByHost } from "./hosts.ts";

/** A document whose text is to be fetched: a row of the table `documents`. */
export interface Dry {
  readonly id: string;
  readonly url?: string;
  readonly publisher?: string;
  readonly published?: string;
  readonly language?: string;
  readonly genre?: string;
}

/** What hydration is given. */
export interface HydrateOptions {
  /** The folder for the texts, one file of JSON Lines a document. */
  readonly into: string;
  readonly fetchPage: (url: string) => Promise<Fetched>;
  readonly read: (path: string) => AsyncIterable<Article | Unread>;
  /** Hosts that are asked at the same time. */
  readonly hosts?: number;
  readonly tell?: (line: string) => void;
}

/** What was done. */
export interface Hydrated {
  readonly written: number;
  readonly known: number;
  readonly failed: number;
}

/**
 * Fetches the texts of documents by their addresses. Each text is written, with what is
 * coded of its document, as a file that `deno task ingest` reads; what is there is not
 * fetched again, so that an interrupted run goes on where it was.
 *
 * @param documents Rows of the table `documents`.
 * @param options Where to, and how pages are fetched and read.
 */
export async function hydrate(
  documents: readonly Dry[],
  { into, fetchPage, read, hosts, tell = () => {} }: HydrateOptions,
): Promise<Hydrated> {
  await Deno.mkdir(into, { recursive: true });
  let written = 0, known = 0, failed = 0;

  async function one(document: Dry): Promise<void> {
    const file = `${into}/${document.id}.jsonl`;
    if (await exists(file)) {
      known++;
      return;
    }
    const text = await textOf(document.url!, fetchPage, read);
    if ("error" in text) {
      failed++;
      tell(`${document.id}: ${text.error}`);
      return;
    }
    const line = {
      ...document,
      title: text.title,
      author: text.author,
      text: text.text,
    };
    await Deno.writeTextFile(`${file}.new`, JSON.stringify(line) + "\n");
    await Deno.rename(`${file}.new`, file);
    written++;
    tell(
      `${document.id}: ${text.text.length} characters${
        text.archived ? " (archived)" : ""
      }`,
    );
  }

  const fetchable = documents.filter(({ url }) =>
    url !== undefined && URL.canParse(url)
  );
  await eachByHost(fetchable, ({ url }) => url!, one, hosts);
  return { written, known, failed };
}

type Text = { title?: string; author?: string; text: string; archived: boolean };

async function textOf(
  url: string,
  fetchPage: HydrateOptions["fetchPage"],
  read: HydrateOptions["read"],
): Promise<Text | { error: string }> {
  const page = await fetchPage(url);
  if ("error" in page) return page;
  for await (const article of read(page.path)) {
    if ("error" in article) return article;
    if (article.text === "") {
      return { error: `${url}: expected an article but found none` };
    }
    const { title, author, text } = article;
    return { title, author, text, archived: page.archived };
  }
  return { error: `${url}: expected an article but found none` };
}

async function exists(file: string): Promise<boolean> {
  try {
    await Deno.stat(file);
    return true;
  } catch {
    return false;
  }
}
