import { COMMA, QUOTE, WORD } from "./marks.ts";
import {
  ABOUT,
  MAKING,
  type Owner,
  phrase,
  sentence,
  SUPPORT,
  TAKES,
  type Told,
} from "./noun_frames.ts";
import { beginsNoun, is, lower, type Run } from "./phrases.ts";
import { subjectOf } from "./subjects.ts";
import { TrailingReader } from "./trailing.ts";
import {
  ADVERB,
  AUX,
  COORD,
  DET,
  FINITE,
  GERUND,
  NOT,
  OTHER_VERB,
  PREP,
  PRONOUN,
  RELATIVE,
  SUBORD,
  VERB,
} from "./word_classes.ts";

/** Reports of speech whose cue is a noun: "Iran's call for", "reports in X that". */
export class NounReader extends TrailingReader {
  /** Reads a noun of speech; returns where reading goes on. */
  protected noun(at: number): number | undefined {
    if (!is(this.tokens, at + 1, PREP | RELATIVE) || this.covered(at)) return undefined;
    const owner = this.owner(at) ?? this.maker(at);
    const told = this.toldBy(at, owner);
    if (told === undefined) return undefined;
    const source = owner?.source ?? this.placeOf(at, told);
    if (source === undefined) return undefined;
    const cue = { from: owner?.cueFrom ?? at, to: told.cueEnd };
    const content = this.contentOf(told);
    if (content === undefined) return undefined;
    this.keep({ source, cue, contents: [content], pattern: "clause" });
    return content.to;
  }

  /** What a noun of speech takes: "that …", and of those that are somebody's "for …". */
  protected toldBy(at: number, owner: Owner | undefined): Told | undefined {
    const { tokens, to } = this;
    let next = at + 1;
    if (lower(tokens, next) === "that") return sentence(next, next);
    if (owner?.made && SUPPORT.test(this.words(next, next + 3))) {
      return phrase(next, next);
    }
    if (owner !== undefined && tokens.type[next] === WORD) {
      const particles = TAKES[lower(tokens, at)];
      if (particles?.includes(lower(tokens, next)) && next + 1 < to) {
        const begins = tokens.type[next + 1] === QUOTE ||
          beginsNoun(tokens, next + 1) ||
          is(tokens, next + 1, GERUND);
        if (begins) return phrase(next + 1, next + 1);
      }
      return undefined;
    }
    if (owner !== undefined || !is(tokens, next, PREP)) return undefined;
    // "reports in Armenian media that", "claims by officials that".
    while (next < Math.min(to, at + 10) && tokens.type[next] === WORD) {
      const word = lower(tokens, next);
      if (word === "that") return sentence(at + 1, next);
      if (next > at + 1 && ABOUT.test(word) && this.isThere(at)) {
        return phrase(at + 1, next);
      }
      if (is(tokens, next, AUX | RELATIVE | OTHER_VERB) || this.isPast(next)) {
        return undefined;
      }
      if (is(tokens, next, VERB) && is(tokens, next, FINITE | GERUND)) {
        if (!this.isNoun(next)) return undefined;
      }
      next++;
    }
    return undefined;
  }

  /** What the noun says: a quotation alone, or a phrase or clause. */
  protected contentOf({ from, extent }: Told): Run | undefined {
    const quote = this.quoteAt(from);
    if (quote !== undefined) return { from, to: Math.min(this.to, quote.close + 1) };
    const run = this.upTo(from, extent);
    return run && this.asSubject(run, extent === "phrase" ? 0 : 1);
  }

  /** Where ", we can" begins, whose verb stands at a token; else the verb. */
  protected beforeSubject(verb: number): number {
    const { tokens } = this;
    return is(tokens, verb - 1, PRONOUN) && tokens.type[verb - 2] === COMMA
      ? verb - 2
      : verb;
  }

