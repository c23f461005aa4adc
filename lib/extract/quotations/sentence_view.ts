import type { Attribution } from "./attribution.ts";
import type { Lexicon } from "./lexicon.ts";
import { COMMA, DASH, QUOTE, STOP, WORD } from "./marks.ts";
import { endsIn, endsInEd, is, lower, type Run } from "./phrases.ts";
import type { Quoted } from "./quoted.ts";
import { subjectOf } from "./subjects.ts";
import type { Tokens } from "./tokens.ts";
import {
  ADVERB,
  AUX,
  BASE_FORM,
  BE,
  COORD,
  DET,
  FINITE,
  GERUND,
  HAVE,
  NOT,
  OTHER_VERB,
  PARTICIPLE,
  PREP,
  PRONOUN,
  RELATIVE,
  VERB,
} from "./word_classes.ts";

/** A sentence, and what words are in it: verbs or nouns, people or things. */
export class SentenceView {
  readonly found: Attribution[] = [];
  /** Quotations of the sentence, and which of them are told by whom. */
  protected readonly quotes: readonly Quoted[];
  protected readonly told = new Set<Quoted>();
  protected last: Run | undefined;

  constructor(
    readonly tokens: Tokens,
    readonly from: number,
    readonly to: number,
    quotes: readonly Quoted[],
    readonly lexicon: Lexicon,
    /** Whether verbs of thinking are left out. */
    readonly speechOnly = false,
  ) {
    this.quotes = quotes.filter((quote) =>
      quote.open >= from && quote.open < to && quote.close <= to &&
      !isTitle(tokens, quote)
    );
  }

  protected isPast(at: number): boolean {
    return endsInEd(this.tokens, at);
  }

  /** Whether a stretch is a clause: a verb in it, or "to" with one. */
  protected hasVerb({ from, to }: Run): boolean {
    const { tokens } = this;
    for (let i = from; i < to; i++) {
      if (is(tokens, i, AUX | OTHER_VERB | VERB) || this.isPast(i)) return true;
      const word = lower(tokens, i);
      if (tokens.type[i] === QUOTE || word === "'s" || word === "to") return true;
      if (
        i > from && /^[a-z]{3,}s$/.test(word) && tokens.flags[i] === 0 &&
        tokens.capital[i] === 0
      ) {
        return true;
      }
    }
    return false;
  }

  /** Whether a verb that says when stands there: "is", "went", "was shut", "built". */
  protected hasFinite(from: number, to: number): boolean {
    const { tokens } = this;
    for (let i = from; i < to; i++) {
      if (is(tokens, i, AUX | OTHER_VERB) || this.isPast(i)) return true;
      if (is(tokens, i, FINITE) && is(tokens, i, VERB) && !this.isNoun(i)) return true;
      if (
        /^[a-z]{3,}s$/.test(lower(tokens, i)) && i > from && tokens.flags[i] === 0 &&
        tokens.capital[i] === 0
      ) return true;
    }
    return false;
  }

  protected hasClause(from: number, to: number): boolean {
    for (let i = from; i < to; i++) {
      if (is(this.tokens, i, AUX | OTHER_VERB | VERB) || this.isPast(i)) return true;
    }
    return to - from > 6;
  }

  /** Whether a preposition stands in the noun phrase before a verb: "average of the polls". */
  protected hasPreposition(at: number): boolean {
    const { tokens } = this;
    for (let i = at; i >= this.from && tokens.type[i] === WORD; i--) {
      if (is(tokens, i, AUX | VERB)) return false;
      if (is(tokens, i, PREP)) return true;
    }
    return false;
  }

  /** Whether the sentence is a headline in which most words have capitals. */
  protected titled(): boolean {
    const { tokens } = this;
    let words = 0, capitals = 0;
    for (let i = this.from; i < this.to; i++) {
      if (tokens.type[i] !== WORD || tokens.end[i] - tokens.start[i] < 4) continue;
      words++;
      capitals += tokens.capital[i];
    }
    return words > 2 && capitals / words > 0.75;
  }

