/**
 * How fast texts are read. Pages are made up, of the size and make of a newspaper's: 120
 * kB, most of it scripts, menus and lists of other articles. Peers of sentences and words:
 * what the platform has (Intl.Segmenter).
 */
import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
import { findDates, isWrapped, languageOf, minHash, sentences, words } from "aras";
import { articleMaker } from "../../lib/text/article.ts";
import { clean } from "../../lib/text/clean/clean.ts";
import { passagesOf } from "../../lib/text/passage.ts";
import { readTextKnowledge } from "../../lib/cli/text_knowledge.ts";
import { page, paragraphs } from "../text/pages.ts";

const text = paragraphs(4000).join("\n\n");
const size = `${(text.length / 1e6).toFixed(1)} MB`;

Deno.bench(`sentences, ${size}`, { group: "sentences" }, () => {
  sentences(text);
});
const segmenter = new Intl.Segmenter("en", { granularity: "sentence" });
Deno.bench(`Intl.Segmenter, sentences, ${size}`, { group: "sentences", n: 3 }, () => {
  for (const _ of segmenter.segment(text));
});
Deno.bench(`words, ${size}`, { group: "words" }, () => {
  words(text);
});
const splitter = new Intl.Segmenter("en", { granularity: "word" });
Deno.bench(`Intl.Segmenter, words, ${size}`, { group: "words", n: 3 }, () => {
  for (const _ of splitter.segment(text));
});

const article = paragraphs(20).join("\n\n");
Deno.bench("clean a plain text of 9 kB", () => {
  clean(article, passagesOf(article, isWrapped(article)));
});
Deno.bench("findDates, 9 kB", () => {
  findDates(article);
});
Deno.bench("languageOf", () => {
  languageOf(article);
});
Deno.bench("minHash, 9 kB", () => {
  minHash(article);
});

const links = Array.from(
  { length: 250 },
  (_, i) =>
    `<li class="card"><a href="/${i}"><img src="${i}.jpg" data-src="${i}.jpg">` +
    `<span class="card-title">Another road is closed, number ${i}</span></a></li>`,
).join("");
const html = page({
  lines: paragraphs(14),
  head: `<script>${"var a = [1, 2, 3]; ".repeat(3000)}</script>`,
  after: `<ul class="more">${links}</ul>`,
});
const make = articleMaker(await readTextKnowledge());
const source = {
  id: "a",
  format: "html",
  encoding: "utf-8",
  basis: "declared",
} as const;
const rest = { notes: [], stated: {} };

Deno.bench(`read a page of ${html.length >> 10} kB`, { group: "page" }, () => {
  make({ ...source, ...rest, html });
});
Deno.bench("Readability alone on the same page", { group: "page" }, () => {
  new Readability(parseHTML(html).document as unknown as Document).parse();
});
Deno.bench("describe and clean a plain text of 9 kB", () => {
  make({ ...source, ...rest, format: "text", text: article });
});
