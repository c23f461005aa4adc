import type { CueVerb } from "./lexicon.ts";
import { CLOSE, COLON, COMMA, DASH, QUOTE, SEMICOLON, STOP, WORD } from "./marks.ts";
import { NounExtentReader } from "./noun_extents.ts";
import { beginsNoun, is, lower, type Run } from "./phrases.ts";
import type { Quoted } from "./quoted.ts";
import {
  ADVERB,
  AUX,
  BASE_FORM,
  BE,
  COORD,
  DET,
  FINITE,
  GERUND,
  NOT,
  OTHER_VERB,
  PHRASE,
  PREP,
  PRONOUN,
  RELATIVE,
  SUBORD,
  TIME,
  VERB,
} from "./word_classes.ts";

/** Where clauses of a sentence end. */
export class ExtentReader extends NounExtentReader {
  protected complementBegins(at: number, verb: CueVerb): boolean {
    const { tokens } = this;
    if (at >= this.to) return false;
    return verb.particles.has(lower(tokens, at)) || beginsNoun(tokens, at) ||
      tokens.type[at] === QUOTE || tokens.type[at] === COMMA || is(tokens, at, DET) ||
      lower(tokens, at) === "that" || lower(tokens, at) === "to";
  }

  /** Whether "and" joins another cue verb: "said that … and offered". */
  protected joinsVerb(coord: number): boolean {
    const { tokens } = this;
    let at = coord + 1;
    while (at < this.to && is(tokens, at, ADVERB | NOT) && !is(tokens, at, DET)) at++;
    while (
      at < this.to && /^(?:has|have|had|is|are|was|were)$/.test(lower(tokens, at))
    ) at++;
    if (at >= this.to || !is(tokens, at, VERB | FINITE) || tokens.capital[at] === 1) {
      return false;
    }
    const verb = tokens.verb(at);
    if (verb === undefined || verb.attitude) return false;
    const word = lower(tokens, at);
    if (!/ed$|^(?:said|told|wrote|spoke)$/.test(word) && !/s$/.test(word)) return false;
    if (
      /s$/.test(word) && !is(tokens, at + 1, DET | PRONOUN | PREP) &&
      lower(tokens, at + 1) !== "that"
    ) {
      return false;
    }
    return !this.isNoun(at) && (this.complementBegins(at + 1, verb));
  }

  /** Whether "and" joins a verb that is no cue: "called for calm and took part". */
  protected joinsOther(coord: number): boolean {
    const { tokens } = this;
    let at = coord + 1;
    while (at < this.to && is(tokens, at, ADVERB) && !is(tokens, at, DET)) at++;
    if (at >= this.to || tokens.capital[at] === 1) return false;
    return is(tokens, at, AUX) && is(tokens, at, FINITE) ||
      is(tokens, at, OTHER_VERB) && !/s$/.test(lower(tokens, at));
  }

  /** Whether a clause with a cue verb of speech begins at a token: ", Iran said". */
  protected speaksAfter(at: number, reach: number): boolean {
    const { tokens } = this;
    for (let i = at; i < Math.min(this.to, at + reach); i++) {
      if (tokens.type[i] !== WORD) return false;
      const verb = tokens.verb(i);
      if (
        verb !== undefined && is(tokens, i, GERUND) && is(tokens, i - 1, BE | ADVERB)
      ) {
        return !verb.attitude;
      }
      if (verb !== undefined && i > at && is(tokens, i, FINITE) && !this.isNoun(i)) {
        const past = /ed$|said|told|wrote/.test(lower(tokens, i)) ||
          /s$/.test(lower(tokens, i));
        return past && (verb.quote || verb.clause || verb.object) && !verb.attitude;
      }
      if (is(tokens, i, OTHER_VERB) || (is(tokens, i, AUX) && i === at)) return false;
      if (is(tokens, i, RELATIVE)) return false;
    }
    return false;
  }

