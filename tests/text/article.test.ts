import { assert, assertEquals } from "@std/assert";
import { type Article, articleMaker } from "../../lib/text/article.ts";
import { originalOffset } from "../../lib/text/passage.ts";
import type { Source } from "../../lib/text/formats/source.ts";
import { page, paragraphs, PROSE } from "./pages.ts";

const make = articleMaker({
  publishers: [
    { id: "valley-news", name: "Valley News" },
    { id: "hill-agency", name: "Hill Agency" },
    { id: "old-mirror", name: "Old Mirror" },
  ],
  aliases: [
    { actor: "hill-agency", alias: "HA" },
    { actor: "aze", alias: "Baku" },
    { actor: "aze", alias: "Azerbaijan" },
  ],
  hosts: new Map([["valley.example", "valley-news"], ["mirror.example", "old-mirror"]]),
  events: [
    { date: "2022-03-14", title: "Three lorries burn on the bridge at Upper Ferry" },
    { date: "2023-03-02", title: "Azerbaijan closes the ferry at Lower Ferry harbour" },
  ],
});

function source(given: Partial<Source>): Source {
  const empty = { encoding: "utf-8", basis: "valid utf-8", notes: [], stated: {} };
  return { id: "a", format: "text", ...empty, ...given };
}

function ofText(...lines: string[]): Article {
  return make(source({ text: lines.join("\n\n") }));
}

const reasons = (article: Article) =>
  Object.fromEntries(article.removed.map(({ text, reason }) => [text, reason]));

Deno.test("an article's own words are left of a page", () => {
  const lines = paragraphs(5);
  const article = make(source({ format: "html", html: page({ lines }) }));
  assertEquals(article.text, lines.join("\n\n"));
  assertEquals(article.title, "A road is opened");
});

Deno.test("each passage taken out of a page stands in the original with its reason", () => {
  const article = make(source({ format: "html", html: page() }));
  for (const { start, end, text } of article.removed) {
    assertEquals(article.original.slice(start, end), text);
  }
  const found = reasons(article);
  assertEquals(found["A lorry at the bridge. Photo: A. Nobody"], "caption");
  assertEquals(found["Read more: Another road is closed"], "related");
  assertEquals(found["© 2022 Valley News. All rights reserved."], "navigation");
  assert(!JSON.stringify(article.original).includes("hidden"), "scripts are no text");
});

Deno.test("a place in the cleaned text leads back to the original", () => {
  const article = ofText("Become a member", "A road is opened", ...paragraphs(4));
  const at = article.text.indexOf("spokeswoman");
  const from = originalOffset(article.kept, at);
  assertEquals(article.original.slice(from, from + 11), "spokeswoman");
});

Deno.test("what is not the article is taken out of a plain text", () => {
  const article = ofText(
    "Skip to main content",
    "Become a Valley News Member",
    "A road is opened in the valley",
    "21 March 2022",
    "Photo: a lorry at the bridge",
    ...paragraphs(4),
    "[Read more: Another road is closed]",
    "Views expressed here are the writer's and need not be those of Valley News.",
    "Share this article:",
    "Copyright 2023 Valley News. All rights reserved.",
    "1. What a fine road, says a reader.",
    "Comments are closed.",
  );
  assertEquals(article.text, paragraphs(4).join("\n\n"));
  assertEquals(Object.values(reasons(article)), [
    "navigation",
    "membership",
    "title",
    "date line",
    "caption",
    "related",
    "disclosure",
    "share",
    "copyright",
    "comments",
    "comments",
  ]);
  assertEquals([article.title, article.published, article.date_basis], [
    "A road is opened in the valley",
    "2022-03-21",
    "text",
  ]);
});

Deno.test("articles keep words that only look like a site's own", () => {
  const own =
    "The group said that it would share the costs and subscribe to the treaty.";
  const article = ofText(PROSE.join(" "), own, PROSE.join(" "));
  assertEquals(article.removed, []);
});

