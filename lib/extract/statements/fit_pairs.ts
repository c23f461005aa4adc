import { PAIR_FORMS, type PairForms } from "./pair_forms.ts";
import type { PairWeightsFile } from "./pair_weights.ts";

/** A pair of an annotated text, with whether it is a statement's speaker and target. */
export interface LabelledPair {
  readonly forms: PairForms;
  readonly isStated: boolean;
}

/** How strongly a weight is pulled to 0: as by so many pairs that speak against it. */
const RIDGE = 5;
/** In how many pairs a form must stand to be weighed. */
const LEAST_SEEN = 20;
const SWEEPS = 500, SETTLED = 1e-6;

/**
 * Fits what the forms of a pair weigh: a logistic regression with a ridge, by cyclic
 * coordinate descent with a Newton step each, at most 1 long (Genkin, Lewis & Madigan 2007).
 * Nothing in it is random.
 *
 * @param pairs All pairs of the texts, those that are no statement's too.
 */
export function fitPairs(pairs: readonly LabelledPair[]): PairWeightsFile {
  const odds = new Float64Array(pairs.length);
  const columns = columnsOf(pairs);
  const all = { at: pairs.map((_, i) => i), values: pairs.map(() => 1) };
  const weights = new Float64Array(columns.length);
  let bias = 0;
  for (let sweep = 0, most = Infinity; sweep < SWEEPS && most > SETTLED; sweep++) {
    const step = stepOf(pairs, odds, all, 0, 0);
    bias += step;
    most = Math.abs(step);
    columns.forEach((column, form) => {
      if (column.at.length < LEAST_SEEN) return;
      const step = stepOf(pairs, odds, column, weights[form], RIDGE);
      weights[form] += step;
      most = Math.max(most, Math.abs(step));
    });
  }
  const forms = PAIR_FORMS.flatMap((name, form) =>
    weights[form] === 0 ? [] : [[name, rounded(weights[form])] as const]
  );
  return { bias: rounded(bias), forms: Object.fromEntries(forms) };
}

/** The pairs that show a form, and how much of it. */
interface Column {
  readonly at: number[];
  readonly values: number[];
}

function columnsOf(pairs: readonly LabelledPair[]): Column[] {
  const columns = PAIR_FORMS.map((): Column => ({ at: [], values: [] }));
  pairs.forEach(({ forms: { forms, values } }, i) =>
    forms.forEach((form, k) => {
      columns[form].at.push(i);
      columns[form].values.push(values[k]);
    })
  );
  return columns;
}

/** Moves one weight to where the likelihood is best as far as its curve tells. */
function stepOf(
  pairs: readonly LabelledPair[],
  odds: Float64Array,
  { at, values }: Column,
  weight: number,
  ridge: number,
): number {
  let slope = -ridge * weight, curve = ridge + 1e-9;
  for (let k = 0; k < at.length; k++) {
    const p = 1 / (1 + Math.exp(-odds[at[k]]));
    slope += values[k] * ((pairs[at[k]].isStated ? 1 : 0) - p);
    curve += values[k] ** 2 * p * (1 - p);
  }
  const step = Math.max(-1, Math.min(1, slope / curve));
  for (let k = 0; k < at.length; k++) odds[at[k]] += step * values[k];
  return step;
}

function rounded(weight: number): number {
  return Math.round(weight * 1000) / 1000;
}
