import { ANY_CASE, type Entry, INITIAL } from "./entry.ts";

/** Names with more words than this are looked at one by one. */
const BITS = 30;
/** Numbers of a step. */
const ROW = 4;

/**
 * The words of names as paths from a root: a state for each beginning of a name, numbered
 * from the root's 0. The steps of all states lie in one hash table of numbers.
 */
export class NameTrie {
  /** State, word, the state that the word leads to (0 where free) and nothing, in a row. */
  #steps = new Int32Array(ROW << 14);
  readonly #entries: (Entry[] | undefined)[] = [undefined];
  readonly #following: number[] = [0];
  readonly #capitals: number[] = [0];

  /**
   * Adds a name.
   *
   * @param entry The name.
   * @param words Numbers of its words.
   * @param letters The first letter of each.
   */
  insert(entry: Entry, words: readonly number[], letters: readonly number[]): void {
    let state = 0;
    for (let i = 0; i < words.length; i++) {
      let next = this.next(state, words[i]);
      if (next === 0) {
        next = this.#entries.push(undefined) - 1;
        this.#following.push(0);
        this.#capitals.push(0);
        this.#following[state] |= 1 << (letters[i] & 31);
        if (next * ROW * 2 > this.#steps.length) this.#grow();
        place(this.#steps, state, words[i], next);
      }
      state = next;
    }
    const known = this.#entries[state];
    const capitals = capitalBits(entry, words.length);
    if (known === undefined) {
      this.#entries[state] = [entry];
      this.#capitals[state] = capitals;
    } else if (!known.includes(entry)) {
      known.push(entry);
      if (capitals !== this.#capitals[state]) this.#capitals[state] = -1;
    }
  }

  /** The state that a word leads to from a state; 0 where it leads nowhere. */
  next(state: number, word: number): number {
    const steps = this.#steps, mask = steps.length - 1;
    for (let at = slotOf(steps, state, word);; at = (at + ROW) & mask) {
      const next = steps[at + 2];
      if (next === 0 || (steps[at + 1] === word && steps[at] === state)) return next;
    }
  }

  /** The names that end at a state. */
  entriesAt(state: number): readonly Entry[] | undefined {
    return this.#entries[state];
  }

  /** Bits of the first letters (modulo 32) of the words that can follow a state. */
  following(state: number): number {
    return this.#following[state];
  }

  /**
   * Bits of the words of a state's names that must begin with a capital, where nothing else
   * is asked of any of them; else -1.
   */
  capitals(state: number): number {
    return this.#capitals[state];
  }

  #grow(): void {
    const before = this.#steps;
    this.#steps = new Int32Array(before.length * 2);
    for (let at = 0; at < before.length; at += ROW) {
      if (before[at + 2] === 0) continue;
      place(this.#steps, before[at], before[at + 1], before[at + 2]);
    }
  }
}

/** Where a step is looked for first; the length of the table is a power of two. */
function slotOf(steps: Int32Array, state: number, word: number): number {
  const hash = Math.imul(Math.imul(state, 0x9e3779b1) ^ word, 0x85ebca6b);
  return ((hash ^ (hash >>> 15)) * ROW) & (steps.length - 1);
}

function place(steps: Int32Array, state: number, word: number, next: number): void {
  let at = slotOf(steps, state, word);
  while (steps[at + 2] !== 0) at = (at + ROW) & (steps.length - 1);
  steps[at] = state;
  steps[at + 1] = word;
  steps[at + 2] = next;
}

/** The capitals that a name asks for as bits, -1 where it asks for more than initials. */
function capitalBits(
  { capitals, article, lead, trail }: Entry,
  words: number,
): number {
  if (article || lead > 0 || trail > 0 || words > BITS) return -1;
  let bits = 0;
  // Another spelling of the name may have more words, in scripts without capitals.
  for (let i = 0; i < Math.min(words, capitals.length); i++) {
    if (capitals[i] === INITIAL) bits |= 1 << i;
    else if (capitals[i] !== ANY_CASE) return -1;
  }
  return bits;
}