  /** Whether a comma ends what is said. */
  protected leaves(comma: number, extent: "phrase" | "sentence"): boolean {
    const { tokens } = this;
    const next = comma + 1;
    if (next >= this.to) return true;
    const word = lower(tokens, next);
    if (is(tokens, next, GERUND) && tokens.verb(next) !== undefined) {
      return true;
    }
    if (word === "according" || word === "citing" || word === "quoting") return true;
    if (
      is(tokens, next, VERB) && is(tokens, next, FINITE) &&
      !is(tokens, next, BASE_FORM) &&
      !this.isNoun(next)
    ) return true;
    if (this.speaksAfter(next, 9)) return true;
    if (is(tokens, next, COORD) || word === "while" || word === "but") {
      if (this.joinsVerb(next) || this.speaksAfter(next + 1, 9)) return true;
      if (extent === "phrase" && (word === "while" || word === "but")) return true;
    }
    if (extent === "sentence") {
      return word === "which" && this.hasVerb({ from: this.from, to: comma });
    }
    if (is(tokens, next, RELATIVE | SUBORD | PRONOUN) || is(tokens, next, GERUND)) {
      return true;
    }
    if (/ing$/.test(word) || is(tokens, next, PREP) || is(tokens, next, AUX)) {
      return true;
    }
    return is(tokens, next, DET | TIME | ADVERB);
  }

  /** An end without a footnote's mark: "[13]" after a stop or a closing quotation mark. */
  protected withoutNote(from: number, end: number): number {
    const { tokens } = this;
    const noted = end - 3 > from && tokens.type[end - 1] === CLOSE &&
      /^\d+$/.test(lower(tokens, end - 2));
    return noted ? end - 3 : end;
  }

  /**
   * Where what is said ends: with the sentence, or where another clause begins.
   *
   * @param from Its first token.
   * @param extent `phrase` ends at a comma, `sentence` only where somebody else speaks.
   * @param after Where to look from.
   */
  protected upTo(
    from: number,
    extent: "phrase" | "sentence",
    after = from + 1,
  ): Run | undefined {
    const { tokens } = this;
    let end = this.to;
    const opening = after === from + 1 ? this.quoteAt(from) : undefined;
    for (let i = opening === undefined ? after : from; i < end; i++) {
      const quote = this.quoteAt(i);
      if (quote !== undefined) {
        // "…," he said: a comma within the marks ends the clause with them.
        if (tokens.type[quote.close - 1] === COMMA) {
          end = Math.min(end, quote.close + 1);
        }
        i = quote.close;
        continue;
      }
      const type = tokens.type[i];
      if (type === SEMICOLON) end = i;
      else if (type === COMMA && this.leaves(i, extent)) end = i;
      else if (type === DASH && extent === "phrase") end = i;
      else if (is(tokens, i, COORD) && type === WORD && this.joinsVerb(i)) end = i;
      else if (
        extent === "phrase" && is(tokens, i, COORD) && type === WORD &&
        this.joinsOther(i)
      ) end = i;
      else if (
        is(tokens, i, PHRASE) && lower(tokens, i) === "according" &&
        lower(tokens, i + 1) === "to"
      ) {
        end = i;
      } else if (
        extent === "phrase" && is(tokens, i, SUBORD) &&
        !is(tokens, i, PREP | RELATIVE) &&
        i > from + 1
      ) end = i;
    }
    end = this.withoutNote(from, end);
    // A stop within the marks belongs to the quotation.
    while (end > from && ENDS.has(tokens.type[end - 1])) end--;
    return end > from ? { from, to: end } : undefined;
  }

  /** A quotation as content, with what the clause goes on to. */
  protected quoted(quote: Quoted): Run | undefined {
    const { tokens, to } = this;
    const end = quote.close + 1;
    const next = end;
    if (
      next >= to || tokens.type[next] !== WORD || tokens.type[quote.close - 1] === STOP
    ) {
      return { from: quote.open, to: Math.min(end, to) };
    }
    return this.upTo(quote.open, "phrase", end);
  }

  /** What a participle clause takes, to where the subject begins: "Explaining the step, X". */
  protected firstPart({ from, to }: Run, source: Run | undefined): Run {
    if (source !== undefined && source.from > from && source.from <= to + 1) {
      return { from, to: source.from - 1 };
    }
    for (let i = from + 1; i < to; i++) {
      if (this.tokens.type[i] === COMMA) return { from, to: i };
    }
    return { from, to };
  }
}

const ENDS = new Set([STOP, COMMA, COLON]);
