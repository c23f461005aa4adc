import { characterTable, DIGIT, LETTER, SPACE, UPPER } from "./characters.ts";
import { caseFolds, EMPTY_HASH, hashStep, type WordTable } from "./word_table.ts";

/** What a token looks like; a token can be several of these at once. */
export const CAPITAL = 1, LY = 2;

const WORD = LETTER | DIGIT;
const APOSTROPHE = 0x27, L = 0x6c, N = 0x6e, Y = 0x79;
/** Endings that an apostrophe parts from a word of letters: `they're`; besides `'s`, `n't`. */
const ENDINGS = new Set(["re", "ve", "ll", "d", "m"]);
/** What the first part of a contraction is by itself. */
const WHOLE = new Map([["ca", "can"], ["wo", "will"]]);

/**
 * The words and marks of a text in parallel typed arrays, made in one pass without a
 * string or an object a token. Contractions are taken apart (`didn't` is `did` and `n't`,
 * `Iran's` is `Iran` and `'s`); words with hyphens and inner stops stay whole (`anti-war`,
 * `U.S`). Each token has its id in a {@linkcode WordTable}.
 *
 * A stream is made once and read again and again: each reading overwrites the one before
 * and makes nothing new. Several lexicons can share one table, each with what it knows of
 * a word in an array of its own by id, so that a text is read once for all of them.
 *
 * @example
 * ```ts
 * import { TokenStream, WordTable } from "aras";
 * import { assertEquals } from "@std/assert";
 *
 * const table = new WordTable();
 * const cue = table.add("met");
 * const tokens = new TokenStream(table);
 * tokens.read("Baku's envoy met them.");
 * assertEquals(tokens.count, 6);
 * assertEquals(tokens.words[3], cue);
 * assertEquals([tokens.starts[1], tokens.ends[1]], [4, 6]);
 * ```
 */
export class TokenStream {
  /** How many tokens there are; places of the arrays beyond it mean nothing. */
  count = 0;
  /** Where a token begins and ends, in UTF-16 code units of the text. */
  starts = new Int32Array(64);
  ends = new Int32Array(64);
  /** Ids in the table; 0 for a word that it does not hold. */
  words = new Int32Array(64);
  /** {@linkcode CAPITAL} (begins with a capital) and {@linkcode LY} (ends in -ly). */
  shapes = new Uint8Array(64);
  readonly #folds = wordFolds();

  constructor(readonly table: WordTable) {}

  /**
   * Reads a text, or the stretch of it from `from` to `to`.
   *
   * @returns This stream.
   */
  read(text: string, from = 0, to = text.length): this {
    const kinds = characterTable(), folds = this.#folds, { table } = this;
    this.count = 0;
    for (let at = from; at < to;) {
      const first = text.charCodeAt(at), folded = folds[first];
      if (folded === 0) {
        if ((kinds[first] & SPACE) === 0) {
          this.#push(at, at + 1, table.find(text, at, at + 1), 0);
        }
        at++;
        continue;
      }
      let hash = hashStep(EMPTY_HASH, folded), apostrophe = 0, end = at + 1;
      for (; end < to; end++) {
        let unit = folds[text.charCodeAt(end)];
        if (unit === 0) {
          unit = joining(text.charCodeAt(end));
          if (unit === 0 || end + 1 >= to || folds[text.charCodeAt(end + 1)] === 0) {
            break;
          }
          if (unit === APOSTROPHE) apostrophe = end;
        }
        hash = hashStep(hash, unit);
      }
      const shape = (kinds[first] & UPPER) !== 0 ? CAPITAL : 0;
      if (apostrophe > 0) this.#pushParts(text, at, apostrophe, end, shape);
      else {
        const id = table.findHashed(text, at, end, hash);
        this.#push(at, end, id, shape | this.#ending(text, at, end));
      }
      at = end;
    }
    return this;
  }

  /** Whether a word ends in -ly. */
  #ending(text: string, start: number, end: number): number {
    const folds = this.#folds;
    return folds[text.charCodeAt(end - 1)] === Y &&
        folds[text.charCodeAt(end - 2)] === L && end - start > 1
      ? LY
      : 0;
  }

  /** A word with an apostrophe, in its parts. */
  #pushParts(
    text: string,
    start: number,
    apostrophe: number,
    end: number,
    shape: number,
  ) {
    const cut = this.#cut(text, start, apostrophe, end), { table } = this;
    const isNegated = cut < apostrophe;
    const whole = isNegated && WHOLE.get(text.slice(start, cut).toLowerCase());
    const id = whole ? table.idOf(whole) : table.find(text, start, cut);
    this.#push(start, cut, id, shape | this.#ending(text, start, cut));
    if (cut < end) this.#push(cut, end, table.find(text, cut, end), 0);
  }

  /** Where a word with an apostrophe parts in two, or its end: `did|n't`, `they|'re`. */
  #cut(text: string, start: number, apostrophe: number, end: number): number {
    if (end - apostrophe > 3) return end;
    const ending = text.slice(apostrophe + 1, end).toLowerCase();
    if (ending === "s") return apostrophe;
    if (ending === "t") {
      const n = this.#folds[text.charCodeAt(apostrophe - 1)] === N;
      return n && apostrophe - 1 > start ? apostrophe - 1 : end;
    }
    const parts = ENDINGS.has(ending) && this.#isLetters(text, start, apostrophe);
    return parts ? apostrophe : end;
  }

  #isLetters(text: string, start: number, end: number): boolean {
    const kinds = characterTable();
    for (let i = start; i < end; i++) {
      if ((kinds[text.charCodeAt(i)] & LETTER) === 0) return false;
    }
    return true;
  }

  #push(start: number, end: number, id: number, shape: number) {
    if (this.count === this.starts.length) this.#grow();
    const at = this.count++;
    this.starts[at] = start;
    this.ends[at] = end;
    this.words[at] = id;
    this.shapes[at] = shape;
  }

  #grow() {
    const longer = (old: Int32Array) => {
      const made = new Int32Array(old.length * 2);
      made.set(old);
      return made;
    };
    this.starts = longer(this.starts);
    this.ends = longer(this.ends);
    this.words = longer(this.words);
    const shapes = new Uint8Array(this.shapes.length * 2);
    shapes.set(this.shapes);
    this.shapes = shapes;
  }
}

/** What a mark counts as that joins two parts of a word, 0 for others. */
function joining(unit: number): number {
  if (unit === 0x2019) return APOSTROPHE;
  return unit === 0x2d || unit === 0x2e || unit === 0x26 || unit === APOSTROPHE
    ? unit
    : 0;
}

let folds: Uint16Array | undefined;

/** What the letters, marks and digits count as that make up words, 0 for all others. */
function wordFolds(): Uint16Array {
  const kinds = characterTable();
  return folds ??= caseFolds().map((fold, unit) =>
    (kinds[unit] & WORD) !== 0 ? fold : 0
  );
}
