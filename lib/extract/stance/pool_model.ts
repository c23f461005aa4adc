import type { StanceModel } from "./model.ts";
import type { Question } from "./rules.ts";
import { poolOf, type Probabilities, softened } from "./score.ts";

/**
 * The weight of the model's answer beside the rules' 1, where an actor is known to take a
 * position; and the temperature that makes the pool's probabilities hold, for two answers
 * to one question are not independent. Chosen on paraphrases, invented passages and
 * articles that were kept from the training of both
 * (`data/models/stance/training/pool.ts`).
 */
const POOLED = { weight: 2, temperature: 2.9 };

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
  const answers = await model.ask(questions);
  return questions.map(({ target }, i) => {
    if (target.name === undefined) return answers[i];
    const pool = poolOf(rules[i], [[answers[i], POOLED.weight]]);
    return softened(pool, POOLED.temperature);
  });
}
