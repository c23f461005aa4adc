import { foldTable, SKIPPED } from "./fold.ts";

const SEED = 0x811c9dc5, PRIME = 0x01000193;

/**
 * Folded words with numbers, found in a text by hash without cutting the word out of it.
 * The hash is FNV-1a (Fowler, Noll & Vo) over folded code units.
 */
export class Vocabulary {
  /** The hash and number of a word, two in a row; the number is -1 where free. */
  #slots = new Int32Array(1 << 13).fill(-1);
  #hashes: number[] = [];
  #words: string[] = [];
  readonly #fold = foldTable().fold;
  readonly #letter = foldTable().letter;

  /** How many words there are. */
  get size(): number {
    return this.#words.length;
  }

  /** The number of a folded word; a new one where it was not there. */
  add(word: string, hash = hashOf(word)): number {
    const known = this.#findWord(word, hash);
    if (known >= 0) return known;
    const id = this.#words.push(word) - 1;
    this.#hashes.push(hash);
    if (this.#words.length * 4 > this.#slots.length) this.#grow();
    else this.#place(id);
    return id;
  }

  /** The folded word with a number. */
  word(id: number): string {
    return this.#words[id];
  }

  /** The hash of the word with a number. */
  hash(id: number): number {
    return this.#hashes[id];
  }

  /** The number of a folded word, or -1. */
  idOf(word: string): number {
    return this.#findWord(word, hashOf(word));
  }

  /**
   * The number of the word at `text[start, end)`, or -1.
   *
   * @param hash Its hash, as {@linkcode hashStep} makes it.
   */
  find(text: string, start: number, end: number, hash: number): number {
    const slots = this.#slots, mask = slots.length - 1;
    for (let slot = (hash << 1) & mask;; slot = (slot + 2) & mask) {
      const id = slots[slot + 1];
      if (id < 0) return -1;
      if (slots[slot] === hash && this.#same(this.#words[id], text, start, end)) {
        return id;
      }
    }
  }

  /** The number of the word at `text[start, end)`, or -1, without its hash. */
  at(text: string, start: number, end: number): number {
    let hash = EMPTY_HASH;
    for (let i = start; i < end; i++) {
      const letter = this.#letter[text.charCodeAt(i)];
      if (letter !== SKIPPED) hash = hashStep(hash, letter);
    }
    return this.find(text, start, end, hash);
  }

  #same(word: string, text: string, start: number, end: number): boolean {
    let at = 0;
    for (let i = start; i < end; i++) {
      const unit = this.#fold[text.charCodeAt(i)];
      if (unit !== 0 && unit !== word.charCodeAt(at++)) return false;
    }
    return at === word.length;
  }

  #findWord(word: string, hash: number): number {
    const slots = this.#slots, mask = slots.length - 1;
    for (let slot = (hash << 1) & mask;; slot = (slot + 2) & mask) {
      const id = slots[slot + 1];
      if (id < 0 || (slots[slot] === hash && this.#words[id] === word)) return id;
    }
  }

  #place(id: number) {
    const mask = this.#slots.length - 1, hash = this.#hashes[id];
    let slot = (hash << 1) & mask;
    while (this.#slots[slot + 1] >= 0) slot = (slot + 2) & mask;
    this.#slots[slot] = hash;
    this.#slots[slot + 1] = id;
  }

  #grow() {
    this.#slots = new Int32Array(this.#slots.length * 4).fill(-1);
    for (let id = 0; id < this.#words.length; id++) this.#place(id);
  }
}

/** The hash of no letters. */
export const EMPTY_HASH = SEED | 0;

/** The hash with one more folded code unit. */
export function hashStep(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, PRIME);
}

/** The hash of a folded word, or of the letters before it and the word. */
export function hashOf(word: string, before = EMPTY_HASH): number {
  let hash = before;
  for (let i = 0; i < word.length; i++) hash = hashStep(hash, word.charCodeAt(i));
  return hash;
}
