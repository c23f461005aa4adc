import type { Cue } from "./cue.ts";
import type { Pattern } from "./cue_trie.ts";
import {
  ADVERB,
  BE,
  CAPITALISED,
  CONDITION,
  DETERMINER,
  grammarId,
  HAVE,
  MODAL,
  NEGATOR,
  PREPOSITION,
  PRONOUN,
  SCOPE_END,
  SKIPPED,
} from "./grammar.ts";
import type { Reading } from "./reading.ts";
import { kindOf } from "./role.ts";

/**
 * What is done to the meaning of a cue by the words around it; `beside` is one that stands
 * beside an act which is neither for nor against (a meeting, a request).
 */
export const MODES = [
  "plain",
  "negated",
  "conditional",
  "denied",
  "opposed",
  "beside",
] as const;

/** A place in {@linkcode MODES}. */
export type Mode = 0 | 1 | 2 | 3 | 4 | 5;

export const PLAIN = 0,
  NEGATED = 1,
  CONDITIONAL = 2,
  DENIED = 3,
  OPPOSED = 4,
  BESIDE = 5;

/** A cue found in a sentence. */
export interface Match {
  /** The cue's place in the lexicon. */
  readonly cue: number;
  /** Its first token and the one after its last. */
  readonly first: number;
  readonly after: number;
  /** Its kind, a place in `KINDS`. */
  readonly kind: number;
  /** Where the multipliers of pairs of roles begin that it is weighed by. */
  readonly pairs: number;
  /** Whether what stands before it is acted upon: `was accused`, `a ban imposed by`. */
  readonly passive: boolean;
  readonly mode: Mode;
  /** Whether it is a bad thing that a verb before it condemns, rejects or wants ended. */
  readonly opposed: boolean;
}

const BY = grammarId("by"), OF = grammarId("of"), TO = grammarId("to");
const OWN = grammarId("'s"), COMMA = grammarId(","), SEMICOLON = grammarId(";");
const AND = grammarId("and"), ONLY = grammarId("only"), NOT = grammarId("not");
const NT = grammarId("n't"), ALSO = grammarId("also"), BEING = grammarId("being");

/** Finds the cues of a sentence, the longest at each place, without overlaps. */
export function matchCues(reading: Reading): Match[] {
  const { lexicon: { stance, cues, pairs }, count, tokens: { words } } = reading;
  const found: Match[] = [];
  for (let i = 0; i < count;) {
    const root = stance.root(words[i]);
    const best = root === 0 ? undefined : longest(reading, i, root);
    if (best === undefined) {
      i++;
      continue;
    }
    const { pattern: { cue, part, form }, after } = best;
    const passive = part === "verb" && form === "ed" && isPassive(reading, i, after);
    found.push({
      cue,
      first: i,
      after,
      kind: kindOf(part, passive),
      pairs: pairs[cue],
      passive,
      mode: modeOf(reading, i, found),
      opposed: cues[cue].strength < 0 && isOpposed(reading, i, found),
    });
    i = after;
  }
  return found;
}

interface Candidate {
  readonly pattern: Pattern;
  readonly after: number;
}

/**
 * The longest pattern that stands at a token and fits its surroundings; words of little
 * meaning may stand between its own.
 */
function longest(reading: Reading, at: number, root: number): Candidate | undefined {
  const { lexicon: { stance }, count, tokens: { words } } = reading;
  let best: Candidate | undefined;
  let node = root, after = at + 1;
  for (;;) {
    const ends = stance.ends(node);
    if (ends.length > 0) {
      const pattern = fittest(reading, at, after, ends);
      if (pattern !== undefined) best = { pattern, after };
    }
    if (stance.isLast(node)) return best;
    let next = after, skipped = 0, child = 0;
    while (next < count && (child = stance.next(node, words[next])) === 0) {
      if (!passes(reading, next) || ++skipped > 3) return best;
      next++;
    }
    if (child === 0) return best;
    node = child;
    after = next + 1;
  }
}

