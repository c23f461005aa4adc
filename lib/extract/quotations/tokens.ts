import { characterTable, DIGIT, LETTER, SPACE, UPPER } from "../../text/characters.ts";
import { caseFolds, EMPTY_HASH, hashStep } from "../../text/word_table.ts";
import { ABBREVIATION, BEFORE_FIGURE, type CueVerb, type Lexicon } from "./lexicon.ts";
import { END, markEnd, markType, QUOTE, WORD } from "./marks.ts";
import { ADVERB, BEYOND, PHRASE } from "./word_classes.ts";

/** How far beyond the last token a reader looks. */
const MARGIN = 32;
const CLITIC = /^['’](?:s|d|ll|ve|re|m|t)(?![\p{L}])/iu;
const INITIALS = /^(?:[A-Z]\.)*[A-Z]$/;
const HYPHEN = 0x2d, DOT = 0x2e, COMMA_SIGN = 0x2c, APOSTROPHE = 0x27, CURLY = 0x2019;

/**
 * A stretch of text as words and marks, in typed arrays that the next stretch overwrites.
 * A word keeps its inner apostrophes, hyphens and stops (U.S., Amir-Abdollahian, Iran's
 * but for its `'s`).
 */
export class Tokens {
  text = "";
  /** How many there are; beyond, types are {@linkcode END} and flags `BEYOND`. */
  count = 0;
  start = new Int32Array(256);
  end = new Int32Array(256);
  /** {@linkcode WORD} or a mark of `marks.ts`. */
  type = new Uint8Array(256);
  /** Flags of `word_classes.ts`. */
  flags = new Int32Array(256);
  /** 1 where a word begins with a capital. */
  capital = new Uint8Array(256);
  /** Ids of words in the lexicon's table, 0 for those that it does not hold. */
  id = new Int32Array(256);
  /** Words in small letters as far as they have been asked for (see `lower`). */
  words: (string | undefined)[] = new Array(256).fill(undefined);
  /** The flags of all tokens together, and whether one is a quotation mark. */
  any = 0;
  quoted = false;
  readonly #classes = characterTable();
  readonly #folds = wordFolds();
  readonly #marks = caseFolds();

  /** @param lexicon What words can be. */
  constructor(readonly lexicon: Lexicon) {}

  /** What a cue verb takes that stands at a token. */
  verb(at: number): CueVerb | undefined {
    return at < this.count ? this.lexicon.verbs[this.id[at]] : undefined;
  }

  /**
   * Reads the stretch `text[from, to)`.
   *
   * @returns These tokens.
   */
  read(text: string, from: number, to: number): this {
    const classes = this.#classes;
    this.text = text;
    this.count = this.any = 0;
    this.quoted = false;
    for (let at = from; at < to;) {
      const kind = classes[text.charCodeAt(at)];
      if ((kind & SPACE) !== 0) at++;
      else if ((kind & (LETTER | DIGIT)) !== 0) at = this.#readWord(at, to, kind);
      else at = this.#readMark(at, from, to);
    }
    if ((this.any & PHRASE) !== 0) this.#checkPhrases();
    this.#seal();
    return this;
  }

  #readWord(start: number, to: number, first: number): number {
    const { text, lexicon } = this, folds = this.#folds;
    let hash = hashStep(EMPTY_HASH, folds[text.charCodeAt(start)]);
    let at = start + 1;
    for (; at < to; at++) {
      const unit = folds[text.charCodeAt(at)];
      if (unit !== 0) hash = hashStep(hash, unit);
      else if (this.#isInner(text.charCodeAt(at), at, to)) {
        hash = hashStep(hash, this.#marks[text.charCodeAt(at)]);
      } else break;
    }
    let id = lexicon.table.findHashed(text, start, at, hash);
    if (text.charCodeAt(at) === DOT && this.#ownsStop(id, start, at)) {
      at++;
      id = 0;
    }
    let flags = lexicon.flags[id];
    if (text.charCodeAt(at - 1) === 0x79 && text.charCodeAt(at - 2) === 0x6c) {
      if (flags === 0 && lexicon.notManner[id] === 0 && this.#isManner(start, at)) {
        flags = ADVERB;
      }
    }
    this.#push(start, at, WORD, flags, (first & UPPER) !== 0 ? 1 : 0, id);
    return at;
  }

  #readMark(at: number, from: number, to: number): number {
    const { text } = this, unit = text.charCodeAt(at);
    if (unit === APOSTROPHE || unit === CURLY) {
      const previous = at > from ? this.#classes[text.charCodeAt(at - 1)] : 0;
      const clitic = (previous & (LETTER | SPACE)) === 0
        ? null
        : CLITIC.exec(text.slice(at, at + 5));
      if (clitic !== null) {
        const end = at + clitic[0].length, { lexicon } = this;
        const id = lexicon.table.find(text, at, end);
        this.#push(at, end, WORD, lexicon.flags[id], 0, id);
        return end;
      }
    }
    const end = markEnd(text, at, to), type = markType(text, at, end);
    if (type === QUOTE) this.quoted = true;
    this.#push(at, end, type, 0, 0, 0);
    return end;
  }

  /** Whether a mark stands within a word: a hyphen, a stop or an apostrophe between letters. */
  #isInner(mark: number, at: number, to: number): boolean {
    if (
      mark !== HYPHEN && mark !== DOT && mark !== APOSTROPHE && mark !== CURLY &&
        mark !== COMMA_SIGN || at + 1 >= to
    ) return false;
    const { text } = this, next = this.#classes[text.charCodeAt(at + 1)];
    if (mark === COMMA_SIGN || mark === DOT) {
      const before = this.#classes[text.charCodeAt(at - 1)];
      if ((next & before & DIGIT) !== 0) return true;
      return mark === DOT && (next & LETTER) !== 0;
    }
    if ((next & (LETTER | DIGIT)) === 0) return false;
    // The possessive and contracted verbs are words of their own.
    return mark === HYPHEN ||
      !/^['’](?:s|d|ll|ve|re|m)(?![\p{L}])/iu.test(text.slice(at, at + 4));
  }

  /** Whether the stop after a word belongs to it: an initial, a title, a month before a day. */
  #ownsStop(id: number, start: number, at: number): boolean {
    if (at - start >= 8) return false;
    const { text } = this, stop = this.lexicon.stops[id];
    if (stop === ABBREVIATION) return true;
    if (stop === BEFORE_FIGURE && /^\.\s?\d/.test(text.slice(at, at + 3))) return true;
    const short = at - start === 1 || text.charCodeAt(at - 2) === DOT;
    return short && INITIALS.test(text.slice(start, at));
  }

  /** Whether a word is of at least five small Latin letters. */
  #isManner(start: number, end: number): boolean {
    if (end - start < 5) return false;
    for (let i = start; i < end; i++) {
      const unit = this.text.charCodeAt(i);
      if (unit < 0x61 || unit > 0x7a) return false;
    }
    return true;
  }

  /** Takes from "in" that it may begin "in the words of" where that does not follow. */
  #checkPhrases() {
    const { count, flags, id } = this, { phraseIds } = this.lexicon;
    let any = 0;
    for (let i = 0; i < count; i++) {
      if ((flags[i] & PHRASE) !== 0) {
        const begins = phraseIds.get(id[i])!.some((rest) =>
          i + rest.length < count && rest.every((word, k) => id[i + 1 + k] === word)
        );
        if (!begins) flags[i] &= ~PHRASE;
      }
      any |= flags[i];
    }
    this.any = any;
  }

  #push(
    start: number,
    end: number,
    type: number,
    flags: number,
    capital: number,
    id: number,
  ) {
    if (this.count + MARGIN >= this.start.length) this.#grow();
    const at = this.count++;
    this.start[at] = start;
    this.end[at] = end;
    this.type[at] = type;
    this.flags[at] = flags;
    this.capital[at] = capital;
    this.id[at] = id;
    this.any |= flags;
  }

  /** Marks what stands beyond the last token as nothing, so that nobody reads the old. */
  #seal() {
    const from = this.count, to = from + MARGIN;
    this.words.fill(undefined, 0, from);
    this.type.fill(END, from, to);
    this.flags.fill(BEYOND, from, to);
    this.capital.fill(2, from, to);
    this.id.fill(0, from, to);
  }

  #grow() {
    const longer = <Row extends Int32Array | Uint8Array>(old: Row): Row => {
      const made = new (old.constructor as new (length: number) => Row)(old.length * 2);
      made.set(old);
      return made;
    };
    this.start = longer(this.start);
    this.end = longer(this.end);
    this.type = longer(this.type);
    this.flags = longer(this.flags);
    this.capital = longer(this.capital);
    this.id = longer(this.id);
    this.words = new Array(this.id.length).fill(undefined);
  }
}

let folded: Uint16Array | undefined;

/** What the letters and digits of words count as, 0 for all else. */
function wordFolds(): Uint16Array {
  const classes = characterTable();
  return folded ??= caseFolds().map((fold, unit) =>
    (classes[unit] & (LETTER | DIGIT)) !== 0 ? fold : 0
  );
}
