import {
  apposed,
  enclosing,
  isBeside,
  isList,
  isNameEnd,
  matching,
  SUBJECT_PRONOUN,
} from "./apposition.ts";
import { CLOSE, COLON, COMMA, DASH, QUOTE, SEMICOLON, WORD } from "./marks.ts";
import { cuts, endsIn, is, lower, type Run } from "./phrases.ts";
import type { Tokens } from "./tokens.ts";
import {
  ADVERB,
  AUX,
  BE,
  COORD,
  DET,
  GERUND,
  OTHER_VERB,
  PREP,
  PRONOUN,
  RELATIVE,
  SUBORD,
  TIME,
  VERB,
} from "./word_classes.ts";

/** Marks and words that no noun phrase goes over, looking back from a verb. */
function bounds(tokens: Tokens, at: number): boolean {
  const { type } = tokens;
  if (type[at] !== WORD) {
    return type[at] === COLON || type[at] === SEMICOLON || type[at] === DASH ||
      type[at] === QUOTE;
  }
  if (is(tokens, at, RELATIVE)) return true;
  if (is(tokens, at, SUBORD) && !is(tokens, at, PREP)) return true;
  return is(tokens, at, AUX) && !is(tokens, at, TIME);
}

/**
 * The subject of a verb: the noun phrase that ends before its first auxiliary or adverb,
 * with what hangs on it: "political observers in Yerevan", "Aparna Mathur, who studies
 * tax policy,".
 *
 * @param tokens A paragraph.
 * @param verb The first token of the verb group.
 * @param from Where the sentence begins.
 * @returns The run, or `undefined` where there is no subject.
 */
export function subjectOf(tokens: Tokens, verb: number, from: number): Run | undefined {
  const { type } = tokens;
  const end = verb;
  let at = verb - 1;
  if (at < from) return undefined;
  if (is(tokens, at, RELATIVE) && type[at] === WORD && lower(tokens, at) !== "that") {
    const word = lower(tokens, at);
    return word === "who" || word === "which" && isNameEnd(tokens, at - 2)
      ? { from: at, to: verb }
      : undefined;
  }
  if (is(tokens, at, PRONOUN) && /^(?:it|you)$/.test(lower(tokens, at))) {
    return { from: at, to: verb };
  }
  if (is(tokens, at, RELATIVE) && lower(tokens, at) === "that" && at > from) {
    // "cities that support the rules": a relative pronoun after its noun.
    const noun = tokens.type[at - 1] === WORD && !is(tokens, at - 1, VERB | AUX | PREP);
    return noun ? { from: at, to: verb } : undefined;
  }
  // "X, a scholar in Yerevan, said": back over what the commas enclose.
  if (type[at] === COMMA || type[at] === CLOSE) {
    const open = type[at] === CLOSE
      ? matching(tokens, at, from)
      : enclosing(tokens, at, from);
    const long = apposed(tokens, verb, from);
    if (long !== undefined) return long;
    if (open < from) return undefined;
    at = open - 1;
    if (at < from) return undefined;
    // "X, who, for his part, said".
    if (is(tokens, at, RELATIVE)) return { from: at, to: at + 1 };
  }
  let start = at + 1;
  while (start > from) {
    const before = start - 1;
    if (type[before] === CLOSE) {
      const open = matching(tokens, before, from);
      if (open < from) break;
      start = open;
      continue;
    }
    if (type[before] === COMMA) {
      // "X, chief of A, a paper in B, said": what is beside the name goes on.
      if (!isList(tokens, before, start, from) && !isBeside(tokens, before, from)) {
        break;
      }
      start = before;
      continue;
    }
    if (bounds(tokens, before)) break;
    if (is(tokens, before, VERB) && cuts(tokens, before, from)) break;
    if (is(tokens, before, COORD) && clauseBefore(tokens, before, from)) break;
    if (is(tokens, before, OTHER_VERB) && tokens.capital[before] === 0) break;
    start = before;
  }
  if (is(tokens, end, GERUND)) start = participleSubject(tokens, start, end);
  start = trim(tokens, start, end);
  for (let i = end - 1; i > start; i--) {
    // "in his statements he in effect": a pronoun that can only be a subject is one.
    if (
      !is(tokens, i, PRONOUN) || !SUBJECT_PRONOUN.test(lower(tokens, i)) ||
      is(tokens, i - 1, PREP | COORD)
    ) continue;
    return { from: i, to: i + 1 };
  }
  return start < end && isNounPhrase(tokens, start, end)
    ? { from: start, to: end }
    : undefined;
}

