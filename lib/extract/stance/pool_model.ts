import type { StanceModel } from "./model.ts";
import type { Question } from "./rules.ts";
import { poolOf, type Probabilities, softened } from "./score.ts";

/**
 * Weights of the model's two answers (between the two, and the view of the target, whoever
 * holds it) beside the rules' 1, where an actor is known to take a position; and the
 * temperature that makes the pool's probabilities hold, for three answers to one question
 * are not independent. Chosen on paraphrases and invented passages that were kept from the
 * training of both (`data/models/stance/training/pool.ts`), where the view gives nothing,
 * and on the annotated articles, where it does.
 */
const WEIGHTS = { direction: 1.5, view: 1, temperature: 3.4 };

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
    const pool = poolOf(rules[i], others);
    pooled[i] = softened(pool, WEIGHTS.temperature);
  });
  return pooled;
}
