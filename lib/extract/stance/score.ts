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
