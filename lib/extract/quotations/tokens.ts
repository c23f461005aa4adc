import { BEFORE_NUMBER, NEVER_LAST } from "../../text/abbreviations.ts";
import { characterTable, DIGIT, LETTER, SPACE, UPPER } from "../../text/characters.ts";
import { foldTable } from "../mentions/fold.ts";
import { EMPTY_HASH, hashStep } from "../mentions/vocabulary.ts";
import { ADVERB, type Lexicon, type WordSense } from "./lexicon.ts";

/** What a token is where it is no word. */
export const WORD = 0, COMMA = 1, STOP = 2, COLON = 3, SEMICOLON = 4, DASH = 5;
export const QUOTE = 6, OPEN = 7, CLOSE = 8, OTHER = 9;

/** A text as words and marks, by offset. */
export interface Tokens {
  readonly text: string;
  readonly count: number;
  readonly start: readonly number[];
  readonly end: readonly number[];
  /** {@linkcode WORD} to {@linkcode OTHER}. */
  readonly type: readonly number[];
  /** Flags of `lexicon.ts`. */
  readonly flags: readonly number[];
  readonly senses: readonly (WordSense | undefined)[];
  /** Words in small letters as far as they have been asked for (see `lower`). */
  readonly words: (string | undefined)[];
  /** 1 where a word begins with a capital. */
  readonly capital: readonly number[];
}

const MARKS: Record<string, number> = {
  ",": COMMA,
  "،": COMMA,
  ".": STOP,
  "!": STOP,
  "?": STOP,
  "…": STOP,
  "։": STOP,
  "؟": STOP,
  ":": COLON,
  ";": SEMICOLON,
  "–": DASH,
  "—": DASH,
  "(": OPEN,
  "[": OPEN,
  ")": CLOSE,
  "]": CLOSE,
  '"': QUOTE,
  "“": QUOTE,
  "”": QUOTE,
  "„": QUOTE,
  "«": QUOTE,
  "»": QUOTE,
};

/**
 * Parts a stretch of text into words and marks. A word keeps its inner apostrophes,
 * hyphens and stops (U.S., Amir-Abdollahian, Iran's but for its `'s`).
 *
 * @param text A text.
 * @param from First code unit.
 * @param to The one after the last.
 * @param lexicon What words can be.
 */
export function tokenize(
  text: string,
  from: number,
  to: number,
  lexicon: Lexicon,
): Tokens {
  const reader = new TokenReader(text, from, to, lexicon);
  for (let i = from; i < to;) i = reader.next(i);
  return reader.tokens();
}

const CLITIC = /^['’](?:s|d|ll|ve|re|m|t)(?![\p{L}])/iu;
const INITIALS = /^(?:[A-Z]\.)*[A-Z]$/;

class TokenReader {
  readonly #start: number[] = [];
  readonly #end: number[] = [];
  readonly #type: number[] = [];
  readonly #flags: number[] = [];
  readonly #capital: number[] = [];
  readonly #senses: (WordSense | undefined)[] = [];
  readonly #words: (string | undefined)[] = [];
  readonly #classes = characterTable();
  readonly #fold = foldTable().fold;

  constructor(
    readonly text: string,
    readonly from: number,
    readonly to: number,
    readonly lexicon: Lexicon,
  ) {}

  /** Reads a token, or a space, and returns where the next begins. */
  next(at: number): number {
    const kind = this.#classes[this.text.charCodeAt(at)];
    if ((kind & SPACE) !== 0) return at + 1;
    return (kind & (LETTER | DIGIT)) === 0 ? this.#readMark(at) : this.#readWord(at);
  }

  tokens(): Tokens {
    return {
      text: this.text,
      count: this.#start.length,
      start: this.#start,
      end: this.#end,
      type: this.#type,
      flags: this.#flags,
      capital: this.#capital,
      senses: this.#senses,
      words: this.#words,
    };
  }

  #readWord(start: number): number {
    const { text, to } = this, classes = this.#classes;
    let at = start + 1;
    while (at < to) {
      const unit = classes[text.charCodeAt(at)];
      if ((unit & (LETTER | DIGIT)) !== 0) at++;
      else if (isInner(text, at, to, classes)) at += 2;
      else break;
    }
    if (
      text.charCodeAt(at) === 0x2e && at - start < 8 && isAbbreviation(text, start, at)
    ) at++;
    this.#pushWord(start, at);
    return at;
  }

  #readMark(at: number): number {
    const { text, to } = this, unit = text.charCodeAt(at);
    if (unit === 0x27 || unit === 0x2019) {
      const previous = at > this.from ? this.#classes[text.charCodeAt(at - 1)] : 0;
      const clitic = (previous & (LETTER | SPACE)) === 0
        ? null
        : CLITIC.exec(text.slice(at, at + 5));
      if (clitic !== null) {
        this.#pushWord(at, at + clitic[0].length);
        return at + clitic[0].length;
      }
    }
    const end = markEnd(text, at, to);
    const type = markType(text, at, end);
    // "October 2, 2021": the comma belongs to the date.
    const dated = type === COMMA && isDateComma(text, at);
    this.#push(at, end, dated ? OTHER : type, 0, undefined, undefined);
    return end;
  }

  #pushWord(start: number, end: number) {
    const { text, lexicon } = this, fold = this.#fold;
    let hash = EMPTY_HASH;
    for (let i = start; i < end; i++) {
      const folded = fold[text.charCodeAt(i)];
      if (folded !== 0) hash = hashStep(hash, folded);
    }
    const id = lexicon.find(text, start, end, hash);
    if (id >= 0) {
      const sense = lexicon.sense(id);
      this.#push(start, end, WORD, sense.flags, sense, lexicon.word(id));
      return;
    }
    const manner = text.charCodeAt(end - 1) === 0x79 &&
      text.charCodeAt(end - 2) === 0x6c;
    const word = manner ? text.slice(start, end) : undefined;
    const adverb = word !== undefined && MANNER.test(word) && !NO_MANNER.test(word);
    this.#push(start, end, WORD, adverb ? ADVERB : 0, undefined, undefined);
  }

  #push(
    start: number,
    end: number,
    type: number,
    flags: number,
    sense: WordSense | undefined,
    word: string | undefined,
  ) {
    const first = this.#classes[this.text.charCodeAt(start)];
    this.#start.push(start);
    this.#end.push(end);
    this.#type.push(type);
    this.#flags.push(flags);
    this.#capital.push(type === WORD && (first & UPPER) !== 0 ? 1 : 0);
    this.#senses.push(sense);
    this.#words.push(word);
  }
}

