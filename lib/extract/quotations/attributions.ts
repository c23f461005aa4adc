import type { Attribution, Pattern } from "./attribution.ts";
import type { CueVerb } from "./lexicon.ts";
import { LongCueReader } from "./long_cues.ts";
import { COMMA, WORD } from "./marks.ts";
import { is, lower, type Run } from "./phrases.ts";
import type { Quoted } from "./quoted.ts";
import { subjectOf } from "./subjects.ts";
import { NOT_SAYING, OF_THINGS, TOPIC } from "./verb_kinds.ts";
import {
  ADJECTIVE,
  ADVERB,
  AUX,
  BASE_FORM,
  COORD,
  CUE_NOUN,
  DET,
  FINITE,
  GERUND,
  NOT,
  OTHER_VERB,
  PARTICIPLE,
  PREP,
  PRONOUN,
  RELATIVE,
  REPORTING,
  SUBORD,
  TIME,
  VERB,
} from "./word_classes.ts";

/** Finds the attributions of one sentence. */
export class SentenceReader extends LongCueReader {
  /** Quotations that no attribution of the sentence tells. */
  get untold(): Quoted[] {
    return this.quotes.filter((quote) => !this.told.has(quote));
  }

  /** Reads the sentence from left to right, what follows it at its end first. */
  read(): Attribution[] {
    const { tokens, to, quotes } = this;
    if (!this.mayReport()) return this.found;
    const start = this.trailing() ?? this.trailingPhrase() ?? this.quotedVerb() ??
      this.from;
    for (let i = start, q = 0; i < to;) {
      while (q < quotes.length && quotes[q].open < i) q++;
      if (q < quotes.length && quotes[q].open === i) {
        i = Math.min(to, quotes[q].close + 1);
        continue;
      }
      const flags = tokens.flags[i];
      if ((flags & REPORTING) === 0) {
        i++;
        continue;
      }
      const next = this.phrase(i) ??
        ((flags & CUE_NOUN) !== 0 ? this.noun(i) : undefined) ??
        ((flags & VERB) !== 0 ? this.verb(i) : undefined) ??
        ((flags & ADJECTIVE) !== 0 ? this.adjective(i) : undefined);
      i = Math.max(i + 1, next ?? 0);
    }
    return this.found;
  }

  /** Reads a cue verb; returns where reading goes on. */
  protected verb(at: number): number | undefined {
    const { tokens } = this;
    const verb = tokens.verb(at);
    if (verb === undefined || this.isNoun(at)) return undefined;
    if (this.speechOnly && verb.attitude) return undefined;
    if (this.last !== undefined && this.covered(at)) return undefined;
    const first = this.cueStart(at);
    const auxiliaries = this.auxiliaries(first, at);
    if (auxiliaries.passive) return this.passive(at, first, verb);
    const gerund = is(tokens, at, GERUND) && !auxiliaries.be;
    // "increasingly challenging circumstances": an adjective.
    if (gerund && first < at) return undefined;
    if (is(tokens, at, PARTICIPLE) && !is(tokens, at, FINITE) && !auxiliaries.have) {
      return undefined;
    }
    const infinitive = lower(tokens, first - 1) === "to" && first > this.from;
    if (infinitive && !is(tokens, at, BASE_FORM)) return undefined;
    if (infinitive && (verb.kinds & NOT_SAYING) !== 0 && this.isFailure(first - 2)) {
      return undefined;
    }
    const cueEnd = this.cueEnd(at, verb);
    if (cueEnd === undefined) return undefined;
    const about = verb.particles.has("about") && cueEnd === at + 1 && !verb.clause
      ? this.about(cueEnd)
      : undefined;
    const cueFrom = infinitive ? this.longCue(first - 1) : first;
    if (cueFrom < 0) return undefined;
    const particle = cueEnd > at + 1;
    const effort = infinitive && cueFrom === first - 1;
    const source = effort ? this.whoTries(cueFrom) : this.sourceOf(cueFrom, gerund);
    const gap = source === undefined ? undefined : this.gap(source, cueEnd, verb);
    if (gap !== undefined) {
      const cue = { from: cueFrom, to: cueEnd };
      this.keep({ source, cue, contents: [gap], verb, pattern: "clause" });
      return gap.to;
    }
    const aside = source === undefined ? undefined : this.aside(source, cueEnd, verb);
    if (aside !== undefined) {
      this.keep({ cue: { from: cueFrom, to: cueEnd }, verb, ...aside });
      return aside.contents.at(-1)!.to;
    }
    const content = about ?? this.complement(cueEnd, verb, particle);
    const participle = gerund && first === this.from;
    if (participle && (verb.kinds & TOPIC) !== 0 && content !== undefined) {
      // "Explaining the step, he said": what he speaks of, not what he says.
      if (!this.isClause(content)) return undefined;
    }
    const contents: Run[] = content === undefined
      ? []
      : [participle ? this.firstPart(content, source) : content];
    const cue: Run = { from: cueFrom, to: cueEnd };
    let pattern: Pattern = "clause";
    if (verb.quote || verb.clause) {
      const before = this.quoteBefore(
        source === undefined ? cueFrom : Math.min(source.from, cueFrom),
      );
      if (before !== undefined) {
        contents.unshift({ from: before.open, to: before.close + 1 });
        this.told.add(before);
        pattern = "quote";
        if (source === undefined || source === this.last) {
          const inverted = this.inverted(cueEnd, before);
          if (inverted !== undefined) {
            this.keep({
              source: inverted,
              cue,
              contents: [contents[0]],
              verb,
              pattern,
            });
            return inverted.to;
          }
        }
      } else if (source !== undefined && verb.clause && source !== this.last) {
        const left = this.clauseBefore(source.from);
        if (left !== undefined && content === undefined) contents.unshift(left);
      }
    }
    if (contents.length === 0) return undefined;
    // "It is worrying that": nobody is told to worry.
    if (
      source !== undefined && verb.attitude && lower(tokens, source.from) === "it" &&
      is(tokens, at, GERUND)
    ) return undefined;
    const shows = pattern === "clause" && source !== undefined &&
      (verb.kinds & OF_THINGS) !== 0 && lower(tokens, contents[0].from) !== "that";
    if (shows && this.isThing(source)) return undefined;
    const doubtful = shows && source.from === this.from && this.mayBeName(source);
    if (source === undefined && pattern !== "quote") return undefined;
    this.keep({ source, cue, contents, verb, pattern, doubtful });
    if (content === undefined) return cueEnd;
    if (participle) return contents[0].to;
    return content.to;
  }

