import type { Sums } from "./weigh.ts";
import type { Head } from "./weights.ts";

/** Probabilities of the three classes. */
export interface Probabilities {
  readonly negative: number;
  readonly neutral: number;
  readonly positive: number;
}

/** From how many cues on each counts for less. */
const CROWD = 4;

/**
 * How much of each cue's weight counts where there are many: a long passage is no surer
 * than a sentence only because more is said in it.
 *
 * @param cues How many there are.
 */
export function shareOf(cues: number): number {
  return 1 / Math.sqrt(Math.max(1, cues / CROWD));
}

/**
 * Makes probabilities of what the cues of a sentence and its form weigh.
 *
 * @param sums What the cues weigh.
 * @param context Forms of the sentence, places in `CONTEXTS`.
 * @param head What weighs them.
 * @param share How much of each cue's weight counts.
 */
export function probabilitiesOf(
  sums: Sums,
  context: readonly number[],
  head: Head,
  share = 1,
): Probabilities {
  const negative = sums.negative * share, positive = sums.positive * share;
  let low = head.bias[0] + negative * head.own[0] - positive * head.opposite[0];
  let high = head.bias[1] + positive * head.own[1] - negative * head.opposite[1];
  for (const form of context) {
    low += head.context[2 * form];
    high += head.context[2 * form + 1];
  }
  const top = Math.max(0, low, high);
  const a = Math.exp(low - top), b = Math.exp(-top), c = Math.exp(high - top);
  const sum = a + b + c;
  return { negative: a / sum, neutral: b / sum, positive: c / sum };
}

/**
 * The weight of the writer's view beside the head of statements between states, and what
 * is added to the log-odds of neutral, because articles report contacts and requests more
 * often than paraphrases of statements do. Chosen on paraphrases and invented passages
 * that the head was not fitted on.
 */
export const POOL = { view: 0.5, neutral: 0.4 };

/**
 * Pools answers as the product of their probabilities, each to the power of its weight
 * (a logarithmic opinion pool; Genest & Zidek 1986).
 *
 * @param own The answer with weight 1.
 * @param others Answers with their weights.
 * @param neutral What is added to the log-odds of neutral.
 */
export function poolOf(
  own: Probabilities,
  others: readonly (readonly [Probabilities, number])[],
  neutral = 0,
): Probabilities {
  let low = Math.log(own.negative + 1e-6), even = Math.log(own.neutral + 1e-6);
  let high = Math.log(own.positive + 1e-6);
  for (const [answer, weight] of others) {
    low += weight * Math.log(answer.negative + 1e-6);
    even += weight * Math.log(answer.neutral + 1e-6);
    high += weight * Math.log(answer.positive + 1e-6);
  }
  even += neutral;
  const top = Math.max(low, even, high);
  const a = Math.exp(low - top), b = Math.exp(even - top), c = Math.exp(high - top);
  const sum = a + b + c;
  return { negative: a / sum, neutral: b / sum, positive: c / sum };
}

/**
 * Temperatures that make probabilities hold (Guo et al. 2017): the writer's view fitted on
 * dev_rw and dev_mt, statements on the annotated articles, notes without a subject on the
 * paraphrases out of fold; pairs keep the odds of rare classes raised as they were fitted.
 */
export const TEMPERATURES = { view: 1.4, directed: 1, stated: 1.3, noted: 0.75 };

/** Draws probabilities together without a change of their order. */
export function softened(
  { negative, neutral, positive }: Probabilities,
  temperature: number,
): Probabilities {
  const drawn = (p: number) =>
    temperature === 1 ? p + 1e-9 : (p + 1e-9) ** (1 / temperature);
  const a = drawn(negative), b = drawn(neutral), c = drawn(positive);
  const sum = a + b + c;
  return { negative: a / sum, neutral: b / sum, positive: c / sum };
}
