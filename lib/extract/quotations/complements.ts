import { ASIDE_THOUGHT, OFFERING, TELLING } from "./verb_kinds.ts";
import type { CueVerb } from "./lexicon.ts";
import {
  ADVERB,
  AUX,
  COORD,
  DET,
  GERUND,
  NOT,
  OTHER_VERB,
  PREP,
  PRONOUN,
  RELATIVE,
  SUBORD,
  TIME,
  VERB,
} from "./word_classes.ts";
import { beginsNoun, is, lower, type Run } from "./phrases.ts";
import type { Quoted } from "./quoted.ts";
import { COLON, COMMA, QUOTE, SEMICOLON, STOP, WORD } from "./marks.ts";
import { ExtentReader } from "./extents.ts";

/** What a verb of speech takes, after it or before. */
export class ComplementReader extends ExtentReader {
  /** What follows whom one speaks to: "told reporters that", "urged Baku to". */
  protected pastPerson(from: number, verb: CueVerb): Run | undefined {
    const { tokens, to } = this;
    for (let i = from; i < Math.min(to, from + 20); i++) {
      const word = lower(tokens, i);
      if (i > from && word === "that") return this.upTo(i, "sentence");
      if (
        i > from && (word === "to" || (word === "not" && lower(tokens, i + 1) === "to"))
      ) {
        // "urged Baku to": who is to do it belongs to what is urged.
        return this.upTo((verb.kinds & TELLING) !== 0 ? i : from, "sentence");
      }
      if (tokens.type[i] === COLON) return this.upTo(i + 1, "sentence");
      if (tokens.type[i] === COMMA) {
        const quote = this.quoteAt(i + 1);
        return quote === undefined ? undefined : this.upTo(quote.open, "sentence");
      }
      if (tokens.type[i] === QUOTE) return this.upTo(i, "sentence");
      if (i > from && is(tokens, i, PRONOUN) && !is(tokens, i, DET)) {
        if (is(tokens, i + 1, AUX | VERB)) return this.upTo(i, "sentence");
      }
      if (i > from + 1 && is(tokens, i, AUX) && !is(tokens, i - 1, RELATIVE)) {
        return undefined;
      }
      if (tokens.type[i] === STOP || tokens.type[i] === SEMICOLON) return undefined;
    }
    return undefined;
  }

  /** The clause after a verb of speech and what may stand between: "said on Tuesday that". */
  protected clause(from: number): number | undefined {
    const { tokens, to } = this;
    let at = from;
    while (
      at < to && is(tokens, at, ADVERB | TIME) &&
      !is(tokens, at, DET | PRONOUN | AUX) &&
      !this.isExistential(at)
    ) at++;
    if (this.isExistential(at)) return at;
    if (at < to && tokens.type[at] === COMMA && this.quoteAt(at + 1) === undefined) {
      const that = this.thatAfter(at);
      if (that !== undefined) return that;
    }
    const word = at < to ? lower(tokens, at) : "";
    if (word === "that" || /^(?:whether|how|why|what|if|who|where)$/.test(word)) {
      return at;
    }
    // "did not say when".
    if (word === "when" && this.isNegated(from - 1)) {
      return at;
    }
    if (is(tokens, at, PREP) && !is(tokens, at, DET | PRONOUN)) {
      for (let i = at + 1; i < Math.min(to, at + 18); i++) {
        if (tokens.type[i] === QUOTE) return i;
        if (tokens.type[i] === COLON) return i + 1;
        if (lower(tokens, i) === "that" && !is(tokens, i - 1, PREP)) return i;
        if (tokens.type[i] === COMMA) {
          return this.quoteAt(i + 1) !== undefined ? i + 1 : undefined;
        }
        if (i > at + 1 && is(tokens, i, PRONOUN) && !is(tokens, i, DET | RELATIVE)) {
          return i;
        }
        // "said in a statement Iran would": the noun before the auxiliary begins it.
        if (is(tokens, i, AUX) && i > at + 3) return this.nounBefore(i, at + 2);
      }
      return undefined;
    }
    if (at < to && tokens.type[at] === WORD && beginsNoun(tokens, at)) return at;
    return undefined;
  }

  /** "announced, in an article of May, that": where "that" follows a second comma. */
  protected thatAfter(comma: number): number | undefined {
    const { tokens } = this;
    for (let i = comma + 2; i < Math.min(this.to, comma + 24); i++) {
      if (tokens.type[i] === COMMA && lower(tokens, i + 1) === "that") return i + 1;
    }
    return undefined;
  }

  /** Whether "not" stands before a verb. */
  protected isNegated(verb: number): boolean {
    const { tokens } = this;
    return is(tokens, verb - 1, NOT) ||
      is(tokens, verb - 1, ADVERB) && is(tokens, verb - 2, NOT);
  }

