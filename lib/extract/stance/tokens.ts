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

const TOKEN = /[\p{L}\p{N}]+(?:[-.’'&][\p{L}\p{N}]+)*|[^\s]/gu;
const SINGLE = new Set(["‘", "’", "'", "`", "´"]);
const DOUBLE = new Set(["“", "”", "„", "«", "»", '"', "‟"]);
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
  for (const match of text.matchAll(TOKEN)) {
    const written = match[0], start = match.index, end = start + written.length;
    const word = written.toLowerCase();
    const first = written[0];
    const big = first !== word[0];
    if (written.length === 1) {
      add(DOUBLE.has(word) ? '"' : SINGLE.has(word) ? "'" : word, start, end, big);
      continue;
    }
    if (word.includes("'") || word.includes("’")) {
      const parts = NOT.exec(word) ?? OWN.exec(word) ?? FOLLOWS.exec(word);
      if (parts !== null) {
        const cut = start + parts[1].length;
        add(wholeOf(parts[1], parts[2]), start, cut, big);
        add(parts[2].replace("’", "'"), cut, end, false);
        continue;
      }
    }
    add(word, start, end, big);
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
