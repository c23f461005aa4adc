/**
 * How fast names are found, on made-up text with the project's own names in English and in
 * each of several scripts, against what there is otherwise: Deno's RegExp with word
 * boundaries for every script, and an automaton from npm, which has none. Then the whole
 * text pipeline, on invented news of which no sentence is like another, against tokens,
 * sentences and entities alone by wink-nlp.
 */
import AhoCorasick from "modern-ahocorasick";
import wink from "wink-nlp";
import winkModel from "wink-eng-lite-web-model";
import {
  citationFinder,
  extractor,
  mentionFinder,
  quotationFinder,
  seededRandom,
  sentences,
} from "aras";
import { readKnowledge } from "../../lib/cli/knowledge.ts";
import { readLexicon } from "../../lib/corpus/stance.ts";
import { newsText } from "./news.ts";

const FEW = { n: 6, warmup: 2 };
const knowledge = await readKnowledge();
const names = [...new Set(knowledge.aliases.map(({ alias }) => alias))];

/** Words of no meaning between the names, as many as there are in news. */
const FILLER: Record<string, string> = {
  en:
    "the road that was shut since spring will open again when a new bridge over the " +
    "river has been built and both sides have sent engineers to look at what is left of it",
  ru:
    "дорога которая была закрыта с весны снова откроется когда новый мост через реку " +
    "будет построен и обе стороны отправили инженеров посмотреть что осталось от него",
  hy:
    "ճանապարհը որը փակ էր գարնանից կրկին կբացվի երբ նոր կամուրջը գետի վրայով կառուցվի",
  fa: "جاده ای که از بهار بسته بود دوباره باز می‌شود وقتی پل جدید روی رودخانه ساخته شود",
  ar: "الطريق الذي كان مغلقا منذ الربيع سيفتح مرة أخرى عندما يتم بناء الجسر الجديد",
  az:
    "yazdan bağlı olan yol çayın üzərində yeni körpü tikiləndə yenidən açılacaq və hər",
};

/** Text with a name in every `gap` words, the same in every run. */
function makeText(
  length: number,
  gap: number,
  some: readonly string[],
  language = "en",
): string {
  const filler = FILLER[language].split(" ");
  const random = seededRandom("bench");
  const parts: string[] = [];
  for (let size = 0, n = 1; size < length; n++) {
    const word = n % gap === 0
      ? some[random.below(some.length)]
      : filler[random.below(filler.length)];
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
const news = makeText(4_000_000, 11, often);
const megabytes = (text: string) =>
  `${(new TextEncoder().encode(text).length / 1e6).toFixed(1)} MB`;

Deno.bench("prepare the names", FEW, () => {
  mentionFinder(knowledge);
});

const find = mentionFinder(knowledge);
const pattern = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${
    [...names].sort((a, b) => b.length - a.length).map((name) =>
      name.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&")
    ).join("|")
  })(?![\\p{L}\\p{N}])`,
  "gu",
);
const automaton = new AhoCorasick(names);

/** Names in a text, by this software and its peers. */
function compare(what: string, text: string): void {
  const group = `names, ${what}, ${megabytes(text)}`;
  Deno.bench(`mentions, ${what}`, { ...FEW, group, baseline: true }, () => {
    find(text);
  });
  Deno.bench(`RegExp, ${what}`, { ...FEW, group }, () => {
    for (const _ of text.matchAll(pattern));
  });
  Deno.bench(`modern-ahocorasick, ${what}`, { n: 2, warmup: 0, group }, () => {
    automaton.search(text);
  });
}

compare("English", news);
for (const language of Object.keys(FILLER).filter((code) => code !== "en")) {
  const own = knowledge.aliases.filter((alias) => alias.language === language)
    .map(({ alias }) => alias);
  compare(language, makeText(1_000_000, 11, own, language));
}
compare("English with names of all scripts", makeText(2_000_000, 11, names));

const articles = Array.from({ length: 100 }, () => newsText(10_000));
// A large corpus is read by warm code: ten passes before the clock runs.
const PIPELINE = { n: 20, warmup: 10, group: "pipeline" };

const facts = extractor(knowledge);
Deno.bench(
  "mentions, quotations, citations, 1 MB (iter/s: MB a second)",
  PIPELINE,
  () => {
    for (const text of articles) facts({ id: "", text });
  },
);
const findQuotations = quotationFinder(knowledge),
  findCitations = citationFinder(knowledge);
const prepared = articles.map((text) => ({
  text,
  mentions: find(text),
  bounds: sentences(text),
}));
Deno.bench("quotations and cited sources alone", PIPELINE, () => {
  for (const { text, mentions, bounds } of prepared) {
    const quotations = findQuotations(text, mentions, { sentences: bounds });
    findCitations(text, mentions, quotations);
  }
});
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
