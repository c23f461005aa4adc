import { WORD } from "./marks.ts";
import type { Tokens } from "./tokens.ts";
import {
  CUE_NOUN,
  DET,
  FINITE,
  GERUND,
  PREP,
  PRONOUN,
  REPORTING,
  VERB,
} from "./word_classes.ts";

/** A run of tokens; the end is the token after the last. */
export interface Run {
  readonly from: number;
  readonly to: number;
}

/** The written word of a token, in small letters. */
export function lower(tokens: Tokens, at: number): string {
  if (at < 0 || at >= tokens.count) return "";
  const { words, id } = tokens;
  const known = words[at];
  if (known !== undefined) return known;
  const { text, start, end, lexicon } = tokens;
  return words[at] = id[at] !== 0
    ? lexicon.table.word(id[at])
    : text.slice(start[at], end[at]).toLowerCase();
}

/** Whether a token has a flag of `lexicon.ts`. */
export function is(tokens: Tokens, at: number, flag: number): boolean {
  return (tokens.flags[at] & flag) !== 0;
}

/** Whether any word of speech stands in a stretch. */
export function reports({ flags }: Tokens, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if ((flags[i] & REPORTING) !== 0) return true;
  return false;
}

/** Whether a token ends in some small Latin letters. */
export function endsIn(
  { text, start, end }: Tokens,
  at: number,
  ending: string,
): boolean {
  return end[at] - start[at] >= ending.length && text.endsWith(ending, end[at]);
}

/** Whether a token ends in two small Latin letters and "ed". */
export function endsInEd({ text, start, end, capital }: Tokens, at: number): boolean {
  const last = end[at] - 1;
  if (capital[at] !== 0 || last - start[at] < 3) return false;
  return text.charCodeAt(last) === 0x64 && text.charCodeAt(last - 1) === 0x65 &&
    isSmall(text.charCodeAt(last - 2)) && isSmall(text.charCodeAt(last - 3));
}

const isSmall = (unit: number) => unit >= 0x61 && unit <= 0x7a;

/** Whether a noun phrase can begin at a token. */
export function beginsNoun(tokens: Tokens, at: number): boolean {
  if (is(tokens, at, VERB) && isOfState(tokens, at)) return true;
  return tokens.type[at] === WORD && (is(tokens, at, DET | PRONOUN) ||
    tokens.capital[at] === 1 || (tokens.flags[at] & ~CUE_NOUN) === 0 ||
    /^\d/.test(lower(tokens, at)));
}

function isOfState(tokens: Tokens, at: number): boolean {
  return lower(tokens, at) === "state" && OF_STATE.test(lower(tokens, at + 1));
}

/** What is the state's: "state media". */
const OF_STATE = /^(?:media|television|tv|radio|news|broadcaster|outlets?|agenc)/;

/** Whether a cue verb before a noun phrase is a verb there, so that the phrase begins after it. */
export function cuts(tokens: Tokens, at: number, from: number): boolean {
  if (tokens.capital[at] === 1 && at > from) return false;
  if (at === from) return is(tokens, at, GERUND);
  const before = at - 1;
  if (is(tokens, before, DET) || lower(tokens, before) === "'s") return false;
  return is(tokens, at, FINITE | GERUND) && !is(tokens, before, PREP);
}
