import { characterTable, DIGIT, LETTER, SPACE, UPPER } from "../../text/characters.ts";
import { ADVERB, type Lexicon, type WordSense } from "./lexicon.ts";

/** What a token is where it is no word. */
export const WORD = 0, COMMA = 1, STOP = 2, COLON = 3, SEMICOLON = 4, DASH = 5;
export const QUOTE = 6, OPEN = 7, CLOSE = 8, OTHER = 9;

/** A text as words and marks, by offset. */
export interface Tokens {
  readonly text: string;
  readonly count: number;
  readonly start: Int32Array;
  readonly end: Int32Array;
  /** {@linkcode WORD} to {@linkcode OTHER}. */
  readonly type: Uint8Array;
  /** Flags of `lexicon.ts`. */
  readonly flags: Int32Array;
  readonly senses: readonly (WordSense | undefined)[];
  /** 1 where a word begins with a capital. */
  readonly capital: Uint8Array;
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
  "``": QUOTE,
  "''": QUOTE,
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
  const classes = characterTable();
  const start: number[] = [], end: number[] = [], type: number[] = [];
  const senses: (WordSense | undefined)[] = [], capital: number[] = [];
  const manner: boolean[] = [];
  const push = (a: number, b: number, kind: number) => {
    start.push(a);
    end.push(b);
    type.push(kind);
    const word = kind === WORD ? text.slice(a, b) : "";
    const dated = kind === COMMA && isDateComma(text, a);
    if (dated) type[type.length - 1] = OTHER;
    const upper = kind === WORD && (classes[text.charCodeAt(a)] & UPPER) !== 0;
    capital.push(upper ? 1 : 0);
    senses.push(
      kind === WORD ? lexicon.sense(upper ? word.toLowerCase() : word) : undefined,
    );
    manner.push(kind === WORD && !upper && MANNER.test(word) && !NO_MANNER.test(word));
  };
  for (let i = from; i < to;) {
    const kind = classes[text.charCodeAt(i)];
    if ((kind & SPACE) !== 0) {
      i++;
      continue;
    }
    if ((kind & (LETTER | DIGIT)) === 0) {
      const clitic = /^['’](?:s|d|ll|ve|re|m|t)\b/i.exec(text.slice(i, i + 4));
      const previous = i > from ? classes[text.charCodeAt(i - 1)] : 0;
      if (clitic !== null && (previous & (LETTER | SPACE)) !== 0) {
        push(i, i + clitic[0].length, WORD);
        i += clitic[0].length;
        continue;
      }
      i = pushMark(text, i, to, push);
      continue;
    }
    let at = i + 1;
    while (at < to) {
      const unit = classes[text.charCodeAt(at)];
      if ((unit & (LETTER | DIGIT)) !== 0) at++;
      else if (isInner(text, at, to, classes)) at += 2;
      else break;
    }
    if (text[at] === "." && /^(?:[A-Z]\.)*[A-Z]$/.test(text.slice(i, at))) at++;
    push(i, at, WORD);
    i = at;
  }
  return {
    text,
    count: start.length,
    start: Int32Array.from(start),
    end: Int32Array.from(end),
    type: Uint8Array.from(type),
    flags: Int32Array.from(
      senses,
      (sense, i) => (sense?.flags ?? 0) | (manner[i] ? ADVERB : 0),
    ),
    senses,
    capital: Uint8Array.from(capital),
  };
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

function pushMark(
  text: string,
  at: number,
  to: number,
  push: (from: number, to: number, kind: number) => void,
): number {
  const two = text.slice(at, Math.min(to, at + 2));
  if (two === "``" || two === "''") {
    push(at, at + 2, QUOTE);
    return at + 2;
  }
  if (two === "--") {
    push(at, at + 2, DASH);
    return at + 2;
  }
  const mark = text[at];
  if (mark === "-") {
    const alone = text[at - 1] === " " && text[at + 1] === " ";
    push(at, at + 1, alone ? DASH : OTHER);
    return at + 1;
  }
  if (mark === "'" || mark === "‘" || mark === "’" || mark === "`") {
    push(at, at + 1, isSingleQuote(text, at) ? QUOTE : OTHER);
    return at + 1;
  }
  let end = at + 1;
  if (mark === ".") { while (end < to && text[end] === ".") end++; }
  push(at, end, end - at > 1 ? OTHER : MARKS[mark] ?? OTHER);
  return end;
}

/** Whether an apostrophe quotes: a space on one side and a letter or stop on the other. */
function isSingleQuote(text: string, at: number): boolean {
  const before = text[at - 1] ?? " ", after = text[at + 1] ?? " ";
  const opens = /[\s("“\[—–]/.test(before) && /[\p{L}\p{N}\[]/u.test(after);
  const closes = /[\p{L}\p{N}.,!?\])]/u.test(before) && /[\s.,;:!?)”"—–\[]/.test(after);
  return opens || closes || (before === " " && after === " ");
}
