import type { PartialDate, Precision } from "../base/date.ts";
import { clean, type Cleaned } from "./clean/clean.ts";
import { authorOf } from "./describe/author.ts";
import { monthFinder } from "./describe/current_month.ts";
import { type Genre, genreOf } from "./describe/genre.ts";
import { languageOf } from "./describe/language.ts";
import { statedByPage } from "./describe/linked_data.ts";
import { type Published, publishedOf } from "./describe/published.ts";
import { publisherFinder, type PublisherFound } from "./describe/publisher.ts";
import { plainTitle, titlePassage } from "./describe/title.ts";
import type { Source, Stated } from "./formats/source.ts";
import { pageArticle } from "./html/article.ts";
import type { TextKnowledge } from "./knowledge.ts";
import {
  type Kept,
  type Passage,
  passagesOf,
  type Reason,
  type Removed,
} from "./passage.ts";
import { isWrapped } from "./wrapping.ts";

/** An article: its own words, what it is, and what was taken out of what was read. */
export interface Article {
  readonly id: string;
  readonly format: string;
  readonly encoding: string;
  /** How the encoding was known. */
  readonly encoding_basis: string;
  readonly title?: string;
  /** Who wrote or first published it: an id of the table `publishers`. */
  readonly publisher?: string;
  /** What the article or its page calls its publisher, where that is in no table. */
  readonly publisher_name?: string;
  /** On whose site it was, where that is another's. */
  readonly republisher?: string;
  readonly publisher_basis?: PublisherFound["basis"];
  /** Names with "; " between them. */
  readonly author?: string;
  readonly url?: string;
  readonly published?: PartialDate;
  readonly date_precision?: Precision;
  readonly date_basis?: Published["basis"];
  /** ISO 639-1. */
  readonly language?: string;
  readonly genre: Genre;
  /** Its own words without the title; empty where there are metadata alone. */
  readonly text: string;
  /** The passages that were taken out, with their places in the original. */
  readonly removed: readonly Removed[];
  /** Where each stretch of the text was in the original. */
  readonly kept: readonly Kept[];
  /** The whole text that was read. */
  readonly original: string;
  /** What a user should know of how it was read. */
  readonly notes: readonly string[];
}

/** What tells of an article stands in its first 200,000 characters: a book's length. */
const TELLING = 200_000;

/** Turns what a file held into an article. */
export type ArticleMaker = (source: Source) => Article;

/**
 * Makes a reader of articles: cleaning and description with what is known of publishers,
 * prepared once for any number of articles.
 *
 * @param knowledge Publishers, their names and hosts, and dated events.
 */
export function articleMaker(knowledge: TextKnowledge): ArticleMaker {
  const findPublisher = publisherFinder(knowledge);
  const monthOf = monthFinder(knowledge.events ?? [], knowledge.aliases);
  const kinds = new Map(knowledge.publishers.map(({ id, kind }) => [id, kind]));
  return (source) => {
    const { cleaned, original, title, stated, siteName } = read(source);
    const { text, removed } = cleaned;
    const opening = text.length > TELLING ? text.slice(0, TELLING) : text;
    const url = stated.url;
    const found = findPublisher({
      url,
      stated: stated.publisher,
      siteName,
      title,
      text: opening,
      removed,
    });
    const dated = publishedOf({
      lines: removed.filter(({ reason }) => reason === "date line").map((line) =>
        line.text
      ),
      metadata: [stated.published],
      isStated: source.stated.published !== undefined,
      url,
      text: title === undefined ? opening : `${title}\n\n${opening}`,
    }, monthOf);
    const name = stated.publisher ?? siteName;
    return {
      id: source.id,
      format: source.format,
      encoding: source.encoding,
      encoding_basis: source.basis,
      title,
      publisher: found.publisher,
      publisher_name: found.publisher === undefined ? name : undefined,
      republisher: found.republisher,
      publisher_basis: found.basis,
      author: authorOf(stated.author, removed),
      url,
      published: dated.published,
      date_precision: dated.precision,
      date_basis: dated.basis,
      language: text === "" ? stated.language : languageOf(text, stated.language),
      genre: genreOf({
        title,
        url,
        stated: stated.genre,
        text: opening,
        removed,
        kind: kinds.get(found.publisher ?? ""),
      }),
      text,
      removed,
      kept: cleaned.kept,
      original,
      notes: source.notes,
    };
  };
}

interface Read {
  readonly cleaned: Cleaned;
  readonly original: string;
  readonly title?: string;
  readonly siteName?: string;
  readonly stated: Stated;
}

function read(source: Source): Read {
  if (source.html !== undefined) return readPage(source, source.html);
  const original = (source.text ?? "").replace(/\r\n?/g, "\n");
  const heads = new Set(source.heads);
  const all = passagesOf(original, isWrapped(original));
  const passages = all.filter(({ text }) => !heads.has(text));
  const outside = all.filter(({ text }) => heads.has(text))
    .map((passage) => removedAs(passage, "running head"));
  const { title } = source.stated;
  const cleaned = clean(original, passages, { title, outside });
  if (title !== undefined) return { cleaned, original, title, stated: source.stated };
  const left = new Set(cleaned.kept.map(({ from }) => from));
  const found = titlePassage(passages.filter(({ start }) => left.has(start)));
  if (found === undefined) return { cleaned, original, stated: source.stated };
  const own = plainTitle(found.text);
  outside.push(removedAs(found, "title"));
  const rest = passages.filter((passage) => passage !== found);
  return {
    cleaned: clean(original, rest, { title: own, outside }),
    original,
    title: own,
    stated: source.stated,
  };
}

function removedAs({ start, end, text }: Passage, reason: Reason): Removed {
  return { start, end, text, reason };
}

/** What the user's table states goes before what the page does. */
function readPage(source: Source, html: string): Read {
  const page = pageArticle(html);
  const own = statedByPage(page.facts);
  const given = Object.fromEntries(
    Object.entries(source.stated).filter(([, value]) => value !== undefined),
  );
  const { siteName, ...stated } = { ...own, ...given } as Stated & {
    siteName?: string;
  };
  return {
    cleaned: page,
    original: page.original,
    title: source.stated.title ?? (page.title || undefined),
    siteName: siteName ?? (page.siteName || undefined),
    stated: { ...stated, author: stated.author ?? (page.byline || undefined) },
  };
}
