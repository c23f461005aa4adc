import type { Cue } from "./cue.ts";
import type { Form } from "./inflect.ts";
import type { Lexicon, Node, Pattern, Word } from "./lexicon.ts";
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
 * @param known What the lexicon knows of each token, where that was looked up already.
 */
export function matchCues(
  tokens: Tokens,
  lexicon: Lexicon,
  known: readonly (Word | undefined)[] = lookUp(tokens, lexicon),
): Match[] {
  const found: Match[] = [];
  const { words } = tokens;
  for (let i = 0; i < words.length;) {
    const node = known[i]?.node;
    const best = node === undefined ? undefined : longest(tokens, i, node, lexicon);
    if (best === undefined) {
      i++;
      continue;
    }
    const { pattern, after } = best;
    const cue = lexicon.cues[pattern.cue];
    found.push({
      cue: pattern.cue,
      first: i,
      after,
      form: pattern.form,
      passive: cue.part === "verb" && pattern.form === "ed" &&
        isPassive(words, i, after),
      mode: modeOf(words, i, lexicon, found),
      opposed: isOpposed(words, i, cue, lexicon, found),
    });
    i = after;
  }
  return found;
}

/** What the lexicon knows of each token. */
export function lookUp({ words }: Tokens, lexicon: Lexicon): (Word | undefined)[] {
  return words.map((word) => lexicon.words.get(word));
}

interface Candidate {
  readonly pattern: Pattern;
  readonly after: number;
}

/**
 * The longest pattern that stands at a token and fits its surroundings; words of little
 * meaning may stand between its own.
 */
function longest(
  tokens: Tokens,
  at: number,
  first: Node,
  lexicon: Lexicon,
): Candidate | undefined {
  const { words } = tokens;
  let best: Candidate | undefined;
  let node = first, after = at + 1;
  for (;;) {
    if (node.ends.length > 0) {
      best = fittest(tokens, at, after, node.ends, lexicon) ?? best;
    }
    if (node.next.size === 0) return best;
    let next = after, skipped = 0, child: Node | undefined;
    while (next < words.length && (child = node.next.get(words[next])) === undefined) {
      if (!passes(tokens, next) || ++skipped > 3) return best;
      next++;
    }
    if (child === undefined) return best;
    node = child;
    after = next + 1;
  }
}

function fittest(
  tokens: Tokens,
  at: number,
  after: number,
  ends: readonly Pattern[],
  lexicon: Lexicon,
): Candidate | undefined {
  let best: Candidate | undefined, most = 0;
  for (const pattern of ends) {
    const fit = fitOf(tokens, at, after, pattern, lexicon);
    if (fit > most) {
      best = { pattern, after };
      most = fit;
    }
  }
  return best;
}

/** Whether a word may stand between the words of a phrase. */
function passes({ words, capital }: Tokens, at: number): boolean {
  return capital[at] || SKIPPED.has(words[at]) || words[at].endsWith("ly");
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
  if (part === "adjective") return pattern.length > 1 ? 3 : 1.5;
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
  if (nominal) return pattern.length > 1 ? 1 : 0;
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
