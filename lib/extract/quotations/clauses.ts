import { ExtentReader } from "./extents.ts";
import type { CueVerb } from "./lexicon.ts";
import { COLON, COMMA, QUOTE, WORD } from "./marks.ts";
import { beginsNoun, is, lower, type Run } from "./phrases.ts";
import {
  ADVERB,
  AUX,
  DET,
  NOT,
  OTHER_VERB,
  PREP,
  PRONOUN,
  RELATIVE,
  TIME,
  VERB,
} from "./word_classes.ts";

/** Clauses after a verb of speech, and what they lack or stand behind. */
export class ClauseReader extends ExtentReader {
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

  /** "The lorries that he says are stolen": what is said lacks its subject. */
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
}
