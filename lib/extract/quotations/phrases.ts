import {
  ADVERB,
  AUX,
  BASE_FORM,
  BE,
  COORD,
  CUE_NOUN,
  DET,
  FINITE,
  GERUND,
  OTHER_VERB,
  PREP,
  PRONOUN,
  RELATIVE,
  REPORTING,
  SUBORD,
  TIME,
  VERB,
} from "./word_classes.ts";
import {
  CLOSE,
  COLON,
  COMMA,
  DASH,
  OPEN,
  QUOTE,
  SEMICOLON,
  STOP,
  WORD,
} from "./marks.ts";
import type { Tokens } from "./tokens.ts";

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

/**
 * A name with more than one description between commas, from the beginning of the
 * sentence or from a quotation on: "X, a scholar in A, one of the cities on the river,".
 */
function apposed(tokens: Tokens, verb: number, from: number): Run | undefined {
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

const SUBJECT_PRONOUN = /^(?:he|she|they|we|i)$/;

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

/** Whether a comma joins a description to a name that begins the sentence or the clause. */
function isBeside(tokens: Tokens, comma: number, from: number): boolean {
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
function matching(tokens: Tokens, close: number, from: number): number {
  for (let i = close - 1; i >= from; i--) if (tokens.type[i] === OPEN) return i;
  return -1;
}

/** The comma that encloses, with the one at `comma`, a phrase beside a noun. */
function enclosing(tokens: Tokens, comma: number, from: number): number {
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

function isNameEnd(tokens: Tokens, at: number): boolean {
  return tokens.type[at] === WORD && (tokens.capital[at] === 1 ||
    tokens.flags[at] === 0 || is(tokens, at, CUE_NOUN) && is(tokens, at - 1, DET) ||
    SUBJECT_PRONOUN.test(lower(tokens, at)));
}

/** Whether a comma parts the members of a list that goes on to "and": "A, B and C". */
function isList(tokens: Tokens, comma: number, start: number, from: number): boolean {
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

/** Whether a cue verb before a noun phrase is a verb there, so that the phrase begins after it. */
function cuts(tokens: Tokens, at: number, from: number): boolean {
  if (tokens.capital[at] === 1 && at > from) return false;
  if (at === from) return is(tokens, at, GERUND);
  const before = at - 1;
  if (is(tokens, before, DET) || lower(tokens, before) === "'s") return false;
  return is(tokens, at, FINITE | GERUND) && !is(tokens, before, PREP);
}

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
