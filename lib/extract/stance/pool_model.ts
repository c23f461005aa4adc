import type { StanceModel } from "./model.ts";
import type { Question } from "./rules.ts";
import { poolOf, type Probabilities, softened } from "./score.ts";

/**
 * Weights of the model's two answers (between the two, and the writer's view of the
 * target) beside the rules' 1, where an actor is known to take a position; what is added
 * to the log-odds of neutral; and the temperature that makes the pool's probabilities
 * hold, for three answers to one question are not independent. Weights chosen on half of
 * the documents that were kept from the model's training and on the annotated articles;
 * the temperature lies between what paraphrases (1.8) and articles (3.2) ask for.
 */
const WEIGHTS = { direction: 0.75, view: 0.5, neutral: 0.6, temperature: 2.2 };

/**
 * Asks the model, and where the parties are actors of the tables pools its answer with
 * the rules', who know the words of states better.
 *
 * @param model The loaded model.
 * @param questions Questions.
 * @param rules What the rules answer to each.
 */
export async function askModel(
  model: StanceModel,
  questions: readonly Question[],
  rules: readonly Probabilities[],
): Promise<Probabilities[]> {
  const named = questions.flatMap(({ target }, i) =>
    target.name === undefined ? [] : [i]
  );
  const views = named.map((i) => ({ ...questions[i], speaker: null }));
  const answers = await model.ask([...questions, ...views]);
  const pooled = answers.slice(0, questions.length);
  named.forEach((i, k) => {
    const view = answers[questions.length + k];
    const others: [Probabilities, number][] = questions[i].speaker === null
      ? [[view, WEIGHTS.direction + WEIGHTS.view]]
      : [[pooled[i], WEIGHTS.direction], [view, WEIGHTS.view]];
    const pool = poolOf(rules[i], others, WEIGHTS.neutral);
    pooled[i] = softened(pool, WEIGHTS.temperature);
  });
  return pooled;
}
