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

/** A node while the trie is built: what may follow it, and the patterns that end there. */
interface Branch {
  readonly next: Map<number, Branch>;
  readonly ends: Pattern[];
}

const NONE: readonly Pattern[] = [];

/**
 * The written forms of cues by the ids of their words: nodes are numbers, the words that
 * may follow one lie side by side in order, and 0 is no node.
 */
export class CueTrie {
  /** The node of each first word, by its id. */
  readonly #roots: Int32Array;
  /** Where the words that may follow a node begin, and the nodes that they lead to. */
  readonly #begins: Int32Array;
  readonly #words: Int32Array;
  readonly #nodes: Int32Array;
  readonly #ends: (readonly Pattern[])[] = [NONE];

  private constructor(root: Branch, size: number) {
    const branches: Branch[] = [root];
    for (const { next } of branches) {
      const words = [...next.keys()].sort((a, b) => a - b);
      for (const word of words) branches.push(next.get(word)!);
    }
    this.#begins = new Int32Array(branches.length + 1);
    this.#words = new Int32Array(branches.length);
    this.#nodes = new Int32Array(branches.length);
    let place = 0, last = 0;
    branches.forEach(({ next, ends }, node) => {
      this.#ends[node] = ends.length > 0 ? ends : NONE;
      this.#begins[node] = place;
      for (const word of [...next.keys()].sort((a, b) => a - b)) {
        this.#words[place] = word;
        this.#nodes[place++] = ++last;
      }
    });
    this.#begins[branches.length] = place;
    this.#roots = new Int32Array(size);
    for (let i = 0; i < this.#begins[1]; i++) {
      this.#roots[this.#words[i]] = this.#nodes[i];
    }
  }

  /**
   * Builds a trie.
   *
   * @param forms Patterns with the ids of their words; of two for one cue at one place the
   *   first is kept.
   * @param size How many ids there are.
   */
  static of(
    forms: Iterable<readonly [words: readonly number[], pattern: Pattern]>,
    size: number,
  ): CueTrie {
    const root: Branch = { next: new Map(), ends: [] };
    for (const [words, pattern] of forms) {
      let branch = root;
      for (const word of words) {
        let next = branch.next.get(word);
        if (next === undefined) {
          branch.next.set(word, next = { next: new Map(), ends: [] });
        }
        branch = next;
      }
      if (!branch.ends.some(({ cue }) => cue === pattern.cue)) {
        branch.ends.push(pattern);
      }
    }
    return new CueTrie(root, size);
  }

  /** The node of a first word, or 0. */
  root(word: number): number {
    return this.#roots[word];
  }

  /** The node that a word leads to from another, or 0. */
  next(node: number, word: number): number {
    const words = this.#words;
    let low = this.#begins[node], high = this.#begins[node + 1];
    while (low < high) {
      const middle = low + high >> 1, there = words[middle];
      if (there === word) return this.#nodes[middle];
      if (there < word) low = middle + 1;
      else high = middle;
    }
    return 0;
  }

  /** Whether nothing follows a node. */
  isLast(node: number): boolean {
    return this.#begins[node] === this.#begins[node + 1];
  }

  /** The patterns that end at a node. */
  ends(node: number): readonly Pattern[] {
    return this.#ends[node];
  }
}
