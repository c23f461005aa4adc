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
import { is, lower, type Run, subjectOf } from "./phrases.ts";
import type { Quoted } from "./quoted.ts";
import { COMMA, WORD } from "./marks.ts";
import type { Attribution, Pattern } from "./attribution.ts";
import { AdjectiveReader } from "./adjectives.ts";

/** Finds the attributions of one sentence. */
export class SentenceReader extends AdjectiveReader {
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
    let cueEnd = at + 1;
    if (verb.particles.has(lower(tokens, cueEnd)) && cueEnd < this.to) cueEnd++;
    else if (
      cueEnd + 1 < this.to && is(tokens, cueEnd, ADVERB) && verb.particles.size > 0 &&
      !verb.clause && verb.particles.has(lower(tokens, cueEnd + 1))
    ) cueEnd += 2;
    else if (verb.needsParticle) return undefined;
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
      // "Explaining the move, he said": what he speaks of, not what he says.
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

  /** The first word of "continued to call", "vowed to oppose"; -1 where "to" stands alone. */
  protected longCue(to: number): number {
    const { tokens } = this;
    const before = to - 1;
    if (before < this.from) return -1;
    let first = this.leadingPhrase(before);
    if (first < 0) return -1;
    while (first > this.from && is(tokens, first - 1, AUX | NOT | ADVERB)) first--;
    return first;
  }

  /** Who makes an effort: the subject of the verb before it. */
  protected whoTries(to: number): Run | undefined {
    const { tokens } = this;
    for (let i = to - 2; i > this.from && i > to - 8; i--) {
      if (tokens.type[i] !== WORD) return undefined;
      if (is(tokens, i, AUX | OTHER_VERB) || this.isPast(i)) {
        return subjectOf(tokens, i, this.from);
      }
    }
    return undefined;
  }

  /** Whether "failed" stands there: "failed to offer a way out" is nothing said. */
  protected isFailure(at: number): boolean {
    return at >= this.from && /^fail(?:ed|s)?$/.test(lower(this.tokens, at));
  }

  /** Where what leads to a verb begins: "went on to", "went so far as to", "began to". */
  protected leadingPhrase(last: number): number {
    const { tokens } = this;
    const word = (at: number) => at < this.from ? "" : lower(tokens, at);
    if (word(last) === "on" && GOING.test(word(last - 1))) return last - 1;
    if (
      word(last) === "as" && word(last - 1) === "far" && GOING.test(word(last - 3))
    ) return last - 3;
    // "made an effort to explain": the cue begins with "to".
    if (EFFORT.test(word(last))) return last + 1;
    return LEADING.test(word(last)) ? last : -1;
  }
}

const EFFORT = /^(?:efforts?|attempts?)$/;
const GOING = /^(?:go|goes|going|gone|went)$/;
/** Verbs that lead to another with "to" and belong to one cue with it. */
const LEADING =
  /^(?:continu(?:ed?|es)|beg[au]n|begins?|declin(?:ed?|es)|refus(?:ed?|es)|fail(?:ed|s)?|sought|seeks?|tr(?:y|ied|ies)|had|has|have|going|appear(?:ed|s)?|seem(?:ed|s)?|used|sought|hop(?:ed?|es)|want(?:ed|s)?|need(?:ed|s)?|vow(?:ed|s)?|pledg(?:ed?|es)|promis(?:ed?|es)|agree[ds]?|plan(?:ned|s)?|intend(?:ed|s)?|expect(?:ed|s)?|went|go|wish(?:ed|es)?|like[ds]?|chose|chooses?|ought|able|quick|keen)$/;
