/**
 * How fast names are found and facts extracted, on text made up of the project's own names
 * in all their scripts, against what npm offers: a double-array-free automaton, and Deno's
 * RegExp with word boundaries for every script. Then the whole text pipeline, on invented
 * news of which no sentence is like another, against tokens, sentences and entities alone
 * by wink-nlp.
 */
import AhoCorasick from "modern-ahocorasick";
import wink from "wink-nlp";
import winkModel from "wink-eng-lite-web-model";
import { extractor, mentionFinder, seededRandom } from "aras";
import { readKnowledge } from "../../lib/cli/knowledge.ts";
import { readLexicon } from "../../lib/corpus/stance.ts";
import { newsText } from "./news.ts";

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

const articles = Array.from({ length: 100 }, () => newsText(10_000));
const PIPELINE = { ...FEW, group: "pipeline" };
const facts = extractor(knowledge);
Deno.bench(
  "mentions, quotations, citations, 1 MB (iter/s: MB a second)",
  PIPELINE,
  () => {
    for (const text of articles) facts({ id: "", text });
  },
);
const all = extractor(knowledge, await readLexicon());
Deno.bench("the same with statements by rules", PIPELINE, () => {
  for (const text of articles) all({ id: "", text });
});
const nlp = wink(winkModel, ["sbd", "ner"]);
Deno.bench(
  "wink-nlp, tokens, sentences and entities of it",
  { ...PIPELINE, n: 2 },
  () => {
    for (const text of articles) nlp.readDoc(text);
  },
);
