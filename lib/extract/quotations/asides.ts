import { ComplementReader } from "./complements.ts";
import type { CueVerb } from "./lexicon.ts";
import { COMMA, SEMICOLON, WORD } from "./marks.ts";
import { beginsNoun, is, lower, type Run } from "./phrases.ts";
import type { Quoted } from "./quoted.ts";
import { ASIDE_THOUGHT } from "./verb_kinds.ts";
import {
  ADVERB,
  AUX,
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

/** What is said that stands before its verb, or around it. */
export class AsideReader extends ComplementReader {
  /** The clause before ", S said". */
  protected clauseBefore(at: number): Run | undefined {
    const { tokens } = this;
    const comma = at - 1;
    if (comma <= this.from || tokens.type[comma] !== COMMA) return undefined;
    let from = this.from;
    for (let i = comma - 1; i > from; i--) {
      if (tokens.type[i] === SEMICOLON) from = i + 1;
      if (this.covered(i)) return undefined;
    }
    let verbs = false;
    for (let i = from; i < comma; i++) {
      if (is(tokens, i, AUX | OTHER_VERB | VERB) || this.isPast(i)) verbs = true;
    }
    if (!verbs || this.isOnlyAdjunct(from, comma)) return undefined;
    while (from < comma && is(tokens, from, COORD)) from++;
    return { from, to: comma };
  }

  /** Whether nothing but "in May" or "after meeting X" stands there: no clause of its own. */
  protected isOnlyAdjunct(from: number, to: number): boolean {
    const { tokens } = this;
    if (!is(tokens, from, PREP | GERUND | SUBORD) || is(tokens, from, DET | PRONOUN)) {
      return false;
    }
    if (is(tokens, from, GERUND)) return true;
    for (let i = from + 1; i < to - 2; i++) {
      if (
        tokens.type[i] === COMMA && beginsNoun(tokens, i + 1) &&
        lower(tokens, i + 1) !== "that"
      ) {
        return !this.hasFinite(i + 1, to);
      }
    }
    return true;
  }

  /**
   * "The dam, he told us on Friday, is old": what stands before the first comma and after
   * the second is said.
   */
  protected aside(
    source: Run,
    cueEnd: number,
    verb: CueVerb,
  ): { source: Run; contents: Run[]; pattern: "clause" } | undefined {
    const { tokens } = this;
    source = this.lastPart(source, cueEnd);
    const left = source.from - 1;
    if (left <= this.from || tokens.type[left] !== COMMA || !verb.clause) {
      return undefined;
    }
    if (verb.attitude && (verb.kinds & ASIDE_THOUGHT) === 0) return undefined;
    let comma = cueEnd;
    while (
      comma < Math.min(this.to, cueEnd + 6) && tokens.type[comma] === WORD &&
      !is(tokens, comma, VERB | AUX | SUBORD | RELATIVE | COORD) &&
      lower(tokens, comma) !== "that"
    ) comma++;
    if (tokens.type[comma] !== COMMA || comma + 2 >= this.to) return undefined;
    if (
      comma > cueEnd && !verb.person &&
      !is(tokens, cueEnd, PREP | TIME | ADVERB)
    ) return undefined;
    const next = comma + 1;
    if (this.thatAfter(comma) !== undefined) return undefined;
    if (
      is(tokens, next, GERUND) || is(tokens, next, RELATIVE) ||
      (is(tokens, next, COORD) && this.joinsVerb(next)) ||
      /^(?:citing|quoting|according|that|in|on|at)$/.test(lower(tokens, next)) ||
      this.speaksAfter(next, 9)
    ) return undefined;
    for (let i = this.from; i < left; i++) if (this.covered(i)) return undefined;
    if (this.quotes.some(({ open }) => open >= this.from && open <= left)) {
      return undefined;
    }
    const rest = this.upTo(next, "sentence");
    if (rest === undefined) return undefined;
    return {
      source,
      contents: [{ from: this.from, to: left }, rest],
      pattern: "clause",
    };
  }

  /** "Armenia, the ministry added, would": who speaks begins after the comma. */
  protected lastPart(source: Run, cueEnd: number): Run {
    const { tokens } = this;
    if (tokens.type[cueEnd] !== COMMA) return source;
    if (!is(tokens, cueEnd + 1, AUX | OTHER_VERB) && !this.isPast(cueEnd + 1)) {
      return source;
    }
    for (let i = source.to - 2; i > source.from; i--) {
      if (tokens.type[i] === COMMA) return { from: i + 1, to: source.to };
    }
    return source;
  }

  /** The quotation that ends right before a token, a comma between or not. */
  protected quoteBefore(at: number): Quoted | undefined {
    const { tokens } = this;
    return this.quotes.find((quote) =>
      !this.told.has(quote) && quote.close - quote.open > 2 &&
      (quote.close + 1 === at ||
        (quote.close + 2 === at && tokens.type[quote.close + 1] === COMMA)) &&
      (quote.open === this.from || this.stops(quote.close) ||
        tokens.type[quote.close + 1] === COMMA)
    );
  }

  /** The speaker after the verb: "…," said the spokesman. */
  protected inverted(cueEnd: number, quote: Quoted): Run | undefined {
    const { tokens } = this;
    const cue = cueEnd - 1;
    if (quote.close + 1 !== cue && quote.close + 2 !== cue) return undefined;
    if (!beginsNoun(tokens, cueEnd)) return undefined;
    return { from: cueEnd, to: this.nounEnd(cueEnd) };
  }
}
