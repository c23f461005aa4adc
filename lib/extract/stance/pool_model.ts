import type { StanceModel } from "./model.ts";
import type { Question } from "./rules.ts";
import { poolOf, type Probabilities } from "./score.ts";

/**
 * Weights of the model's two answers (between the two, and the writer's view of the
 * target) beside the rules', where an actor is known to take a position; and what is
 * added to the log-odds of neutral, which the model was taught to expect most of the time.
 * Chosen on a fifth of the catalogue's paraphrases and on the annotated articles.
 */
const WEIGHTS = { direction: 0.25, view: 0.25, neutral: -1.4 };

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
    pooled[i] = poolOf(rules[i], others, WEIGHTS.neutral);
  });
  return pooled;
}
