import type { Stated } from "../formats/source.ts";
import type { PageFacts } from "../html/slim.ts";

type Thing = Record<string, unknown>;

const ARTICLE = /Article|BlogPosting|Report|Posting$/;
const DATES = [
  "article:published_time",
  "og:published_time",
  "og:article:published_time",
  "datepublished",
  "publishdate",
  "publish-date",
  "publication_date",
  "pubdate",
  "parsely-pub-date",
  "sailthru.date",
  "citation_publication_date",
  "dc.date.issued",
  "dcterms.issued",
  "dc.date",
  "dcterms.created",
  "dcterms.date",
  "date",
];
const AUTHORS = [
  "author",
  "article:author",
  "parsely-author",
  "dc.creator",
  "sailthru.author",
  "byl",
];

/**
 * Reads what a page's metadata state of its article: schema.org (JSON-LD), Open Graph and
 * Dublin Core.
 *
 * @param facts As gathered from the page.
 */
export function statedByPage(facts: PageFacts): Stated & { siteName?: string } {
  const article = facts.linkedData.flatMap(thingsOf).find((thing) =>
    ARTICLE.test(String(thing["@type"]))
  );
  const meta = (...names: string[]) => {
    for (const name of names) {
      const value = facts.meta.get(name);
      if (value !== undefined && value !== "") return value;
    }
  };
  const author = namesOf(article?.author) ?? meta(...AUTHORS);
  const types = String(article?.["@type"] ?? "");
  return {
    title: meta("og:title") ?? stringOf(article?.headline),
    author: author === undefined || /^https?:/.test(author) ? undefined : author,
    published: meta(DATES[0]) ?? stringOf(article?.datePublished) ?? meta(...DATES) ??
      (facts.times.length === 1 ? facts.times[0] : undefined),
    siteName: meta("og:site_name", "application-name") ?? namesOf(article?.publisher),
    url: facts.canonical || meta("og:url"),
    language: facts.lang || meta("og:locale", "language", "content-language"),
    genre: /Opinion/.test(types) ? "opinion" : meta("article:section"),
  };
}

/** Objects of a block of JSON-LD, whichever way they are put together. */
function thingsOf(json: string): Thing[] {
  let data: unknown;
  try {
    // Line breaks within strings are a common fault of templates.
    data = JSON.parse(json.replace(/\p{Cc}+/gu, " "));
  } catch {
    return [];
  }
  const list = Array.isArray(data) ? data : [data];
  return list.flatMap((item) => {
    if (typeof item !== "object" || item === null) return [];
    const graph = (item as Thing)["@graph"];
    return Array.isArray(graph) ? [item, ...graph] : [item];
  }).filter((item): item is Thing => typeof item === "object" && item !== null);
}

function namesOf(value: unknown): string | undefined {
  const list = Array.isArray(value) ? value : [value];
  const names = list.map((item) =>
    typeof item === "string" ? item : stringOf((item as Thing | undefined)?.name)
  ).filter((name): name is string => name !== undefined && name !== "");
  return names.length === 0 ? undefined : names.join("; ");
}

function stringOf(value: unknown): string | undefined {
  return typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;
}
