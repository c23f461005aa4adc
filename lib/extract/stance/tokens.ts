import { characterTable, DIGIT, LETTER, SPACE, UPPER } from "../../text/characters.ts";

/** The words and marks of a sentence, with their offsets in UTF-16 code units. */
export interface Tokens {
  /** Lower-case forms; `n't` and `'s` are tokens of their own, quotation marks are `"`. */
  readonly words: string[];
  readonly starts: number[];
  readonly ends: number[];
  /** Whether a token begins with a capital letter. */
  readonly capital: boolean[];
  /** Whether most words are capitalised, so that capitals tell nothing about names. */
  readonly headline: boolean;
}

const SINGLE = new Set(["‘", "’", "'", "`", "´"]);
const DOUBLE = new Set(["“", "”", "„", "«", "»", '"', "‟"]);
/** Marks that join two parts of a word when letters stand on both sides. */
const JOINS = new Set(["-", ".", "’", "'", "&"]);
const WORD_UNIT = LETTER | DIGIT;
const NOT = /^(.+)(n['’]t)$/;
const OWN = /^(.+)(['’]s)$/;
const FOLLOWS = /^([\p{L}]+)(['’](?:re|ve|ll|d|m))$/u;

/**
 * Cuts a sentence into words and marks. Contractions are taken apart (`didn't` is `did`
 * and `n't`, `Iran's` is `iran` and `'s`), words with hyphens stay whole.
 *
 * @param text The sentence.
 * @returns Parallel arrays, a place for each token.
 */
export function tokensOf(text: string): Tokens {
  const words: string[] = [], starts: number[] = [], ends: number[] = [];
  const capital: boolean[] = [];
  const add = (word: string, start: number, end: number, big: boolean) => {
    words.push(word);
    starts.push(start);
    ends.push(end);
    capital.push(big);
  };
  const kinds = characterTable();
  const isWord = (at: number) => (kinds[text.charCodeAt(at)] & WORD_UNIT) !== 0;
  for (let start = 0; start < text.length;) {
    if ((kinds[text.charCodeAt(start)] & SPACE) !== 0) {
      start++;
      continue;
    }
    if (!isWord(start)) {
      const mark = text[start];
      add(
        DOUBLE.has(mark) ? '"' : SINGLE.has(mark) ? "'" : mark,
        start,
        ++start,
        false,
      );
      continue;
    }
    let end = start + 1;
    while (
      end < text.length &&
      (isWord(end) || JOINS.has(text[end]) && end + 1 < text.length && isWord(end + 1))
    ) end++;
    const from = start;
    start = end;
    const written = text.slice(from, end), word = written.toLowerCase();
    const big = (kinds[text.charCodeAt(from)] & UPPER) !== 0;
    if (word.includes("'") || word.includes("’")) {
      const parts = NOT.exec(word) ?? OWN.exec(word) ?? FOLLOWS.exec(word);
      if (parts !== null) {
        const cut = from + parts[1].length;
        add(wholeOf(parts[1], parts[2]), from, cut, big);
        add(parts[2].replace("’", "'"), cut, end, false);
        continue;
      }
    }
    add(word, from, end, big);
  }
  let big = 0, long = 0;
  for (let i = 0; i < words.length; i++) {
    if (ends[i] - starts[i] < 4) continue;
    long++;
    if (capital[i]) big++;
  }
  return { words, starts, ends, capital, headline: long >= 4 && big > 0.7 * long };
}

/** `ca` of `can't` and `wo` of `won't` are `can` and `will`. */
function wholeOf(stem: string, rest: string): string {
  if (rest[0] !== "n") return stem;
  return stem === "ca" ? "can" : stem === "wo" ? "will" : stem;
}

/**
 * Finds the tokens that a span covers.
 *
 * @returns The first token and the one after the last; equal where it covers none.
 */
export function tokensIn(
  tokens: Tokens,
  start: number,
  end: number,
): [first: number, after: number] {
  const { starts, ends } = tokens;
  let first = 0;
  while (first < starts.length && ends[first] <= start) first++;
  let after = first;
  while (after < starts.length && starts[after] < end) after++;
  return [first, after];
}