/** The pattern that fits best among the words around it, if any does. */
function fittest(
  reading: Reading,
  at: number,
  after: number,
  ends: readonly Pattern[],
): Pattern | undefined {
  const { classes, count, tokens: { words } } = reading;
  const isOne = after === at + 1, isNext = after < count;
  const isName = at > 0 && isOne && (classes[at] & CAPITALISED) !== 0;
  if (isName && !reading.isHeadline) return undefined;
  const before = at === 0 ? 0 : words[at - 1], is = at === 0 ? 0 : classes[at - 1];
  let around = 0;
  if (
    is & DETERMINER || before === OWN || is & PREPOSITION && before !== TO ||
    isNext && words[after] === OF
  ) around |= NOMINAL;
  if (is & (MODAL | PRONOUN) || before === TO || before === NT || before === NOT) {
    around |= VERBAL;
  }
  if (is & ADVERB) around |= MANNER;
  if (at === 0) around |= FIRST;
  if (isOne && !(isNext && classes[after] & CAPITALISED)) around |= ALONE;
  let best: Pattern | undefined, most = 0;
  for (let i = 0; i < ends.length; i++) {
    const fit = fitOf(ends[i], around);
    if (fit > most) {
      best = ends[i];
      most = fit;
    }
  }
  return best;
}

/**
 * What the words around a pattern tell about its part of speech: a noun follows the word
 * before it or `of` comes after; a verb follows the word before; that is one in -ly; it
 * begins the sentence; it is one word with no name behind it.
 */
const NOMINAL = 1, VERBAL = 2, MANNER = 4, FIRST = 8, ALONE = 16;

/** How well a reading as verb, noun or else fits: 0 not at all, 2 well. */
function fitOf({ part, form, length }: Pattern, around: number): number {
  if (part === "phrase") return 3;
  if (part === "adjective") return length > 1 ? 3 : 1.5;
  if (part === "noun") {
    if (around & VERBAL) return 0.5;
    return around & NOMINAL ? 2 : form === "s" ? 1 : 1.6;
  }
  if (form === "ed") return around & NOMINAL && around & ALONE ? 1 : 2;
  if (form === "ing") return 1.7;
  if (around & NOMINAL) return length > 1 ? 1 : 0;
  if (around & (VERBAL | MANNER)) return 2;
  return form === "s" || around & FIRST ? 1.5 : 1;
}

/** Whether a word may stand between the words of a phrase. */
function passes({ classes }: Reading, at: number): boolean {
  return (classes[at] & (CAPITALISED | SKIPPED | ADVERB)) !== 0;
}

function isPassive(reading: Reading, at: number, after: number): boolean {
  const { classes, count, tokens: { words } } = reading;
  if (after < count && words[after] === BY) return true;
  for (let i = at - 1; i >= Math.max(0, at - 5); i--) {
    if (classes[i] & BE) return true;
    if (classes[i] & HAVE) return false;
    const light = (classes[i] & (NEGATOR | ADVERB)) !== 0 || words[i] === ALSO ||
      words[i] === BEING;
    if (!light) return false;
  }
  return false;
}

const AGAINST: ReadonlySet<Cue["act"]> = new Set<Cue["act"]>([
  "ACCUSE",
  "REJECT",
  "PROTEST",
  "SANCTION",
]);

/** Whether a verb against something governs a cue of something bad: `condemn the attack on`. */
function isOpposed(
  { lexicon, tokens: { words } }: Reading,
  at: number,
  found: readonly Match[],
): boolean {
  for (let k = found.length - 1; k >= 0 && found[k].after > at - 8; k--) {
    const { cue, after, mode, passive } = found[k], governor = lexicon.cues[cue];
    if (governor.part !== "verb" || governor.strength >= 0) continue;
    if (!AGAINST.has(governor.act) || mode !== PLAIN || passive) return false;
    for (let i = after; i < at; i++) {
      if (words[i] === AND || words[i] === COMMA || words[i] === SEMICOLON) {
        return false;
      }
    }
    return true;
  }
  return false;
}

/** Looks left from a cue for what negates, weakens or denies it. */
function modeOf(reading: Reading, at: number, found: readonly Match[]): Mode {
  const { lexicon, classes, count, tokens: { words } } = reading;
  let condition = false;
  for (let i = at - 1, seen = 0; i >= 0 && seen < 5; i--, seen++) {
    const is = classes[i];
    if (is & SCOPE_END || words[i] === COMMA && seen > 0) break;
    if (is & NEGATOR) return i + 1 < count && words[i + 1] === ONLY ? PLAIN : NEGATED;
    if (is & CONDITION) condition = true;
  }
  for (let k = found.length - 1; k >= 0 && found[k].after > at - 9; k--) {
    const { cue, passive, mode } = found[k];
    if (!passive && mode === PLAIN && lexicon.denials[cue]) return DENIED;
  }
  return condition ? CONDITIONAL : PLAIN;
}
