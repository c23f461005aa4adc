import type { Cue } from "./cue.ts";
import type { Form } from "./inflect.ts";
import type { Lexicon, Pattern } from "./lexicon.ts";
import type { Tokens } from "./tokens.ts";
import {
  ADVERB,
  BE,
  DETERMINER,
  HAVE,
  MODAL,
  NEGATOR,
  PREPOSITION,
  PRONOUN,
  SKIPPED,
} from "./grammar.ts";

/** What is done to the meaning of a cue by the words around it. */
export const MODES = ["plain", "negated", "conditional", "denied", "opposed"] as const;

/** A place in {@linkcode MODES}. */
export type Mode = 0 | 1 | 2 | 3 | 4;

/** A cue found in a sentence. */
export interface Match {
  /** The cue's place in the lexicon. */
  readonly cue: number;
  /** Its first token and the one after its last. */
  readonly first: number;
  readonly after: number;
  readonly form: Form;
  /** Whether what stands before it is acted upon: `was accused`, `a ban imposed by`. */
  readonly passive: boolean;
  readonly mode: Mode;
  /** Whether it is a bad thing that a verb before it condemns, rejects or wants ended. */
  readonly opposed: boolean;
}

/**
 * Finds the cues of a sentence, the longest at each place, without overlaps.
 *
 * @param tokens The sentence's tokens.
 * @param lexicon The cues.
 */
export function matchCues(tokens: Tokens, lexicon: Lexicon): Match[] {
  const found: Match[] = [];
  const { words } = tokens;
  let i = 0;
  while (i < words.length) {
    const patterns = lexicon.stance.get(words[i]);
    const best = patterns === undefined
      ? undefined
      : longest(tokens, i, patterns, lexicon);
    if (best === undefined) {
      i++;
      continue;
    }
    const verb = lexicon.cues[best.pattern.cue].part === "verb";
    const passive = verb && best.pattern.form === "ed" &&
      isPassive(words, i, best.after);
    found.push({
      cue: best.pattern.cue,
      first: i,
      after: best.after,
      form: best.pattern.form,
      passive,
      mode: modeOf(words, i, lexicon, found),
      opposed: isOpposed(words, i, lexicon.cues[best.pattern.cue], lexicon, found),
    });
    i = best.after;
  }
  return found;
}

interface Candidate {
  readonly pattern: Pattern;
  readonly after: number;
}

/** The longest pattern that stands at a token and fits its surroundings. */
function longest(
  tokens: Tokens,
  at: number,
  patterns: readonly Pattern[],
  lexicon: Lexicon,
): Candidate | undefined {
  let best: Candidate | undefined;
  let bestFit = 0;
  for (const pattern of patterns) {
    if (best !== undefined && pattern.rest.length < best.pattern.rest.length) break;
    const after = endOf(tokens, at + 1, pattern.rest);
    if (after < 0) continue;
    const fit = fitOf(tokens, at, after, pattern, lexicon);
    if (fit > bestFit) {
      best = { pattern, after };
      bestFit = fit;
    }
  }
  return best;
}

/** Where the rest of a pattern ends, words of little meaning between its own let pass. */
function endOf(tokens: Tokens, from: number, rest: readonly string[]): number {
  const { words, capital } = tokens;
  let at = from;
  for (const word of rest) {
    let skipped = 0;
    while (at < words.length && words[at] !== word) {
      const passes = SKIPPED.has(words[at]) || capital[at] || ADVERB.test(words[at]);
      if (!passes || ++skipped > 3) return -1;
      at++;
    }
    if (at >= words.length) return -1;
    at++;
  }
  return at;
}

/** How well a reading as verb, noun or else fits: 0 not at all, 2 well. */
function fitOf(
  tokens: Tokens,
  at: number,
  after: number,
  pattern: Pattern,
  lexicon: Lexicon,
): number {
  const { words, capital } = tokens;
  const part = lexicon.cues[pattern.cue].part;
  if (at > 0 && capital[at] && after === at + 1 && !tokens.headline) return 0;
  if (part === "phrase") return 3;
  if (part === "adjective") return pattern.rest.length > 0 ? 3 : 1.5;
  const before = at === 0 ? "" : words[at - 1];
  const nominal = DETERMINER.has(before) || before === "'s" ||
    PREPOSITION.has(before) && before !== "to" || words[after] === "of";
  if (part === "noun") {
    const verbal = before === "to" || MODAL.has(before) || PRONOUN.has(before) ||
      before === "n't" || before === "not";
    return verbal ? 0.5 : nominal ? 2 : pattern.form === "s" ? 1 : 1.6;
  }
  if (pattern.form === "ed") {
    return nominal && after === at + 1 && !capital[after] ? 1 : 2;
  }
  if (pattern.form === "ing") return 1.7;
  if (nominal) return pattern.rest.length > 0 ? 1 : 0;
  const verbal = before === "to" || MODAL.has(before) || PRONOUN.has(before) ||
    before === "n't" || before === "not" || ADVERB.test(before);
  if (verbal) return 2;
  return pattern.form === "s" || at === 0 ? 1.5 : 1;
}

function isPassive(words: readonly string[], at: number, after: number): boolean {
  if (words[after] === "by") return true;
  for (let i = at - 1; i >= Math.max(0, at - 5); i--) {
    const word = words[i];
    if (BE.has(word)) return true;
    if (HAVE.has(word)) return false;
    if (
      !NEGATOR.has(word) && !ADVERB.test(word) && word !== "also" && word !== "being"
    ) {
      return false;
    }
  }
  return false;
}

const AGAINST = new Set(["ACCUSE", "REJECT", "PROTEST", "SANCTION"]);

/** Whether a verb against something governs a cue of something bad: `condemn the attack on`. */
function isOpposed(
  words: readonly string[],
  at: number,
  cue: Cue,
  lexicon: Lexicon,
  found: readonly Match[],
): boolean {
  if (cue.strength >= 0) return false;
  for (let k = found.length - 1; k >= 0 && found[k].after > at - 8; k--) {
    const governor = lexicon.cues[found[k].cue];
    if (governor.part !== "verb" || governor.strength >= 0) continue;
    if (!AGAINST.has(governor.act) || found[k].mode !== 0 || found[k].passive) {
      return false;
    }
    for (let i = found[k].after; i < at; i++) {
      if (words[i] === "and" || words[i] === "," || words[i] === ";") return false;
    }
    return true;
  }
  return false;
}

const SCOPE_END = new Set([
  ";",
  ":",
  "but",
  "although",
  "though",
  "while",
  '"',
  "—",
  "–",
]);
const CONDITION = new Set([
  "if",
  "unless",
  "would",
  "could",
  "might",
  "may",
  "whether",
]);
const DENIAL = /^(?:deny|reject|refute|rebut|dismiss|dispute|disavow)/;

/** Looks left from a cue for what negates, weakens or denies it. */
function modeOf(
  words: readonly string[],
  at: number,
  lexicon: Lexicon,
  found: readonly Match[],
): Mode {
  let condition = false;
  for (let i = at - 1, seen = 0; i >= 0 && seen < 5; i--, seen++) {
    const word = words[i];
    if (SCOPE_END.has(word) || word === "," && seen > 0) break;
    if (NEGATOR.has(word)) return words[i + 1] === "only" ? 0 : 1;
    if (CONDITION.has(word)) condition = true;
  }
  for (let k = found.length - 1; k >= 0 && found[k].after > at - 9; k--) {
    const { cue, passive, mode } = found[k];
    if (!passive && mode === 0 && DENIAL.test(lexicon.cues[cue].cue)) return 3;
  }
  return condition ? 2 : 0;
}
