import type { Lexicon } from "./lexicon.ts";
import type { Term } from "./terms.ts";
import type { Head, Weights } from "./weights.ts";

/** Probabilities of the three classes. */
export interface Probabilities {
  readonly negative: number;
  readonly neutral: number;
  readonly positive: number;
}

/** What one term weighs, in log-odds before its head's scale; below 0 is negative. */
export function weightOf(
  term: Term,
  lexicon: Lexicon,
  weights: Weights,
  head: keyof Weights,
): number {
  const multiplier = term.table === "places"
    ? weights.view.places[term.index]
    : weights[head === "view" ? "directed" : head][term.table][term.index];
  return lexicon.cues[term.cue][term.slot] * multiplier *
    weights[head].modes[term.mode];
}

/** From how many cues on each counts for less. */
const CROWD = 4;

/**
 * How much of each cue's weight counts where there are many: a long passage is no surer
 * than a sentence only because more is said in it.
 *
 * @param terms How many terms there are, two for each cue.
 */
export function shareOf(terms: number): number {
  return 1 / Math.sqrt(Math.max(1, terms / 2 / CROWD));
}

/** Adds up the terms and the context of a sentence into probabilities. */
export function probabilitiesOf(
  contributions: readonly number[],
  context: readonly string[],
  head: Head,
  share = 1,
): Probabilities {
  let negative = 0, positive = 0;
  for (const x of contributions) {
    if (x < 0) negative -= x;
    else positive += x;
  }
  negative *= share;
  positive *= share;
  let low = head.bias[0] + negative * head.own[0] - positive * head.opposite[0];
  let high = head.bias[1] + positive * head.own[1] - negative * head.opposite[1];
  for (const name of context) {
    const pair = head.context.get(name);
    if (pair !== undefined) {
      low += pair[0];
      high += pair[1];
    }
  }
  const top = Math.max(0, low, high);
  const a = Math.exp(low - top), b = Math.exp(-top), c = Math.exp(high - top);
  const sum = a + b + c;
  return { negative: a / sum, neutral: b / sum, positive: c / sum };
}

/**
 * The weight of the writer's view beside the head of statements between states, and what
 * is added to the log-odds of neutral, because articles report contacts and requests more
 * often than paraphrases of statements do. Chosen on the three annotated articles and on
 * the paraphrases.
 */
export const POOL = { view: 1, neutral: 0.8 };

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
  const log = (key: keyof Probabilities) =>
    others.reduce(
      (sum, [answer, weight]) => sum + weight * Math.log(answer[key] + 1e-6),
      Math.log(own[key] + 1e-6),
    );
  const logs = [log("negative"), log("neutral") + neutral, log("positive")];
  const top = Math.max(...logs);
  const powers = logs.map((x) => Math.exp(x - top));
  const sum = powers[0] + powers[1] + powers[2];
  return {
    negative: powers[0] / sum,
    neutral: powers[1] / sum,
    positive: powers[2] / sum,
  };
}

/**
 * Temperatures that make probabilities hold (Guo et al. 2017): the writer's view fitted on
 * dev_rw and dev_mt, statements on the paraphrases out of fold; pairs keep the odds of
 * rare classes raised as they were fitted.
 */
export const TEMPERATURES = { view: 1.4, directed: 1, stated: 1.3 } as const;

/** Draws probabilities together without a change of their order. */
export function softened(
  { negative, neutral, positive }: Probabilities,
  temperature: number,
): Probabilities {
  const [a, b, c] = [negative, neutral, positive].map((p) =>
    (p + 1e-9) ** (1 / temperature)
  );
  const sum = a + b + c;
  return { negative: a / sum, neutral: b / sum, positive: c / sum };
}