/** Where a noun phrase before a participle begins; its end where it has no subject. */
function participleSubject(tokens: Tokens, start: number, end: number): number {
  for (let i = end - 2; i > start; i--) {
    if (tokens.type[i] !== WORD) return start;
    if (
      endsIn(tokens, i, "ing") && /[a-z]{3}ing$/.test(lower(tokens, i)) &&
      !ING_NOUN.test(lower(tokens, i))
    ) {
      return end;
    }
    if (/^(?:in|to)$/.test(lower(tokens, i)) && LEADING_TO.test(lower(tokens, i - 1))) {
      return end;
    }
  }
  return start;
}

const ING_NOUN =
  /^(?:meeting|hearing|morning|evening|building|briefing|ruling|filing|posting|finding|warning|gathering|beijing|during|nothing|something|everything|according|including|following|regarding|concerning)$/;
/** Verbs after which what somebody says is what might come: "result in many asking". */
const LEADING_TO = /^(?:result(?:s|ed)?|led|leads?)$/;

/** Whether a clause with a verb of its own stands before a conjunction. */
function clauseBefore(tokens: Tokens, coord: number, from: number): boolean {
  if (tokens.type[coord - 1] === COMMA) return true;
  for (let i = coord - 1; i >= from && i > coord - 14; i--) {
    if (tokens.type[i] === COMMA || tokens.type[i] === SEMICOLON) return false;
    if (is(tokens, i, AUX | OTHER_VERB)) return true;
    if (is(tokens, i, VERB) && cuts(tokens, i, from)) return true;
    if (tokens.capital[i] === 0 && endsIn(tokens, i, "ed") && i > from) {
      const next = i + 1;
      if (!is(tokens, i - 1, DET) && is(tokens, next, DET | PREP | PRONOUN)) {
        return true;
      }
    }
  }
  return false;
}

/** Drops what stands before a noun phrase: "and", "however", "on Monday". */
function trim(tokens: Tokens, start: number, end: number): number {
  let at = start;
  while (at < end - 1) {
    const { type } = tokens;
    if (type[at] !== WORD && type[at] !== QUOTE) at++;
    else if (is(tokens, at, COORD)) at++;
    else if (
      is(tokens, at, ADVERB) && !is(tokens, at, DET | PRONOUN) &&
      tokens.type[at + 1] === WORD
    ) at++;
    else if (is(tokens, at, SUBORD) && !is(tokens, at, DET | PRONOUN)) at++;
    else if (is(tokens, at, GERUND) && at === start) return end;
    else if (lower(tokens, at) === "with" && is(tokens, end, GERUND)) at++;
    else break;
  }
  return at;
}

function isNounPhrase(tokens: Tokens, from: number, to: number): boolean {
  let noun = false;
  for (let i = from; i < to; i++) {
    if (tokens.type[i] !== WORD) continue;
    const flags = tokens.flags[i];
    if ((flags & BE) !== 0) return noun;
    if (
      flags === 0 || (flags & PRONOUN) !== 0 || tokens.capital[i] === 1 ||
      (flags & VERB) !== 0
    ) noun = true;
  }
  return noun && !(is(tokens, from, PREP) && !is(tokens, from, DET | PRONOUN));
}
