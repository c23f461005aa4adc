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
  /** The words' code units one after the other, and where each word begins, by id. */
  #units = new Uint16Array(4096);
  #begins = new Int32Array(1024);
  /** Open addressing: pairs of a hash and an id. */
  #slots = new Int32Array(2048);

  /** @param folds What each code unit counts as. */
  constructor(folds: Uint16Array = caseFolds()) {
    this.#folds = folds;
  }

  /** One more than the number of words: how long a table by id must be. */
  get length(): number {
    return this.#words.length;
  }

  /** The word with an id, folded. */
  word(id: number): string {
    return this.#words[id];
  }

  /** The id of a word; a new one where it was not there. */
  add(word: string): number {
    const known = this.idOf(word);
    if (known !== UNKNOWN) return known;
    const id = this.#words.length, begin = this.#begins[id], end = begin + word.length;
    if (end > this.#units.length) this.#units = longer(this.#units, end);
    if (id + 1 >= this.#begins.length) this.#begins = longer(this.#begins, id + 2);
    let folded = "";
    for (let i = 0; i < word.length; i++) {
      const unit = this.#folds[word.charCodeAt(i)];
      this.#units[begin + i] = unit;
      folded += String.fromCharCode(unit);
    }
    this.#begins[id + 1] = end;
    this.#words.push(folded);
    if (id * 4 > this.#slots.length) this.#grow();
    else this.#place(id);
    return id;
  }

  /** The id of a word, or {@linkcode UNKNOWN}. */
  idOf(word: string): number {
    return this.find(word, 0, word.length);
  }

  /** The id of the word at `text[start, end)`, or {@linkcode UNKNOWN}. */
  find(text: string, start: number, end: number): number {
    let hash = EMPTY_HASH;
    for (let i = start; i < end; i++) {
      hash = hashStep(hash, this.#folds[text.charCodeAt(i)]);
    }
    return this.findHashed(text, start, end, hash);
  }

  /**
   * The same for whoever made the hash of the folded code units, by {@linkcode hashStep},
   * while he looked for the word's end.
   */
  findHashed(text: string, start: number, end: number, hash: number): number {
    const slots = this.#slots, mask = slots.length / 2 - 1;
    for (let slot = slotOf(hash) & mask;; slot = (slot + 1) & mask) {
      const id = slots[2 * slot + 1];
      if (id === UNKNOWN) return UNKNOWN;
      if (slots[2 * slot] === hash && this.#isAt(id, text, start, end)) return id;
    }
  }

  #isAt(id: number, text: string, start: number, end: number): boolean {
    const units = this.#units, folds = this.#folds;
    let at = this.#begins[id];
    if (this.#begins[id + 1] - at !== end - start) return false;
    for (let i = start; i < end; i++, at++) {
      if (folds[text.charCodeAt(i)] !== units[at]) return false;
    }
    return true;
  }

  #place(id: number) {
    const word = this.#words[id];
    let hash = EMPTY_HASH;
    for (let i = 0; i < word.length; i++) hash = hashStep(hash, word.charCodeAt(i));
    const slots = this.#slots, mask = slots.length / 2 - 1;
    let slot = slotOf(hash) & mask;
    while (slots[2 * slot + 1] !== UNKNOWN) slot = (slot + 1) & mask;
    slots[2 * slot] = hash;
    slots[2 * slot + 1] = id;
  }

  #grow() {
    this.#slots = new Int32Array(this.#slots.length * 2);
    for (let id = 1; id < this.#words.length; id++) this.#place(id);
  }
}

/** Draws the hash's high bits down: FNV's low ones alone spread short words badly. */
function slotOf(hash: number): number {
  return hash ^ hash >>> 15;
}

function longer<Row extends Int32Array | Uint16Array>(row: Row, least: number): Row {
  const made = new (row.constructor as new (length: number) => Row)(least * 2);
  made.set(row);
  return made;
}
