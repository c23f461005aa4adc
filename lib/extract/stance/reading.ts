import type { Lexicon } from "./lexicon.ts";
import { LIGHT, PREPOSITION, SPEECH } from "./grammar.ts";
import { lookUp, type Match, matchCues } from "./match.ts";
import { isSubject, type Layout, layoutOf, type Run } from "./place.ts";
import { type Tokens, tokensIn, tokensOf } from "./tokens.ts";

/** A stretch of text, in UTF-16 code units. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A sentence with its tokens, its cues and the order of its clauses. */
export interface Reading {
  readonly text: string;
  readonly tokens: Tokens;
  readonly matches: readonly Match[];
  readonly layout: Layout;
  readonly verbStarts: ReadonlySet<number>;
  /** Tokens that are quotation marks. */
  readonly marks: readonly number[];
  /** Whether it speaks of two sides at once: `both sides`, `each other`. */
  readonly evenHanded: boolean;
}

/** A mention as a run of tokens, with what its place in the sentence tells. */
export interface Mentioned {
  readonly run: Run;
  readonly subject: boolean;
  readonly by: boolean;
  readonly speaks: boolean;
}

/** Reads a sentence once, so that any number of targets can be asked about. */
export function readSentence(text: string, lexicon: Lexicon): Reading {
  const tokens = tokensOf(text);
  const known = lookUp(tokens, lexicon);
  const matches = matchCues(tokens, lexicon, known);
  const verbStarts = new Set<number>();
  for (const match of matches) {
    if (lexicon.cues[match.cue].part === "verb") verbStarts.add(match.after - 1);
  }
  const marks: number[] = [];
  let paired = false;
  known.forEach((word, i) => {
    if (word === undefined) return;
    if (word.mark) marks.push(i);
    paired ||= word.paired;
  });
  return {
    text,
    tokens,
    matches,
    marks,
    evenHanded: paired && isEvenHanded(tokens.words),
    layout: layoutOf(known, matches, lexicon.cues),
    verbStarts,
  };
}

const SIDES = new Set(
  "sides parties countries neighbors neighbours nations states side".split(" "),
);
const QUANTIFIER = new Set("both all the two either conflicting warring".split(" "));

/** Words of one who speaks to two sides at once. */
function isEvenHanded(words: readonly string[]): boolean {
  for (let i = 0; i < words.length; i++) {
    const word = words[i], next = words[i + 1];
    if (word === "both" || word === "mutual") return true;
    if (next === "other" && word === "each" || next === "another" && word === "one") {
      return true;
    }
    if (i > 0 && SIDES.has(word) && QUANTIFIER.has(words[i - 1])) return true;
  }
  return false;
}

/** Finds the tokens of mentions; those that cover none are left out. */
export function mentionedIn(
  reading: Reading,
  stretches: readonly Stretch[],
): Mentioned[] {
  const mentioned: Mentioned[] = [];
  for (const { start, end } of stretches) {
    const run = tokensIn(reading.tokens, start, end);
    if (run[0] < run[1]) mentioned.push(describe(reading, run));
  }
  return mentioned;
}

/** Says of a run of tokens how it stands in its sentence. */
export function describe(reading: Reading, run: Run): Mentioned {
  return {
    run,
    subject: isSubject(reading.tokens, run, reading.verbStarts),
    by: isAfterBy(reading, run[0]),
    speaks: isSpeaking(reading, run),
  };
}

/** Whether the noun phrase that a mention stands in follows `by`: `by a number of X`. */
function isAfterBy(reading: Reading, first: number): boolean {
  const { words } = reading.tokens;
  for (let i = first - 1; i >= Math.max(0, first - 6); i--) {
    if (words[i] === "by") return true;
    if (words[i] === "," || reading.verbStarts.has(i)) return false;
    if (PREPOSITION.has(words[i]) && words[i] !== "of") return false;
  }
  return false;
}

/** Whether a verb of speech stands beside a mention: `said X`, `X told reporters`. */
function isSpeaking(reading: Reading, [first, after]: Run): boolean {
  const { words, capital } = reading.tokens;
  let left = first - 1, right = after;
  while (left >= 0 && (capital[left] || LIGHT.has(words[left]))) left--;
  if (
    left >= 0 &&
    (SPEECH.has(words[left]) || words[left] === "to" && words[left - 1] === "according")
  ) {
    return true;
  }
  // A surname, a title or an adverb may stand between.
  for (let skipped = 0; skipped < 4 && right < words.length; skipped++, right++) {
    if (SPEECH.has(words[right])) return true;
    if (!capital[right] && !LIGHT.has(words[right]) && !/ly$/.test(words[right])) break;
  }
  return false;
}
