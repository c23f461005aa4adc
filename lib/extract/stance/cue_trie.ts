import type { Part } from "./cue.ts";
import type { Form } from "./inflect.ts";

/** One written form of a cue. */
export interface Pattern {
  /** The cue's place in the lexicon. */
  readonly cue: number;
  /** Its part of speech. */
  readonly part: Part;
  readonly form: Form;
  /** How many words it has. */
  readonly length: number;
}

const NONE: readonly Pattern[] = [];

/**
 * The written forms of cues by the ids of their words. Nodes are numbers; the steps from
 * one to the next lie in one open-addressed table, so that a step is a look-up however
 * many words may follow. 0 is no node.
 */
export class CueTrie {
  /** The node of each first word, by its id. */
  readonly #roots: Int32Array;
  /** Pairs of a step (a node and a word as one number) and the node that it leads to. */
  readonly #steps: Int32Array;
  readonly #size: number;
  /** 1 for nodes that nothing follows. */
  readonly #isLast: Uint8Array;
  readonly #ends: readonly (readonly Pattern[])[];

  /**
   * @param forms Patterns with the ids of their words; of two for one cue at one place the
   *   first is kept.
   * @param size How many ids there are.
   */
  constructor(
    forms: readonly (readonly [words: readonly number[], pattern: Pattern])[],
    size: number,
  ) {
    const steps = new Map<number, number>(), ends: (readonly Pattern[])[] = [NONE];
    const followed = new Set<number>();
    for (const [words, pattern] of forms) {
      let node = 0;
      for (const word of words) {
        const step = node * size + word;
        let next = steps.get(step);
        if (next === undefined) {
          steps.set(step, next = ends.push(NONE) - 1);
          followed.add(node);
        }
        node = next;
      }
      if (ends[node].some(({ cue }) => cue === pattern.cue)) continue;
      ends[node] = [...ends[node], pattern];
    }
    this.#size = size;
    this.#ends = ends;
    this.#isLast = Uint8Array.from(ends, (_, node) => followed.has(node) ? 0 : 1);
    this.#roots = Int32Array.from({ length: size }, (_, word) => steps.get(word) ?? 0);
    this.#steps = hashed(steps);
  }

  /** The node of a first word, or 0. */
  root(word: number): number {
    return this.#roots[word];
  }

  /** The node that a word leads to from another, or 0. */
  next(node: number, word: number): number {
    const steps = this.#steps, mask = steps.length / 2 - 1;
    const step = node * this.#size + word;
    for (let slot = slotOf(step) & mask;; slot = (slot + 1) & mask) {
      const next = steps[2 * slot + 1];
      if (next === 0 || steps[2 * slot] === step) return next;
    }
  }

  /** Whether nothing follows a node. */
  isLast(node: number): boolean {
    return this.#isLast[node] === 1;
  }

  /** The patterns that end at a node. */
  ends(node: number): readonly Pattern[] {
    return this.#ends[node];
  }
}

function hashed(steps: ReadonlyMap<number, number>): Int32Array {
  let length = 4;
  while (length < steps.size * 2) length *= 2;
  const table = new Int32Array(length * 2), mask = length - 1;
  for (const [step, next] of steps) {
    let slot = slotOf(step) & mask;
    while (table[2 * slot + 1] !== 0) slot = (slot + 1) & mask;
    table[2 * slot] = step;
    table[2 * slot + 1] = next;
  }
  return table;
}

/** Spreads steps over the table (multiplicative hashing; Knuth). */
function slotOf(step: number): number {
  const hash = Math.imul(step, 0x9e3779b1);
  return hash ^ hash >>> 15;
}