  /** "sees the road as a threat": what somebody takes something for. */
  protected seenAs(at: number): Run | undefined {
    const { tokens } = this;
    for (let i = at + 1; i < Math.min(this.to - 1, at + 9); i++) {
      if (tokens.type[i] !== WORD || is(tokens, i, AUX | VERB | RELATIVE)) {
        return undefined;
      }
      if (lower(tokens, i) === "as") return this.upTo(at, "phrase", i + 1);
    }
    return undefined;
  }

  /** "There are": a clause that begins with no noun; and "too much is", "here is". */
  protected isExistential(at: number): boolean {
    const { tokens } = this;
    if (at + 1 >= this.to || tokens.type[at] !== WORD) return false;
    if (lower(tokens, at) === "there") return is(tokens, at + 1, AUX);
    return /^(?:too|so)$/.test(lower(tokens, at)) &&
      /^(?:much|many|little|few)$/.test(lower(tokens, at + 1));
  }

  /** "The forces that he says are plotting": what is said lacks its subject. */
  protected gap({ from }: Run, cueEnd: number, verb: CueVerb): Run | undefined {
    const { tokens } = this;
    if (!verb.clause || from <= this.from || cueEnd >= this.to) return undefined;
    if (!is(tokens, from - 1, RELATIVE) || !is(tokens, cueEnd, AUX | OTHER_VERB)) {
      return undefined;
    }
    return this.upTo(cueEnd, "sentence");
  }

  /** Whether what is said begins as a clause or is quoted: "that …", "how …". */
  protected isClause({ from }: Run): boolean {
    const { tokens } = this;
    return tokens.type[from] === QUOTE ||
      /^(?:that|whether|how|why|what|if)$/.test(lower(tokens, from));
  }

  /** What is talked about: "talks openly in an interview about". */
  protected about(from: number): Run | undefined {
    for (let i = from; i < Math.min(this.to - 1, from + 9); i++) {
      if (this.tokens.type[i] !== WORD || is(this.tokens, i, VERB | AUX)) {
        return undefined;
      }
      if (lower(this.tokens, i) === "about") return this.upTo(i + 1, "phrase");
    }
    return undefined;
  }

  /** What follows a cue verb as what is said. */
  protected complement(
    from: number,
    verb: CueVerb,
    particle: boolean,
  ): Run | undefined {
    const { tokens, to } = this;
    let at = from;
    if (at >= to) return undefined;
    if (tokens.type[at] === COLON) return this.upTo(at + 1, "sentence");
    if (verb.quote || verb.clause || verb.object) {
      const quote = this.quoteAt(at) ??
        (tokens.type[at] === COMMA ? this.quoteAt(at + 1) : undefined);
      if (quote !== undefined) return this.quoted(quote);
    }
    if (verb.person && !particle) {
      const told = this.pastPerson(at, verb);
      if (told !== undefined) return told;
      if (!verb.clause && !verb.object) return undefined;
      if ((verb.kinds & TELLING) !== 0) return undefined;
    }
    if ((verb.kinds & OFFERING) !== 0 && lower(tokens, at) === "to") {
      // "suggested to Baku building a dam".
      for (let i = at + 2; i < Math.min(to, at + 8) && tokens.type[i] === WORD; i++) {
        if (/[a-z]{2}ing$/.test(lower(tokens, i)) && tokens.capital[i] === 0) {
          return this.upTo(i, "sentence");
        }
      }
    }
    if (verb.clause && !particle) {
      const clause = this.clause(at);
      const content = clause === undefined ? undefined : this.upTo(clause, "sentence");
      if (content !== undefined && (verb.object || this.hasVerb(content))) {
        return content;
      }
    }
    if (particle) {
      const begins = at < to && tokens.type[at] === WORD &&
        (!is(tokens, at, PREP | AUX | COORD) || is(tokens, at, DET | PRONOUN));
      return begins ? this.upTo(at, "phrase") : undefined;
    }
    if (verb.infinitive) {
      const infinitive = is(tokens, at, NOT) ? at + 1 : at;
      if (lower(tokens, infinitive) === "to" && tokens.type[infinitive + 1] === WORD) {
        return this.upTo(at, "sentence");
      }
    }
    if (verb.attitude && verb.particles.has("as")) {
      const seen = this.seenAs(at);
      if (seen !== undefined) return seen;
    }
    while (at < to && is(tokens, at, ADVERB) && !is(tokens, at, DET | PRONOUN)) at++;
    if (verb.object && at < to && tokens.type[at] === WORD) {
      if (
        is(tokens, at, PREP | COORD | SUBORD | AUX) && !is(tokens, at, DET | PRONOUN)
      ) {
        return undefined;
      }
      return this.upTo(at, "phrase");
    }
    return undefined;
  }

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
