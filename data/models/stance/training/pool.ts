/**
 * Looks for the weight with which the model's answers are pooled with the rules'
 * (`lib/extract/stance/pool_model.ts`), on what was kept from the model's training:
 * paraphrases of coded statements, which the rules answer out of fold, invented passages
 * and the statements of invented articles. The annotated articles are not looked at.
 *
 *     deno run -A data/models/stance/training/pool.ts
 *
 * Prints the settings by log loss, mean of the three sets, each with its best temperature,
 * and the accuracy on each set.
 */
import { openStanceModel, readLexicon } from "../../../../lib/corpus/stance.ts";
import { readArticles } from "../../../../lib/evaluate/articles.ts";
import { readGists } from "../../../../lib/evaluate/gists.ts";
import { readPassages } from "../../../../lib/evaluate/passages.ts";
import { askGists, signOf } from "../../../../lib/evaluate/stance_asked.ts";
import { readSentence } from "../../../../lib/extract/stance/reading.ts";
import { answerByRules, type Question } from "../../../../lib/extract/stance/rules.ts";
import {
  poolOf,
  type Probabilities,
  softened,
} from "../../../../lib/extract/stance/score.ts";

interface Asked {
  readonly label: -1 | 0 | 1;
  readonly rules: Probabilities;
  readonly model: Probabilities;
}

const lexicon = await readLexicon(), model = await openStanceModel();
if (model === undefined) throw new Error("the model's runtime is missing");

async function answers<Item extends Question & { label: -1 | 0 | 1 }>(
  items: readonly Item[],
  rules: (item: Item) => Probabilities,
): Promise<Asked[]> {
  const asked = await model!.ask(items);
  return items.map((item, i) => ({
    label: item.label,
    rules: rules(item),
    model: asked[i],
  }));
}

const gists = await readGists(), passages = await readPassages(gists, await readArticles());
const outOfFold = new Map(
  (await askGists(lexicon, gists, passages)).map(({ id, probabilities }) => [id, probabilities]),
);
const kept = Object.groupBy(
  passages.filter(({ held }) => held),
  ({ id }) => id.startsWith("article ") ? "articles" : "passages",
);
const byRules = (passage: Question) =>
  answerByRules(readSentence(passage.text, lexicon), passage);
const sets = {
  paraphrases: await answers(
    gists.filter(({ held }) => held),
    ({ id }) => outOfFold.get(id)!,
  ),
  passages: await answers(kept.passages!, byRules),
  articles: await answers(kept.articles!, byRules),
};

const KEYS = { "-1": "negative", "0": "neutral", "1": "positive" } as const;

/** Mean log loss at the temperature that suits best, and the share of right signs. */
function judged(asked: readonly Asked[], weight: number, neutral: number) {
  const pools = asked.map(({ rules, model }) => poolOf(rules, [[model, weight]], neutral));
  const right = pools.filter((pool, i) => signOf(pool) === asked[i].label).length;
  let loss = Infinity, temperature = 1;
  for (let t = 0.6; t < 10; t += 0.2) {
    const mean = asked.reduce((sum, { label }, i) =>
      sum - Math.log(softened(pools[i], t)[KEYS[label]] + 1e-9), 0) / asked.length;
    if (mean < loss) [loss, temperature] = [mean, t];
  }
  return { loss, temperature, accuracy: 100 * right / asked.length };
}

const tried = [];
for (const weight of [0, 0.5, 1, 1.5, 2, 3, 4, 6, 100]) {
  for (const neutral of [-1.6, -0.8, -0.4, 0, 0.4, 0.8]) {
    const found = Object.entries(sets).map(([name, asked]) =>
      [name, judged(asked, weight, neutral)] as const
    );
    const loss = found.reduce((sum, [, { loss }]) => sum + loss, 0) / found.length;
    tried.push({ weight, neutral, loss, found });
  }
}
tried.sort((a, b) => a.loss - b.loss);
for (const { weight, neutral, loss, found } of tried) {
  const shown = found.map(([name, { loss, temperature, accuracy }]) =>
    `${name} loss ${loss.toFixed(3)}, ${accuracy.toFixed(1)} %, T ${temperature.toFixed(1)}`
  );
  console.log(
    `weight ${weight} neutral ${neutral}: ${loss.toFixed(4)};`,
    shown.join("; "),
  );
}
Deno.exit();
