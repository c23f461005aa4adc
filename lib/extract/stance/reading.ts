import { CAPITAL, LY, TokenStream } from "../../text/token_stream.ts";
import {
  ADVERB,
  BREAK,
  CAPITALISED,
  CUE_VERB,
  grammarId,
  PAIRED,
  QUANTIFIER,
  QUOTE,
  SIDES,
  SUBORDINATOR,
} from "./grammar.ts";
import type { Lexicon } from "./lexicon.ts";
import { type Match, matchCues } from "./match.ts";

/** A stretch of text, in UTF-16 code units. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

const COMMA = grammarId(",");

/**
 * A sentence with its tokens, its cues and the order of its clauses, read once so that any
 * number of targets can be asked about. Like the tokens it is made once and reads one
 * sentence after the other: the last is overwritten, and nothing is made a token.
 */
export class Reading {
  readonly tokens: TokenStream;
  /** The text that was given last, of which the sentence may be a stretch. */
  text = "";
  /** Classes of the grammar, by token. */
  classes = new Int32Array(0);
  /** All classes that any token is of. */
  holds = 0;
  /** Halves of clause borders before a token: two for a border, one for a comma. */
  borders = new Int32Array(0);
  /** Verbs of an act that begin before a token. */
  verbs = new Int32Array(0);
  /** Whether most words are capitalised, so that capitals tell nothing about names. */
  isHeadline = false;
  matches: readonly Match[] = [];

  constructor(readonly lexicon: Lexicon) {
    this.tokens = new TokenStream(lexicon.words);
  }

  /** How many tokens there are. */
  get count(): number {
    return this.tokens.count;
  }

  /**
   * Reads a sentence: a text, or the stretch of it from `from` to `to`.
   *
   * @returns This reading.
   */
  read(text: string, from = 0, to = text.length): this {
    this.scan(text, from, to);
    return this.match();
  }

  /** Reads the words alone; for who may find in them that the cues need not be looked for. */
  scan(text: string, from = 0, to = text.length): this {
    this.text = text;
    this.tokens.read(text, from, to);
    this.matches = [];
    this.#classify();
    return this;
  }

  /** Finds the cues among the words that were scanned. */
  match(): this {
    this.matches = matchCues(this);
    this.#countVerbs();
    return this;
  }

  #classify() {
    const { count, words, shapes, starts, ends } = this.tokens;
    const known = this.lexicon.classes;
    if (count >= this.classes.length) {
      this.classes = new Int32Array(words.length + 1);
      this.borders = new Int32Array(words.length + 1);
      this.verbs = new Int32Array(words.length + 1);
    }
    const { classes, borders } = this;
    let holds = 0, border = 0, long = 0, big = 0;
    for (let i = 0; i < count; i++) {
      const shape = shapes[i];
      const is = known[words[i]] | (shape & CAPITAL ? CAPITALISED : 0) |
        (shape & LY ? ADVERB : 0);
      classes[i] = is;
      holds |= is;
      border += words[i] === COMMA ? 1 : is & (BREAK | SUBORDINATOR) ? 2 : 0;
      borders[i + 1] = border;
      if (ends[i] - starts[i] < 4) continue;
      long++;
      if (shape & CAPITAL) big++;
    }
    this.holds = holds;
    this.isHeadline = long >= 4 && big > 0.7 * long;
  }

  #countVerbs() {
    const { count, classes, verbs, matches, lexicon } = this;
    verbs.fill(0, 0, count + 1);
    for (const { cue, first, after } of matches) {
      const { part, act } = lexicon.cues[cue];
      if (part !== "verb") continue;
      classes[after - 1] |= CUE_VERB;
      // Light verbs (make, carry, hold) pass their subject on to the noun behind them.
      if (act !== "") verbs[first + 1] = 1;
    }
    for (let i = 0; i < count; i++) verbs[i + 1] += verbs[i];
  }

  /** How many quotation marks stand before a token. */
  marksBefore(token: number): number {
    const { classes, holds } = this;
    let marks = 0;
    if (holds & QUOTE) {
      for (let i = 0; i < token; i++) {
        if (classes[i] & QUOTE) marks++;
      }
    }
    return marks;
  }

  /** Whether it speaks of two sides at once: `both sides`, `each other`. */
  get isEvenHanded(): boolean {
    return (this.holds & PAIRED) !== 0 && isEvenHanded(this);
  }
}

/** Reads a sentence by itself. */
export function readSentence(text: string, lexicon: Lexicon): Reading {
  return new Reading(lexicon).read(text);
}

const BOTH = grammarId("both"), MUTUAL = grammarId("mutual");
const EACH = grammarId("each"), OTHER = grammarId("other");
const ONE = grammarId("one"), ANOTHER = grammarId("another");

/** Words of one who speaks to two sides at once. */
function isEvenHanded({ count, classes, tokens: { words } }: Reading): boolean {
  for (let i = 0; i < count; i++) {
    const word = words[i], last = i > 0 ? words[i - 1] : 0;
    if (word === BOTH || word === MUTUAL) return true;
    if (word === OTHER && last === EACH || word === ANOTHER && last === ONE) {
      return true;
    }
    if (classes[i] & SIDES && i > 0 && classes[i - 1] & QUANTIFIER) return true;
  }
  return false;
}
