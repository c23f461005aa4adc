/**
 * How fast names are found and facts extracted, on text made up of the project's own names
 * in all their scripts, against what npm offers: a double-array-free automaton, and Deno's
 * RegExp with word boundaries for every script.
 */
import AhoCorasick from "modern-ahocorasick";
import { extractor, mentionFinder, seededRandom } from "aras";
import { readKnowledge } from "../../lib/cli/knowledge.ts";
import { readLexicon } from "../../lib/corpus/stance.ts";

const FEW = { n: 6, warmup: 2 };
const knowledge = await readKnowledge();
const names = [...new Set(knowledge.aliases.map(({ alias }) => alias))];

/** Words of no meaning between the names, as many as there are in news. */
const FILLER = (
  "the road that was shut since spring will open again when a new bridge over the river " +
  "has been built and both sides have sent their engineers to look at what is left of it"
).split(" ");

/** Text with a name in every `gap` words, the same in every run. */
function makeText(length: number, gap: number, some: readonly string[]): string {
  const random = seededRandom("bench");
  const parts: string[] = [];
  for (let size = 0, n = 1; size < length; n++) {
    const word = n % gap === 0
      ? some[random.below(some.length)]
      : FILLER[random.below(FILLER.length)];
    const part = n % 23 === 0 ? `${word}. ` : `${word} `;
    parts.push(part);
    size += part.length;
  }
  // A flat string: one that is still in pieces would be joined while the clock runs.
  return JSON.parse(JSON.stringify(parts.join("")));
}

const often = [
  "Iran",
  "Azerbaijan",
  "Armenia",
  "Turkey",
  "Russia",
  "Israel",
  "Iranian",
];
const news = makeText(8_000_000, 11, often);
const scripts = makeText(4_000_000, 11, names);
const article = makeText(6_000, 11, often).replaceAll(" Iran ", " Iran said that ");
const megabytes = (text: string) =>
  `${(new TextEncoder().encode(text).length / 1e6).toFixed(1)} MB`;

Deno.bench("prepare the names", FEW, () => {
  mentionFinder(knowledge);
});

const find = mentionFinder(knowledge);
Deno.bench(
  `mentions, ${megabytes(news)} of English`,
  { ...FEW, group: "names" },
  () => {
    find(news);
  },
);
Deno.bench(`mentions, ${megabytes(scripts)} of all scripts`, FEW, () => {
  find(scripts);
});

const pattern = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${
    [...names].sort((a, b) => b.length - a.length).map((name) =>
      name.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&")
    ).join("|")
  })(?![\\p{L}\\p{N}])`,
  "gu",
);
Deno.bench(`RegExp, ${megabytes(news)}`, { ...FEW, group: "names" }, () => {
  for (const _ of news.matchAll(pattern));
});

const automaton = new AhoCorasick(names);
Deno.bench(`modern-ahocorasick, ${megabytes(news)}`, {
  n: 2,
  warmup: 0,
  group: "names",
}, () => {
  automaton.search(news);
});

const facts = extractor(knowledge);
Deno.bench("mentions, quotations, citations of 100 articles of 6 kB", FEW, () => {
  for (let i = 0; i < 100; i++) facts({ id: "", text: article });
});
const all = extractor(knowledge, await readLexicon());
Deno.bench("the same with statements by rules", FEW, () => {
  for (let i = 0; i < 100; i++) all({ id: "", text: article });
});
