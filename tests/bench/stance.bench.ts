/**
 * How fast stance is read: by rules (goal 20,000 questions a second), by the model (goal
 * 150 a core), and statements of whole articles (goal 30 MB a second). A round by rules is
 * 1,000 sentences, no two alike, so that iter/s says thousands a second; the peers rate
 * the mood of the same sentences by their words alone, without a speaker or a target.
 */
import Sentiment from "sentiment";
import vader from "vader-sentiment";
import { extractor, openStanceReader, readLexicon } from "aras";
import { readKnowledge } from "../../lib/cli/knowledge.ts";
import { statementOptions } from "../../lib/extract/extract.ts";
import { extractStatements } from "../../lib/extract/statements.ts";
import { newsText, pairSentence } from "./news.ts";

const questions = Array.from({ length: 1000 }, pairSentence).map(
  ({ text, speaker, target }) => ({
    text,
    speaker: { spans: [speaker] },
    target: { spans: [target] },
  }),
);
const rules = await openStanceReader("rules");
const model = await openStanceReader("model");

const STANCE = { group: "stance" };
Deno.bench("stance by rules, 1,000 questions", STANCE, async () => {
  await rules.read(questions, { evidence: false });
});
Deno.bench("the same with the cues of each answer", STANCE, async () => {
  await rules.read(questions);
});
Deno.bench("vader-sentiment, 1,000 sentences", STANCE, () => {
  for (const { text } of questions) {
    vader.SentimentIntensityAnalyzer.polarity_scores(text);
  }
});
const afinn = new Sentiment();
Deno.bench("sentiment (AFINN), 1,000 sentences", STANCE, () => {
  for (const { text } of questions) afinn.analyze(text);
});

if (model.method === "model") {
  Deno.bench("stance by the model, 200 questions", { n: 3, warmup: 1 }, async () => {
    await model.read(questions.slice(0, 200));
  });
}

const knowledge = await readKnowledge(), lexicon = await readLexicon();
const extract = extractor(knowledge);
const options = statementOptions(knowledge, lexicon);
const articles = Array.from(
  { length: 100 },
  (_, i) => extract({ id: String(i), text: newsText(10_000) }),
);

Deno.bench("statements by rules, 1 MB (iter/s: MB a second)", () => {
  for (const article of articles) extractStatements(article, options);
});
