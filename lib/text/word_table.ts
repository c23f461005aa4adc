import { characterTable, UPPER } from "./characters.ts";

/** The id of a word that a table does not hold; a table indexed by ids keeps place 0 for it. */
export const UNKNOWN = 0;

/** The hash of no letters. */
export const EMPTY_HASH = 0x811c9dc5 | 0;

/** The hash with one more folded code unit (FNV-1a; Fowler, Noll & Vo). */
export function hashStep(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193);
}

const SINGLE = "‘’`´", DOUBLE = "“”„‟«»";
let folds: Uint16Array | undefined;

/**
 * What each UTF-16 code unit counts as when words are compared: capitals as small letters,
 * quotation marks as `"` and `'`, everything else as itself.
 *
 * @returns A table, made at the first call and shared.
 */
export function caseFolds(): Uint16Array {
  if (folds !== undefined) return folds;
  const kinds = characterTable();
  const made = Uint16Array.from({ length: 65536 }, (_, unit) => {
    if ((kinds[unit] & UPPER) === 0) return unit;
    const small = String.fromCharCode(unit).toLowerCase();
    return small.length === 1 ? small.charCodeAt(0) : unit;
  });
  for (const mark of SINGLE) made[mark.charCodeAt(0)] = 0x27;
  for (const mark of DOUBLE) made[mark.charCodeAt(0)] = 0x22;
  return folds = made;
}

/**
 * Words with numbers, found in a text by hash without cutting the word out of it. Whoever
 * looks words up adds his own at the start and keeps what he knows of them in typed arrays
 * by id; then a text is read without a string or an object a word.
 *
 * @example
 * ```ts
 * import { WordTable } from "aras";
 * import { assertEquals } from "@std/assert";
 *
 * const table = new WordTable();
 * const id = table.add("treaty");
 * assertEquals(table.find("The Treaty", 4, 10), id);
 * assertEquals(table.find("The Treaty", 0, 3), 0);
 * ```
 */
export class WordTable {
  readonly #folds: Uint16Array;
  readonly #words: string[] = [""];
  #hashes = new Int32Array(1024);
  #slots = new Int32Array(1024);

  /** @param folds What each code unit counts as; 0 where it counts for nothing. */
  constructor(folds: Uint16Array = caseFolds()) {
    this.#folds = folds;
  }

  /** One more than the number of words: how long a table by id must be. */
  get length(): number {
    return this.#words.length;
  }

  /** The id of a word; a new one where it was not there. */
  add(word: string): number {
    const folded = this.#foldedOf(word), hash = this.hash(folded, 0, folded.length);
    const known = this.findHashed(folded, 0, folded.length, hash);
    if (known !== UNKNOWN) return known;
    const id = this.#words.push(folded) - 1;
    if (id * 4 >= this.#slots.length) this.#grow();
    this.#hashes[id] = hash;
    this.#place(id);
    return id;
  }

  /** The word with an id, folded. */
  word(id: number): string {
    return this.#words[id];
  }

  /** The id of a word, or {@linkcode UNKNOWN}. */
  idOf(word: string): number {
    return this.find(word, 0, word.length);
  }

  /** The id of the word at `text[start, end)`, or {@linkcode UNKNOWN}. */
  find(text: string, start: number, end: number): number {
    return this.findHashed(text, start, end, this.hash(text, start, end));
  }

  /** The hash of `text[start, end)`, as {@linkcode hashStep} makes it a code unit at a time. */
  hash(text: string, start: number, end: number): number {
    let hash = EMPTY_HASH;
    for (let i = start; i < end; i++) {
      const unit = this.#folds[text.charCodeAt(i)];
      if (unit !== 0) hash = hashStep(hash, unit);
    }
    return hash;
  }

  /** As {@linkcode WordTable.find}, for whoever made the hash while he looked for the end. */
  findHashed(text: string, start: number, end: number, hash: number): number {
    const slots = this.#slots, hashes = this.#hashes, mask = slots.length - 1;
    for (let slot = slotOf(hash) & mask;; slot = (slot + 1) & mask) {
      const id = slots[slot];
      if (id === UNKNOWN) return UNKNOWN;
      if (hashes[id] === hash && this.#isAt(this.#words[id], text, start, end)) {
        return id;
      }
    }
  }

  #isAt(word: string, text: string, start: number, end: number): boolean {
    let at = 0;
    for (let i = start; i < end; i++) {
      const unit = this.#folds[text.charCodeAt(i)];
      if (unit === 0) continue;
      if (at >= word.length || unit !== word.charCodeAt(at)) return false;
      at++;
    }
    return at === word.length;
  }

  #foldedOf(word: string): string {
    let folded = "";
    for (let i = 0; i < word.length; i++) {
      const unit = this.#folds[word.charCodeAt(i)];
      if (unit !== 0) folded += String.fromCharCode(unit);
    }
    return folded;
  }

  #place(id: number) {
    const slots = this.#slots, mask = slots.length - 1;
    let slot = slotOf(this.#hashes[id]) & mask;
    while (slots[slot] !== UNKNOWN) slot = (slot + 1) & mask;
    slots[slot] = id;
  }

  #grow() {
    const hashes = new Int32Array(this.#slots.length * 2);
    hashes.set(this.#hashes);
    this.#hashes = hashes;
    this.#slots = new Int32Array(this.#slots.length * 2);
    for (let id = 1; id < this.#words.length - 1; id++) this.#place(id);
  }
}

/** Draws the hash's high bits down: FNV's low ones alone spread short words badly. */
function slotOf(hash: number): number {
  return hash ^ hash >>> 15;
}
