/**
 * How fast stance is read: sentences a second by rules (goal 20,000; VADER in Python reads
 * 9,000) and by the model (goal 150 a core), and statements of whole articles. The
 * sentences are made up from a few patterns.
 */
import { extractor, openStanceReader, readLexicon, seededRandom } from "aras";
import { readKnowledge } from "../../lib/cli/knowledge.ts";

const random = seededRandom("bench");
const pick = (words: readonly string[]) => words[random.below(words.length)];
const STATES = ["Iran", "Azerbaijan", "Armenia", "Turkey", "Russia", "Israel"];
const VERBS = ["accused", "praised", "met", "warned", "thanked", "urged", "condemned"];
const TAILS = [
  "of moving heavy weapons to the common border in breach of earlier promises",
  "after talks in the capital, saying that ties between both countries would deepen",
  "and called for restraint, while its ministry denied that any agreement was near",
];

function sentence() {
  const speaker = pick(STATES),
    target = pick(STATES.filter((name) => name !== speaker));
  const text = `On Monday ${speaker} ${pick(VERBS)} ${target} ${pick(TAILS)}.`;
  const spanOf = (name: string) => {
    const start = text.indexOf(name, 9);
    return { spans: [{ start, end: start + name.length }] };
  };
  return { text, speaker: spanOf(speaker), target: spanOf(target) };
}

const questions = Array.from({ length: 2000 }, sentence);
const rules = await openStanceReader("rules");
const model = await openStanceReader("model");
const extract = extractor(await readKnowledge(), await readLexicon());
const article = questions.slice(0, 200).map(({ text }) => text).join(" ");

Deno.bench("stance by rules, 2,000 sentences", async () => {
  await rules.read(questions);
});

if (model.method === "model") {
  Deno.bench("stance by the model, 200 sentences", { n: 3, warmup: 1 }, async () => {
    await model.read(questions.slice(0, 200));
  });
}

Deno.bench(`statements of an article of ${article.length} characters`, () => {
  extract({ id: "bench", text: article });
});
