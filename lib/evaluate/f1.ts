import { seededRandom } from "../base/random.ts";

/** What was right, wrong and missed in one unit: a sentence or a document. */
export interface Hits {
  right: number;
  wrong: number;
  missed: number;
}

/** F1 with its 95 % interval. */
export interface F1 {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** How many there were to be found. */
  readonly n: number;
}

const RESAMPLES = 1000;

/**
 * F1 over all units, with a 95 % percentile interval by bootstrap over units (Efron &
 * Tibshirani 1993): what stands in one sentence is not independent. The same in every run.
 *
 * @param units Hits by unit, in any order.
 */
export function f1Of(units: readonly Hits[]): F1 {
  const random = seededRandom("evaluate");
  const draws: number[] = [];
  for (let i = 0; i < RESAMPLES; i++) {
    const sum = { right: 0, wrong: 0, missed: 0 };
    for (let k = 0; k < units.length; k++) add(sum, units[random.below(units.length)]);
    draws.push(f1(sum));
  }
  draws.sort((a, b) => a - b);
  const total = { right: 0, wrong: 0, missed: 0 };
  for (const unit of units) add(total, unit);
  const at = (share: number) => draws[Math.round(share * (RESAMPLES - 1))];
  return {
    value: rounded(f1(total)),
    low: rounded(at(0.025)),
    high: rounded(at(0.975)),
    n: total.right + total.missed,
  };
}

/**
 * Compares what was found with what there is, each thing counted once, by unit.
 *
 * @param gold Units and the things in them.
 * @param found Units and the things found in them.
 */
export function hitsBy(
  gold: Iterable<readonly [unit: string, thing: string]>,
  found: Iterable<readonly [unit: string, thing: string]>,
): Hits[] {
  const units = new Map<string, Hits>();
  const unitOf = (name: string) => {
    const known = units.get(name) ?? { right: 0, wrong: 0, missed: 0 };
    units.set(name, known);
    return known;
  };
  const left = new Map<string, string[]>();
  for (const [unit, thing] of gold) {
    left.set(thing, [...(left.get(thing) ?? []), unit]);
    unitOf(unit).missed++;
  }
  for (const [unit, thing] of found) {
    const place = left.get(thing)?.shift();
    if (place === undefined) unitOf(unit).wrong++;
    else {
      unitOf(place).missed--;
      unitOf(place).right++;
    }
  }
  return [...units.values()];
}

function add(sum: Hits, { right, wrong, missed }: Hits) {
  sum.right += right;
  sum.wrong += wrong;
  sum.missed += missed;
}

function f1({ right, wrong, missed }: Hits): number {
  return right === 0 ? 0 : 2 * right / (2 * right + wrong + missed);
}

function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