  /** Where a cue begins: with the verb's auxiliaries and the adverbs among them. */
  protected cueStart(at: number): number {
    const { tokens } = this;
    let first = at;
    while (
      first > this.from && tokens.type[first - 1] === WORD &&
      is(tokens, first - 1, AUX | NOT | ADVERB) &&
      !is(tokens, first - 1, DET | PRONOUN) &&
      !(is(tokens, first - 1, TIME) && !is(tokens, first - 1, AUX | ADVERB))
    ) first--;
    while (first < at && is(tokens, first, ADVERB) && !is(tokens, first, AUX | NOT)) {
      // "However he said": an adverb that begins the sentence is no part of the cue.
      if (first > this.from) break;
      first++;
    }
    return first;
  }

  /** Where a cue ends: with the verb, or with a particle of its own; missing where it needs one. */
  protected cueEnd(at: number, verb: CueVerb): number | undefined {
    const { tokens, to } = this, next = at + 1;
    if (next < to && verb.particles.has(lower(tokens, next))) return next + 1;
    if (
      next + 1 < to && is(tokens, next, ADVERB) && !verb.clause &&
      verb.particles.has(lower(tokens, next + 1))
    ) return next + 2;
    return verb.needsParticle ? undefined : next;
  }

  /** Who speaks: the subject; that of the verb before where the two are joined. */
  protected sourceOf(cueFrom: number, gerund: boolean): Run | undefined {
    const { tokens } = this;
    const before = cueFrom - 1;
    if (gerund) {
      if (before < this.from || is(tokens, before, PREP)) {
        return this.mainSubjectAfter(cueFrom) ?? this.last ?? this.mainSubject(cueFrom);
      }
      if (tokens.type[before] === COMMA || is(tokens, before, COORD)) {
        return this.last ?? this.mainSubject(cueFrom);
      }
      return subjectOf(tokens, cueFrom, this.from) ?? this.last;
    }
    if (before >= this.from && is(tokens, before, COORD)) {
      return this.last ?? this.mainSubject(cueFrom);
    }
    if (
      before >= this.from && tokens.type[before] === COMMA && this.last !== undefined
    ) {
      const own = subjectOf(tokens, cueFrom, this.from);
      return own ?? this.last;
    }
    return subjectOf(tokens, cueFrom, this.from);
  }

  /** The subject of the sentence's first verb, whatever it is. */
  protected mainSubject(before: number): Run | undefined {
    const { tokens } = this;
    for (let i = this.from + 1; i < before; i++) {
      if (!is(tokens, i, AUX | OTHER_VERB | VERB) && !this.isPast(i)) continue;
      if (is(tokens, i, VERB) && this.isNoun(i)) continue;
      const subject = subjectOf(tokens, i, this.from);
      if (subject !== undefined) return subject;
    }
    return undefined;
  }

  /** The subject that follows a participle clause: "Speaking in Baku, X said". */
  protected mainSubjectAfter(at: number): Run | undefined {
    const { tokens } = this;
    for (let i = at + 1; i < this.to; i++) {
      const quote = this.quoteAt(i);
      if (quote !== undefined) i = quote.close;
      else if (tokens.type[i] !== COMMA) continue;
      if (is(tokens, i + 1, SUBORD | RELATIVE | COORD)) continue;
      for (let v = i + 2; v < Math.min(this.to, i + 14); v++) {
        if (is(tokens, v, AUX | VERB | OTHER_VERB) || this.isPast(v)) {
          const subject = subjectOf(tokens, v, i + 1);
          if (subject !== undefined) return subject;
        }
      }
    }
    return undefined;
  }
}
