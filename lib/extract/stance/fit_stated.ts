import type { Cue } from "./cue.ts";
import { contextsOf, fit } from "./fit.ts";
import { type Example, Model } from "./fit_model.ts";
import type { Lexicon } from "./lexicon.ts";
import { cuePrior } from "./priors.ts";
import { readSentence } from "./reading.ts";
import type { Question } from "./question.ts";
import { show } from "./show.ts";
import { SLOTS, STATED } from "./slots.ts";
import { type HeadFile, type PairsFile, type Weights, weightsOf } from "./weights.ts";
import type { WeightsFile } from "./weights.ts";

/** A question with the sign of its answer. */
export interface Labelled extends Question {
  readonly label: -1 | 0 | 1;
  /** How much it counts; 1. */
  readonly weight?: number;
}

/** What a fit of the head of statements gives: its numbers and the cues' weights in it. */
export interface StatedFit {
  readonly head: HeadFile & PairsFile;
  readonly cues: readonly Cue[];
}

/**
 * Fits the head of statements between states. It starts from the head of any two entities
 * and, for each cue, halfway between the hand's strength and that head's weight.
 *
 * @param lexicon The cues with the weights of the other heads.
 * @param weights The other heads.
 * @param statements Statements with their signs.
 */
export function fitStated(
  lexicon: Lexicon,
  weights: Weights,
  statements: readonly Labelled[],
): StatedFit {
  const { cues } = lexicon;
  const examples = statements.map((statement): Example => {
    const reading = readSentence(statement.text, lexicon);
    const { terms, context } = show(reading, statement);
    return { terms, context, label: statement.label, weight: statement.weight ?? 1 };
  });
  const options = { epochs: 12, rate: 0.02, ridge: 1e-3, hold: 1e-3 };
  const model = new Model(cues, ["toward", "seen"], contextsOf(examples), [STATED], {
    weight(i, slot) {
      const { direction, strength, part } = cues[i];
      const prior = cuePrior(direction, strength, part).stated;
      return slot === STATED ? (cues[i].toward + prior) / 2 : cues[i][SLOTS[slot]];
    },
    multiplier: (table, index) =>
      table === "places" ? undefined : weights.directed[table][index],
  }, options);
  fit(model, examples, options);
  return {
    head: { ...model.head(), toward: model.table("toward"), seen: model.table("seen") },
    cues: cues.map((cue, i) => ({ ...cue, stated: model.weight(i, STATED) })),
  };
}

/** The weights that ship with one head of statements in the place of theirs. */
export function withStated(file: WeightsFile, head: HeadFile & PairsFile): Weights {
  return weightsOf({ ...file, stated: head });
}
