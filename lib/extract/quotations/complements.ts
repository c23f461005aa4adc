import { ClauseReader } from "./clauses.ts";
import type { CueVerb } from "./lexicon.ts";
import { COLON, COMMA, QUOTE, SEMICOLON, STOP, WORD } from "./marks.ts";
import { is, lower, type Run } from "./phrases.ts";
import { OFFERING, TELLING } from "./verb_kinds.ts";
import {
  ADVERB,
  AUX,
  COORD,
  DET,
  NOT,
  PREP,
  PRONOUN,
  RELATIVE,
  SUBORD,
  VERB,
} from "./word_classes.ts";

/** What a verb of speech takes after it. */
export class ComplementReader extends ClauseReader {
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
}
