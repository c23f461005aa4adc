import { Readability } from "@mozilla/readability";
import { clean, type Cleaned } from "../clean/clean.ts";
import type { Passage, Reason, Removed } from "../passage.ts";
import { parseReduced } from "./dom.ts";
import { pagePassages } from "./passages.ts";
import { type PageFacts, slim } from "./slim.ts";

/** Reduced pages longer than this hold books or data, in which Readability loses itself. */
const LARGEST = 2_000_000;

/** The article of a page. */
export interface PageArticle extends Cleaned {
  /** The text of the whole page, which the removed passages are spans of. */
  readonly original: string;
  readonly title: string;
  /** What the page and its byline say of the author. */
  readonly byline: string;
  readonly siteName: string;
  /** The publishing time that the page's metadata name, as written. */
  readonly publishedTime: string;
  readonly facts: PageFacts;
}

/**
 * Reads the article of a web page: Mozilla's Readability (the reader view of Firefox)
 * finds the element that holds it, and the passages that are none of its words are then
 * taken out as from any text.
 *
 * @param html The page.
 * @returns The article's text; empty where the page holds none.
 */
export function pageArticle(html: string): PageArticle {
  const { html: reduced, facts } = slim(html);
  const document = parseReduced(reduced);
  const page = pagePassages(document.body);
  if (reduced.length > LARGEST) return wholePage(page, facts);
  const found = new Readability<Passage[]>(document as unknown as Document, {
    keepClasses: true,
    serializer: (element) => pagePassages(element as unknown as Element).passages,
  }).parse();
  const title = withoutSite(titleOf(facts, found?.title ?? ""), page.passages);
  const placed = place(page.passages, found?.content ?? []);
  const cleaned = clean(page.text, placed.inside, { title, outside: placed.outside });
  return {
    ...cleaned,
    original: page.text,
    title,
    byline: found?.byline ?? "",
    siteName: found?.siteName ?? facts.meta.get("og:site_name") ?? "",
    publishedTime: found?.publishedTime ?? "",
    facts,
  };
}

/** A page beyond any reader view: all its passages, cleaned as those of a text. */
function wholePage(
  { text, passages }: { text: string; passages: Passage[] },
  facts: PageFacts,
): PageArticle {
  const title = titleOf(facts, "");
  return {
    ...clean(text, passages, { title }),
    original: text,
    title,
    byline: "",
    siteName: facts.meta.get("og:site_name") ?? "",
    publishedTime: "",
    facts,
  };
}

/**
 * Finds the article's passages among those of the page, in order, so that each has its
 * place; what is left of the page is outside the article.
 */
function place(
  page: readonly Passage[],
  article: readonly Passage[],
): { inside: Passage[]; outside: Removed[] } {
  const places = new Map<string, number[]>();
  page.forEach((passage, index) => {
    const list = places.get(passage.text);
    if (list === undefined) places.set(passage.text, [index]);
    else list.push(index);
  });
  const inside = new Map<number, Passage>();
  let at = -1;
  for (const passage of article) {
    const candidates = places.get(passage.text);
    const next = candidates?.find((index) => index > at && !inside.has(index)) ??
      candidates?.find((index) => !inside.has(index));
    if (next === undefined) continue;
    inside.set(next, { ...page[next], role: passage.role ?? page[next].role });
    if (next > at) at = next;
  }
  const outside: Removed[] = [];
  page.forEach(({ start, end, text, marks }, index) => {
    if (!inside.has(index)) {
      outside.push({ start, end, text, reason: outsideReason(marks ?? "") });
    }
  });
  const order = [...inside.keys()].sort((a, b) => a - b);
  return { inside: order.map((index) => inside.get(index)!), outside };
}

function outsideReason(marks: string): Reason {
  if (/\bcomments?\b|disqus/i.test(marks)) return "comments";
  return /\b(?:nav|menu|header|footer|breadcrumb)/i.test(marks)
    ? "navigation"
    : "outside the article";
}

/** A page's title often has the site's name behind it, its first heading has not. */
function withoutSite(title: string, passages: readonly Passage[]): string {
  const heading = passages.find(({ text, role }) =>
    role === "heading" && text.length >= 8 && text.length < title.length &&
    title.startsWith(text) && /^\s*[|–—·:»-]/.test(title.slice(text.length))
  );
  return heading?.text ?? title;
}

function titleOf(facts: PageFacts, found: string): string {
  return (facts.meta.get("og:title") || found || facts.title).replace(/\s+/g, " ")
    .trim();
}