  /** Whether a word that could be a cue verb is a noun or an adjective where it stands. */
  protected isNoun(at: number): boolean {
    const { tokens } = this;
    const word = lower(tokens, at);
    if (at === this.from) {
      return !is(tokens, at, GERUND) && !(tokens.type[at + 1] === QUOTE);
    }
    const before = at - 1, next = at + 1;
    // Words that matter below are all known.
    const previous = tokens.id[before] === 0 ? "" : lower(tokens, before);
    if (word === "think" && lower(tokens, next).startsWith("tank")) return true;
    // A preposition and conjunctions that look like verbs.
    if (/^(?:like|given|considering|regarding|concerning|following)$/.test(word)) {
      if (!is(tokens, before, AUX | PRONOUN) && previous !== "to") return true;
    }
    if (previous === "'s" || previous === "’s" || previous === "of") return true;
    if (is(tokens, before, DET) && !is(tokens, before, PRONOUN)) return true;
    if (is(tokens, before, PREP) && previous !== "to" && !is(tokens, at, GERUND)) {
      return true;
    }
    if (is(tokens, at, GERUND) && is(tokens, before, PREP) && previous !== "to") {
      if (word === "saying" && previous !== "of") return false;
      return !(lower(tokens, next) === "that" || tokens.type[next] === QUOTE);
    }
    if (tokens.capital[at] === 1 && !this.titled()) return true;
    const third = is(tokens, at, FINITE) && !is(tokens, at, BASE_FORM) &&
      /s$/.test(word);
    if (third || (is(tokens, at, BASE_FORM) && word !== "said")) {
      const auxiliary = is(tokens, before, AUX | NOT) || previous === "to";
      if (auxiliary) return false;
      if (tokens.type[next] === STOP && tokens.type[before] === WORD) {
        return !is(tokens, before, PRONOUN) && tokens.capital[before] === 0;
      }
      const noun = is(tokens, before, PRONOUN | RELATIVE) ||
        tokens.capital[before] === 1 ||
        is(tokens, before, ADVERB) || tokens.type[before] !== WORD ||
        is(tokens, before, COORD) ||
        (third
          ? !/s$/.test(lower(tokens, before))
          : /s$|people|men|women|police|media/.test(lower(tokens, before)));
      if (!noun) return true;
      return (is(tokens, next, AUX | FINITE) || third && this.isPast(next)) &&
        !is(tokens, next, DET | PRONOUN);
    }
    if (is(tokens, at, PARTICIPLE) && lower(tokens, next) === "by") {
      return !is(tokens, before, BE | AUX | ADVERB);
    }
    return false;
  }

  /** Whether a subject is a thing: no pronoun for people, no name, no plural of people. */
  protected isThing({ from, to }: Run): boolean {
    const { tokens } = this;
    if (this.mayBeName({ from, to })) return false;
    for (let i = from; i < to; i++) {
      if (i > from && (tokens.type[i] !== WORD || is(tokens, i, PREP | RELATIVE))) {
        return true;
      }
      if (tokens.capital[i] === 1 && i > this.from) return false;
      if (
        /^(?:he|she|they|we|i|who|poll|survey|study|report)$|(?:ers|ors|ists|ians|men|people|als)$/
          .test(lower(tokens, i))
      ) return false;
    }
    return true;
  }

  /** Whether a subject that begins the sentence is a word with a capital, or some. */
  protected mayBeName({ from, to }: Run): boolean {
    const { tokens } = this;
    let i = from;
    while (i < to && tokens.capital[i] === 1 && tokens.flags[i] === 0) i++;
    return i > from && (i === to || tokens.type[i] === COMMA);
  }

  /** What auxiliaries stand before a verb. */
  protected auxiliaries(first: number, at: number) {
    const { tokens } = this;
    let be = false, have = false;
    for (let i = first; i < at; i++) {
      if (is(tokens, i, BE)) be = true;
      if (is(tokens, i, HAVE)) have = true;
    }
    const participle = is(tokens, at, PARTICIPLE) ||
      (is(tokens, at, FINITE) && endsIn(tokens, at, "ed"));
    return { be, have, passive: be && participle };
  }

  protected quoteAt(at: number): Quoted | undefined {
    if (this.tokens.type[at] !== QUOTE) return undefined;
    return this.quotes.find(({ open }) => open === at);
  }

  protected stops(close: number): boolean {
    const type = this.tokens.type[close - 1];
    return type === COMMA || type === STOP || type === DASH;
  }

  /** Whether a token is told already, within a clause that goes on over it. */
  protected covered(at: number): boolean {
    return this.found.some(({ contents }) =>
      contents.some(({ from, to }) => at >= from && at < to)
    );
  }

  /** Whether a stretch of the sentence reports speech itself. */
  protected speaks(from: number, to: number): boolean {
    const { tokens } = this;
    for (let at = from + 1; at < to; at++) {
      const verb = tokens.verb(at);
      if (
        verb === undefined || verb.attitude ||
        !(verb.clause || verb.quote || verb.object)
      ) continue;
      if (!is(tokens, at, FINITE) || this.isNoun(at)) continue;
      if (
        !/ed$|^(?:said|says|told)$/.test(lower(tokens, at)) ||
        is(tokens, at - 1, BE | PREP)
      ) continue;
      if (subjectOf(tokens, at, from) !== undefined) return true;
    }
    return false;
  }
}

/** Whether a quotation is the title of something: a few words, all with capitals. */
function isTitle(tokens: Tokens, { open, close }: Quoted): boolean {
  let words = 0;
  for (let i = open + 1; i < Math.min(close, tokens.count); i++) {
    if (tokens.type[i] !== WORD || is(tokens, i, DET | PREP | COORD)) continue;
    if (tokens.capital[i] === 0) return false;
    words++;
  }
  return words > 1 && words < 6 && open > 0 && tokens.type[open - 1] === WORD;
}