Deno.test("the first publisher goes before the site, and both are kept", () => {
  const article = make(source({
    format: "html",
    html: page({ after: "<p>This article was first published by Hill Agency.</p>" }),
    stated: { url: "https://www.mirror.example/a" },
  }));
  assertEquals([article.publisher, article.republisher], ["hill-agency", "old-mirror"]);
});

Deno.test("a publisher is known by its host, its copyright and its house phrases", () => {
  const hosted = make(
    source({ text: PROSE.join(" "), stated: { url: "http://m.valley.example/a" } }),
  );
  assertEquals([hosted.publisher, hosted.publisher_basis], ["valley-news", "host"]);
  const copyright = ofText(...paragraphs(3), "© Hill Agency 2022");
  assertEquals([copyright.publisher, copyright.publisher_basis], [
    "hill-agency",
    "house phrase",
  ]);
  const verifying = ofText(
    ...paragraphs(3),
    "Valley News has not been able to verify this.",
  );
  assertEquals(verifying.publisher, "valley-news");
});

Deno.test("an outlet that an article only cites is not its publisher", () => {
  const article = ofText(
    ...paragraphs(3),
    "The road is closed, Hill Agency reported on Monday.",
  );
  assertEquals(article.publisher, undefined);
});

Deno.test("metadata date a page without a date line, on the day that they write", () => {
  const head =
    '<meta property="article:published_time" content="2022-03-20T23:30:00-05:00">';
  const article = make(source({ format: "html", html: page({ head }) }));
  assertEquals([article.published, article.date_basis], ["2022-03-20", "metadata"]);
});

Deno.test("an address dates an article that nothing else dates", () => {
  const url = "https://valley.example/2022/03/20/road";
  const article = make(source({ text: PROSE.join(" "), stated: { url } }));
  assertEquals([article.published, article.date_basis], ["2022-03-20", "url"]);
});

Deno.test("a known event dates an article by its month, and a copyright line does not", () => {
  const article = ofText(
    "Three lorries burnt on the bridge at Upper Ferry on Tuesday, as in January of 2022.",
    ...paragraphs(4),
    "Copyright 2024 Valley News. All rights reserved.",
  );
  assertEquals([article.published, article.date_precision, article.date_basis], [
    "2022-03",
    "month",
    "inferred",
  ]);
});

Deno.test("no date is invented where none is told", () => {
  assertEquals(ofText(...paragraphs(4)).published, undefined);
});

Deno.test("offsets count UTF-16 code units, with emoji and astral letters as well", () => {
  const article = ofText("🛩️ 𠮷野 said so 🇦🇲. " + PROSE[0], ...paragraphs(3));
  const at = article.text.indexOf("minister");
  assertEquals(
    article.original.slice(originalOffset(article.kept, at)).slice(0, 8),
    "minister",
  );
  assert(article.text.startsWith("🛩️ 𠮷野"));
});

Deno.test("authors are read from bylines and metadata", () => {
  const byline = ofText(
    "A road is opened",
    "21 March 2022 | By A. Petrov and L. Ali*",
    ...paragraphs(3),
  );
  assertEquals(byline.author, "A. Petrov; L. Ali");
  const head = '<meta name="author" content="By Leyla Ali">';
  assertEquals(
    make(source({ html: page({ head }), format: "html" })).author,
    "Leyla Ali",
  );
});

Deno.test("genres are told by section, disclaimer and questions", () => {
  const opinion = make(
    source({ text: PROSE.join(" "), stated: { url: "http://a.example/opinion/x" } }),
  );
  assertEquals(opinion.genre, "opinion");
  assertEquals(ofText(...paragraphs(3)).genre, "news");
  const questions = Array.from(
    { length: 5 },
    (_, i) => [`Why is road ${i} closed?`, PROSE[i % 4]],
  );
  assertEquals(ofText(...questions.flat()).genre, "interview");
});
