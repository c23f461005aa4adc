import { COLON, COMMA, DASH, OPEN, QUOTE, SEMICOLON, STOP, WORD } from "./marks.ts";
import { beginsNoun, cuts, is, lower, type Run } from "./phrases.ts";
import type { Tokens } from "./tokens.ts";
import {
  AUX,
  BASE_FORM,
  COORD,
  CUE_NOUN,
  DET,
  FINITE,
  GERUND,
  OTHER_VERB,
  PREP,
  PRONOUN,
  RELATIVE,
  SUBORD,
  TIME,
  VERB,
} from "./word_classes.ts";

/** A pronoun that can only be a subject. */
export const SUBJECT_PRONOUN = /^(?:he|she|they|we|i)$/;

/**
 * A name with more than one description between commas, from the beginning of the
 * sentence or from a quotation on: "X, a scholar in A, one of the cities on the river,".
 */
export function apposed(tokens: Tokens, verb: number, from: number): Run | undefined {
  const { type } = tokens;
  let start = from, commas = 0;
  for (let i = verb - 1; i >= from && verb - i < 45; i--) {
    if (type[i] === QUOTE) {
      start = i + 1;
      break;
    }
    if (type[i] === STOP || type[i] === SEMICOLON || type[i] === COLON) {
      return undefined;
    }
  }
  if (verb - start >= 45 || !beginsNoun(tokens, start)) return undefined;
  if (is(tokens, start, PREP | SUBORD | RELATIVE | GERUND) && !is(tokens, start, DET)) {
    return undefined;
  }
  let first = true, relative = false, name = false;
  for (let i = start; i < verb; i++) {
    if (type[i] === COMMA) {
      commas++;
      if (first && !name) return undefined;
      first = false;
      const next = i + 1;
      relative = false;
      const describes = next === verb || is(tokens, next, DET | RELATIVE | TIME) ||
        tokens.flags[next] === 0 ||
        /^(?:of|one|now|formerly|then)$/.test(lower(tokens, next));
      if (!describes) return undefined;
      if (is(tokens, next, RELATIVE)) relative = true;
      continue;
    }
    if (type[i] !== WORD) continue;
    if (first && tokens.capital[i] === 1) name = true;
    if (is(tokens, i, RELATIVE)) relative = true;
    else if (!relative && is(tokens, i, AUX | OTHER_VERB) && !is(tokens, i, TIME)) {
      return undefined;
    } else if (
      !relative && is(tokens, i, VERB) && is(tokens, i, FINITE) &&
      !is(tokens, i, BASE_FORM) && cuts(tokens, i, from)
    ) return undefined;
  }
  return commas > 2 ? { from: start, to: verb } : undefined;
}

/** Whether a comma joins a description to a name that begins the sentence or the clause. */
export function isBeside(tokens: Tokens, comma: number, from: number): boolean {
  const next = comma + 1;
  const describes = (is(tokens, next, DET) && !is(tokens, next, PRONOUN)) ||
    (tokens.flags[next] === 0 && tokens.capital[next] === 0);
  if (!describes || !isNameEnd(tokens, comma - 1)) return false;
  let at = comma - 1, words = 0;
  while (at >= from && tokens.capital[at] === 1) {
    at--;
    words++;
  }
  return words > 0 && (at < from || tokens.type[at] === QUOTE);
}

/** Where the bracket opens that closes at a token. */
export function matching(tokens: Tokens, close: number, from: number): number {
  for (let i = close - 1; i >= from; i--) if (tokens.type[i] === OPEN) return i;
  return -1;
}

/** The comma that encloses, with the one at `comma`, a phrase beside a noun. */
export function enclosing(tokens: Tokens, comma: number, from: number): number {
  for (let i = comma - 1; i > from; i--) {
    const type = tokens.type[i];
    if (type === QUOTE || type === COLON || type === SEMICOLON || type === DASH) {
      return -1;
    }
    if (type !== COMMA) continue;
    const next = i + 1, word = lower(tokens, next);
    const beside = is(tokens, next, DET | RELATIVE) || word === "of" ||
      tokens.flags[next] === 0 || is(tokens, next, PREP | GERUND | TIME) ||
      tokens.capital[next] === 1;
    const relative = /^(?:who|which)$/.test(lower(tokens, i - 1));
    if (!beside || !(relative || isNameEnd(tokens, i - 1))) return -1;
    return i;
  }
  return -1;
}

export function isNameEnd(tokens: Tokens, at: number): boolean {
  return tokens.type[at] === WORD && (tokens.capital[at] === 1 ||
    tokens.flags[at] === 0 || is(tokens, at, CUE_NOUN) && is(tokens, at - 1, DET) ||
    SUBJECT_PRONOUN.test(lower(tokens, at)));
}

/** Whether a comma parts the members of a list that goes on to "and": "A, B and C". */
export function isList(
  tokens: Tokens,
  comma: number,
  start: number,
  from: number,
): boolean {
  if (comma <= from || !isNameEnd(tokens, comma - 1)) return false;
  let seen = false;
  for (let i = start; i < tokens.count && i < start + 8; i++) {
    if (is(tokens, i, COORD)) seen = true;
    else if (is(tokens, i, VERB | AUX)) break;
  }
  // Headlines leave "and" out: "Iran, Russia urge calm".
  if (
    comma - from <= 2 && tokens.flags[comma - 1] === 0 &&
    tokens.capital[comma + 1] === 1 && comma + 2 >= start + 1
  ) seen = true;
  if (!seen || tokens.capital[comma - 1] === 0) return false;
  // One or two capitalised words before the comma, and a boundary before them.
  let at = comma - 1, words = 0;
  while (at >= from && tokens.capital[at] === 1 && words < 4) {
    at--;
    words++;
  }
  return at < from || tokens.type[at] === COMMA;
}