  /**
   * What is said where it is, with its noun, the subject of the sentence: it ends where
   * the sentence's own verb begins: "the claim that it was closed | was false".
   *
   * @param verbs How many verbs it may have of its own.
   */
  protected asSubject({ from, to }: Run, verbs: number): Run {
    const { tokens } = this;
    let left = verbs;
    for (let i = from + 1; i < to; i++) {
      const quote = this.quoteAt(i);
      if (quote !== undefined) i = quote.close;
      else if (is(tokens, i, RELATIVE | SUBORD | COORD)) left++;
      else if (is(tokens, i, AUX) && is(tokens, i, FINITE)) {
        if (--left < 0) return { from, to: this.beforeSubject(i) };
        while (is(tokens, i + 1, AUX | NOT | ADVERB)) i++;
      } else if (
        is(tokens, i, OTHER_VERB) && tokens.capital[i] === 0 &&
        !is(tokens, i - 1, AUX | NOT | ADVERB)
      ) {
        if (--left < 0) return { from, to: i };
      }
    }
    return { from, to };
  }

  /** Whether "there were" stands before a noun. */
  protected isThere(at: number): boolean {
    return /\bthere (?:are|were|have been|had been|is|was)(?: [a-z]+){0,2}$/.test(
      this.words(Math.max(this.from, at - 5), at),
    );
  }

  /** Whose word it is: "his", "the minister's"; the cue begins after it. */
  protected owner(at: number): Owner | undefined {
    const { tokens } = this;
    let first = at;
    while (
      first > at - 3 && first > this.from && tokens.type[first - 1] === WORD &&
      tokens.capital[first - 1] === 0 && !is(tokens, first - 1, ~(FINITE | VERB)) &&
      !/^['’]s?$/.test(lower(tokens, first - 1))
    ) first--;
    const owner = first - 1;
    if (owner < this.from) return undefined;
    const word = lower(tokens, owner);
    if (/^(?:his|her|their|its|my|our)$/.test(word)) {
      return { source: { from: owner, to: owner + 1 }, cueFrom: first };
    }
    if (word !== "'s" && word !== "’s") return undefined;
    let from = owner - 1;
    while (
      from > this.from && tokens.type[from - 1] === WORD &&
      (tokens.capital[from - 1] === 1 || (tokens.flags[from - 1] === 0))
    ) from--;
    if (
      from > this.from && is(tokens, from - 1, DET) && !is(tokens, from - 1, PRONOUN)
    ) from--;
    return { source: { from, to: first }, cueFrom: first };
  }

  /** Who made it: "Iran made statements", "the ministry gave a warning". */
  protected maker(at: number): Owner | undefined {
    const { tokens } = this;
    let verb = at - 1;
    while (
      verb > this.from && verb > at - 4 && tokens.type[verb] === WORD &&
      !MAKING.test(lower(tokens, verb)) && !is(tokens, verb, AUX | PREP | RELATIVE)
    ) verb--;
    if (!MAKING.test(lower(tokens, verb))) return undefined;
    let first = verb;
    while (first > this.from && is(tokens, first - 1, AUX | ADVERB | NOT)) first--;
    const source = subjectOf(tokens, first, this.from);
    if (source === undefined || lower(tokens, source.from - 1) === "if") {
      return undefined;
    }
    return { source, cueFrom: first, made: true };
  }

  /** The words from one token to another, in small letters. */
  protected words(from: number, to: number): string {
    let words = "";
    for (let i = from; i < Math.min(to, this.to); i++) {
      words += ` ${lower(this.tokens, i)}`;
    }
    return words.slice(1);
  }

  /** "reports in Armenian media that": who stands between is the source. */
  protected placeOf(at: number, { from, cueEnd }: Told): Run | undefined {
    const { tokens } = this;
    if (cueEnd !== at + 1 || from <= at + 2) return undefined;
    if (!/^(?:in|by|from|among|of)$/.test(lower(tokens, at + 1))) return undefined;
    return { from: at + 2, to: from };
  }
}