/** Whether a stop belongs to the word before it: an initial, a title, a month before a day. */
function isAbbreviation(text: string, start: number, at: number): boolean {
  const word = text.slice(start, at);
  if (INITIALS.test(word)) return true;
  if (word.length > 5) return false;
  const lower = word.toLowerCase();
  return NEVER_LAST.has(lower) ||
    BEFORE_NUMBER.has(lower) && /^\.\s?\d/.test(text.slice(at, at + 3));
}

/** Adverbs of manner: "explicitly"; and nouns and adjectives that end alike. */
const MANNER = /^[a-z]{3,}ly$/;
const NO_MANNER =
  /^(?:family|reply|supply|assembly|ally|rally|daily|weekly|monthly|yearly|likely|unlikely|friendly|early|apply|imply|rely|comply|multiply|elderly|deadly|costly|orderly|timely|july|bully|belly|jelly|anomaly|monopoly)$/;

/** Whether a comma stands within a date: October 2, 2021. */
function isDateComma(text: string, at: number): boolean {
  return /\d\s?$/.test(text.slice(Math.max(0, at - 2), at)) &&
    /^,\s?\d{4}\b/.test(text.slice(at, at + 7));
}

/** Whether a mark stands within a word: a hyphen, a stop or an apostrophe between letters. */
function isInner(text: string, at: number, to: number, classes: Uint16Array): boolean {
  const mark = text[at];
  if (mark !== "-" && mark !== "." && mark !== "'" && mark !== "’" && mark !== ",") {
    return false;
  }
  if (at + 1 >= to) return false;
  const next = classes[text.charCodeAt(at + 1)];
  if (mark === "," || mark === ".") {
    const before = classes[text.charCodeAt(at - 1)];
    if ((next & DIGIT) !== 0 && (before & DIGIT) !== 0) return true;
    return mark === "." && (next & LETTER) !== 0;
  }
  if ((next & (LETTER | DIGIT)) === 0) return false;
  // The possessive and contracted verbs are words of their own.
  return mark === "-" ||
    !/^['’](?:s|d|ll|ve|re|m)(?![\p{L}])/iu.test(text.slice(at, at + 4));
}

/** Where a mark ends: two of a kind that quote or dash are one, and so are dots. */
function markEnd(text: string, at: number, to: number): number {
  const mark = text[at], next = text[at + 1];
  if (at + 1 < to && next === mark && (mark === "`" || mark === "'" || mark === "-")) {
    return at + 2;
  }
  let end = at + 1;
  if (mark === ".") { while (end < to && text[end] === ".") end++; }
  return end;
}

function markType(text: string, at: number, end: number): number {
  const mark = text[at];
  if (end - at > 1) return mark === "-" ? DASH : mark === "." ? OTHER : QUOTE;
  if (mark === "-") return text[at - 1] === " " && text[at + 1] === " " ? DASH : OTHER;
  if (mark === "'" || mark === "‘" || mark === "’" || mark === "`") {
    return isSingleQuote(text, at) ? QUOTE : OTHER;
  }
  return MARKS[mark] ?? OTHER;
}

/** Whether an apostrophe quotes: a space on one side and a letter or stop on the other. */
function isSingleQuote(text: string, at: number): boolean {
  const before = text[at - 1] ?? " ", after = text[at + 1] ?? " ";
  const opens = /[\s("“\[—–]/.test(before) && /[\p{L}\p{N}\[]/u.test(after);
  const closes = /[\p{L}\p{N}.,!?\])]/u.test(before) && /[\s.,;:!?)”"—–\[]/.test(after);
  return opens || closes || (before === " " && after === " ");
}
