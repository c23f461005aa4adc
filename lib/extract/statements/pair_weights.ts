import fitted from "./pair_weights.json" with { type: "json" };
import { PAIR_FORMS, type PairForms } from "./pair_forms.ts";

/** What a pair's log-odds of being a statement's are made of. */
export interface PairWeights {
  /** The log-odds where no form is shown. */
  readonly bias: number;
  /** What each form adds, by the forms' numbers in {@linkcode PAIR_FORMS}. */
  readonly forms: Float64Array;
}

/** The shape of `pair_weights.json`; forms that weigh nothing are left out. */
export interface PairWeightsFile {
  readonly bias: number;
  readonly forms: Readonly<Record<string, number>>;
}

/** Reads the weights from their file. */
export function pairWeightsOf({ bias, forms }: PairWeightsFile): PairWeights {
  return { bias, forms: Float64Array.from(PAIR_FORMS, (name) => forms[name] ?? 0) };
}

/** How likely a pair is a statement's speaker and target, 0 to 1. */
export function probabilityOf(
  { forms, values }: PairForms,
  weights: PairWeights,
): number {
  let odds = weights.bias;
  for (let i = 0; i < forms.length; i++) odds += weights.forms[forms[i]] * values[i];
  return 1 / (1 + Math.exp(-odds));
}

/** The weights that ship. */
export const PAIR_WEIGHTS: PairWeights = pairWeightsOf(fitted as PairWeightsFile);
