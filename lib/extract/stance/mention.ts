import {
  ADVERB,
  BREAK,
  CAPITALISED,
  CUE_VERB,
  DETERMINER,
  grammarId,
  LEAD,
  LIGHT,
  PREPOSITION,
  SPEECH,
  SUBORDINATOR,
} from "./grammar.ts";
import type { Reading, Stretch } from "./reading.ts";

/** A mention as a run of tokens, with what its place in the sentence tells. */
export interface Mentioned {
  /** Its first token and the one after its last. */
  readonly first: number;
  readonly after: number;
  /** Whether it stands where a subject stands: not behind a preposition or a verb. */
  readonly subject: boolean;
  /** Whether `by` stands before its noun phrase. */
  readonly by: boolean;
  /** Whether a verb of speech stands beside it. */
  readonly speaks: boolean;
}

const BY = grammarId("by"), OF = grammarId("of"), OWN = grammarId("'s");
const COMMA = grammarId(","), TO = grammarId("to"), ACCORDING = grammarId("according");

/** Finds the tokens of mentions; those that cover none are left out. */
export function mentionedIn(
  reading: Reading,
  stretches: readonly Stretch[],
): Mentioned[] {
  const mentioned: Mentioned[] = [];
  for (const stretch of stretches) {
    const mention = mentionAt(reading, stretch);
    if (mention !== undefined) mentioned.push(mention);
  }
  return mentioned;
}

/** The tokens that a stretch of the text touches, if any. */
export function mentionAt(
  reading: Reading,
  { start, end }: Stretch,
): Mentioned | undefined {
  const { count, starts, ends } = reading.tokens;
  let low = 0, high = count;
  while (low < high) {
    const middle = low + high >> 1;
    if (ends[middle] <= start) low = middle + 1;
    else high = middle;
  }
  let after = low;
  while (after < count && starts[after] < end) after++;
  return low < after ? describe(reading, low, after) : undefined;
}

/** Says of a run of tokens how it stands in its sentence. */
export function describe(reading: Reading, first: number, after: number): Mentioned {
  return {
    first,
    after,
    subject: isSubject(reading, first),
    by: isAfterBy(reading, first),
    speaks: isSpeaking(reading, first, after),
  };
}

/** Whether a mention stands where a subject stands, by the word before its noun phrase. */
function isSubject({ classes, tokens: { words } }: Reading, first: number): boolean {
  let at = first - 1;
  while (
    at >= 0 && ((classes[at] & DETERMINER) !== 0 || words[at] === OWN ||
      at > 0 && (classes[at] & CAPITALISED) !== 0)
  ) at--;
  if (at < 0) return true;
  if (classes[at] & CUE_VERB) return false;
  return (classes[at] & (LEAD | BREAK | SUBORDINATOR)) !== 0;
}

/** Whether the noun phrase that a mention stands in follows `by`: `by a number of X`. */
function isAfterBy({ classes, tokens: { words } }: Reading, first: number): boolean {
  for (let i = first - 1; i >= Math.max(0, first - 6); i--) {
    if (words[i] === BY) return true;
    if (words[i] === COMMA || classes[i] & CUE_VERB) return false;
    if (classes[i] & PREPOSITION && words[i] !== OF) return false;
  }
  return false;
}

/** Whether a verb of speech stands beside a mention: `said X`, `X told reporters`. */
function isSpeaking(reading: Reading, first: number, after: number): boolean {
  const { classes, count, tokens: { words } } = reading;
  let left = first - 1, right = after;
  while (left >= 0 && classes[left] & (CAPITALISED | LIGHT)) left--;
  if (left >= 0 && classes[left] & SPEECH) return true;
  if (left > 0 && words[left] === TO && words[left - 1] === ACCORDING) return true;
  // A surname, a title or an adverb may stand between.
  for (let skipped = 0; skipped < 4 && right < count; skipped++, right++) {
    if (classes[right] & SPEECH) return true;
    if ((classes[right] & (CAPITALISED | LIGHT | ADVERB)) === 0) break;
  }
  return false;
}
