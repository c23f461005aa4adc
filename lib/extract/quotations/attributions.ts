import {
  ADVERB,
  AUX,
  BASE_FORM,
  BE,
  COORD,
  CUE_NOUN,
  type CueVerb,
  DET,
  FINITE,
  GERUND,
  type Lexicon,
  NOT,
  OTHER_VERB,
  PARTICIPLE,
  PHRASE,
  PREP,
  PRONOUN,
  RELATIVE,
  SUBORD,
  TIME,
  VERB,
} from "./lexicon.ts";
import { beginsNoun, is, lower, type Run, subjectOf } from "./phrases.ts";
import type { Quoted } from "./quoted.ts";
import {
  CLOSE,
  COLON,
  COMMA,
  DASH,
  QUOTE,
  SEMICOLON,
  STOP,
  type Tokens,
  WORD,
} from "./tokens.ts";

/** How an attribution was found. */
export type Pattern =
  | "clause"
  | "quote"
  | "phrase"
  | "headline"
  | "block"
  | "continued"
  | "nested";

/** Who says what by which words: numbers of tokens. */
export interface Attribution {
  readonly source?: Run;
  readonly cue: Run;
  readonly contents: readonly Run[];
  readonly verb?: CueVerb;
  readonly pattern: Pattern;
}

/** Finds the attributions of one sentence. */
export class SentenceReader {
  readonly found: Attribution[] = [];
  /** Quotations of the sentence, and which of them are told by whom. */
  readonly #quotes: readonly Quoted[];
  readonly #told = new Set<Quoted>();
  #last: Run | undefined;

  constructor(
    readonly tokens: Tokens,
    readonly from: number,
    readonly to: number,
    quotes: readonly Quoted[],
    readonly lexicon: Lexicon,
    /** Whether verbs of thinking are left out. */
    readonly speechOnly = false,
  ) {
    this.#quotes = quotes.filter((quote) =>
      quote.open >= from && quote.open < to && quote.close <= to &&
      !isTitle(tokens, quote)
    );
  }

  /** Quotations that no attribution of the sentence tells. */
  get untold(): Quoted[] {
    return this.#quotes.filter((quote) => !this.#told.has(quote));
  }

  /** Reads the sentence from left to right, what follows it at its end first. */
  read(): Attribution[] {
    const { tokens, to } = this;
    if (!this.#mayReport()) return this.found;
    const start = this.#trailing() ?? this.#trailingPhrase() ?? this.#quotedVerb() ??
      this.from;
    for (let i = start; i < to;) {
      const quote = this.#quotes.find(({ open }) => open === i);
      if (quote !== undefined) {
        i = Math.min(to, quote.close + 1);
        continue;
      }
      const next = this.#phrase(i) ??
        (is(tokens, i, CUE_NOUN) ? this.#noun(i) : undefined) ??
        (is(tokens, i, VERB) ? this.#verb(i) : undefined);
      i = Math.max(i + 1, next ?? 0);
    }
    return this.found;
  }

  /** Whether the sentence has any word of speech, or a quotation. */
  #mayReport(): boolean {
    for (let i = this.from; i < this.to; i++) {
      if ((this.tokens.flags[i] & (VERB | CUE_NOUN | PHRASE)) !== 0) return true;
    }
    return false;
  }

  /** "…, a scholar wrote in May.": all before the comma is what he wrote. */
  #trailing(): number | undefined {
    const { tokens } = this;
    for (
      let comma = this.to - 3;
      comma > this.from + 3 && comma > this.to - 24;
      comma--
    ) {
      if (tokens.type[comma] === QUOTE) return undefined;
      if (tokens.type[comma] !== COMMA) continue;
      const inverted = this.#trailingInverted(comma);
      if (inverted !== undefined) return inverted;
      if (!beginsNoun(tokens, comma + 1) || is(tokens, comma + 1, RELATIVE)) continue;
      for (let at = comma + 2; at < Math.min(this.to, comma + 12); at++) {
        const type = tokens.type[at];
        if (type !== WORD || is(tokens, at, SUBORD | RELATIVE | COORD)) break;
        const verb = tokens.senses[at]?.verb;
        if (verb === undefined || !is(tokens, at, FINITE) || this.#isNoun(at)) continue;
        if (!(verb.clause && verb.quote) || verb.attitude) break;
        const next = at + 1;
        const ends = next >= this.to || tokens.type[next] === STOP ||
          (is(tokens, next, PREP | TIME) && !is(tokens, next, DET | PRONOUN) &&
            !verb.particles.has(lower(tokens, next)));
        if (this.#speaks(this.from, comma)) return undefined;
        if (!ends || this.#clause(next) !== undefined && tokens.type[next] === WORD) {
          break;
        }
        const source = subjectOf(tokens, at, comma + 1);
        const content = source && this.#clauseBefore(comma + 1);
        if (source === undefined || content === undefined) break;
        let cueFrom = at;
        while (cueFrom > source.to) cueFrom--;
        const cue = { from: cueFrom, to: next };
        this.#keep({ source, cue, contents: [content], verb, pattern: "clause" });
        return this.to;
      }
    }
    return undefined;
  }

  /** "…, according to a report.": all before it is what the report says. */
  #trailingPhrase(): number | undefined {
    const { tokens } = this;
    for (let at = this.from + 4; at < this.to - 2; at++) {
      if (!is(tokens, at, PHRASE)) continue;
      if (lower(tokens, at) !== "according" || lower(tokens, at + 1) !== "to") continue;
      if (this.#speaks(this.from, at)) return undefined;
      return this.#phrase(at);
    }
    return undefined;
  }

  /** "…, said the spokesman." */
  #trailingInverted(comma: number): number | undefined {
    const { tokens } = this;
    const at = comma + 1, verb = tokens.senses[at]?.verb;
    if (verb === undefined || !verb.clause || !verb.quote || !is(tokens, at, FINITE)) {
      return undefined;
    }
    if (
      tokens.capital[at] === 1 || !/ed$|^(?:said|says|wrote)$/.test(lower(tokens, at))
    ) return undefined;
    if (!beginsNoun(tokens, at + 1) || lower(tokens, at + 1) === "that") {
      return undefined;
    }
    const source = { from: at + 1, to: this.#nounEnd(at + 1) };
    if (source.to < this.to && tokens.type[source.to] !== STOP) return undefined;
    if (this.#hasVerb(source)) return undefined;
    const content = this.#clauseBefore(comma + 1);
    if (content === undefined) return undefined;
    const cue = { from: at, to: at + 1 };
    this.#keep({ source, cue, contents: [content], verb, pattern: "clause" });
    return this.to;
  }

  /** Whether a stretch of the sentence reports speech itself. */
  #speaks(from: number, to: number): boolean {
    const { tokens } = this;
    for (let at = from + 1; at < to; at++) {
      const verb = tokens.senses[at]?.verb;
      if (
        verb === undefined || verb.attitude ||
        !(verb.clause || verb.quote || verb.object)
      ) continue;
      if (!is(tokens, at, FINITE) || this.#isNoun(at)) continue;
      if (
        !/ed$|^(?:said|says|told)$/.test(lower(tokens, at)) ||
        is(tokens, at - 1, BE | PREP)
      ) continue;
      if (subjectOf(tokens, at, from) !== undefined) return true;
    }
    return false;
  }

  /** 'The spokesman "called on both sides…"': the cue stands in the quotation. */
  #quotedVerb(): number | undefined {
    const { tokens } = this;
    for (const quote of this.#quotes) {
      const at = quote.open + 1;
      if (quote.open - this.from < 2 || quote.close - quote.open < 5) continue;
      if (
        !is(tokens, at, FINITE) || !is(tokens, at, VERB) || tokens.capital[at] === 1
      ) continue;
      if (!/ed$|^said$/.test(lower(tokens, at))) continue;
      const source = subjectOf(tokens, quote.open, this.from);
      if (source === undefined) continue;
      const verb = tokens.senses[at]?.verb;
      const particle = verb?.particles.has(lower(tokens, at + 1)) ? 1 : 0;
      this.#keep({
        source,
        cue: { from: at, to: at + 1 + particle },
        contents: [{ from: quote.open, to: Math.min(this.to, quote.close + 1) }],
        verb,
        pattern: "quote",
      });
      return Math.min(this.to, quote.close + 1);
    }
    return undefined;
  }

  /** Reads a cue verb; returns where reading goes on. */
  #verb(at: number): number | undefined {
    const { tokens } = this;
    const verb = tokens.senses[at]?.verb;
    if (verb === undefined || this.#isNoun(at)) return undefined;
    if (this.speechOnly && verb.attitude) return undefined;
    if (this.#last !== undefined && this.#covered(at)) return undefined;
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
    const auxiliaries = this.#auxiliaries(first, at);
    if (auxiliaries.passive) return this.#passive(at, first, verb);
    const gerund = is(tokens, at, GERUND) && !auxiliaries.be;
    // "increasingly challenging circumstances": an adjective.
    if (gerund && first < at) return undefined;
    if (is(tokens, at, PARTICIPLE) && !is(tokens, at, FINITE) && !auxiliaries.have) {
      return undefined;
    }
    const infinitive = lower(tokens, first - 1) === "to" && first > this.from;
    if (infinitive && !is(tokens, at, BASE_FORM)) return undefined;
    let cueEnd = at + 1;
    if (verb.particles.has(lower(tokens, cueEnd)) && cueEnd < this.to) cueEnd++;
    else if (
      cueEnd + 1 < this.to && is(tokens, cueEnd, ADVERB) && verb.particles.size > 0 &&
      !verb.clause && verb.particles.has(lower(tokens, cueEnd + 1))
    ) cueEnd += 2;
    else if (verb.needsParticle) return undefined;
    const about = verb.particles.has("about") && cueEnd === at + 1 && !verb.clause
      ? this.#about(cueEnd)
      : undefined;
    const cueFrom = infinitive ? this.#longCue(first - 1) : first;
    if (cueFrom < 0) return undefined;
    const particle = cueEnd > at + 1;
    const source = this.#sourceOf(cueFrom, gerund);
    const content = about ?? this.#complement(cueEnd, verb, particle);
    const participle = gerund && first === this.from;
    const contents: Run[] = content === undefined
      ? []
      : [participle ? this.#firstPart(content, source) : content];
    const cue: Run = { from: cueFrom, to: cueEnd };
    let pattern: Pattern = "clause";
    if (verb.quote || verb.clause) {
      const before = this.#quoteBefore(
        source === undefined ? cueFrom : Math.min(source.from, cueFrom),
      );
      if (before !== undefined) {
        contents.unshift({ from: before.open, to: before.close + 1 });
        this.#told.add(before);
        pattern = "quote";
        if (source === undefined || source === this.#last) {
          const inverted = this.#inverted(cueEnd, before);
          if (inverted !== undefined) {
            this.#keep({
              source: inverted,
              cue,
              contents: [contents[0]],
              verb,
              pattern,
            });
            return inverted.to;
          }
        }
      } else if (source !== undefined && verb.clause && source !== this.#last) {
        const left = this.#clauseBefore(source.from);
        if (
          left !== undefined && (content === undefined || this.#isAside(source, cueEnd))
        ) {
          contents.unshift(left);
        }
      }
    }
    if (contents.length === 0) return undefined;
    if (
      pattern === "clause" && source !== undefined && OF_THINGS.test(verb.lemma) &&
      lower(tokens, contents[0].from) !== "that" && this.#isThing(source)
    ) return undefined;
    if (source === undefined && pattern !== "quote") return undefined;
    this.#keep({ source, cue, contents, verb, pattern });
    if (content === undefined) return cueEnd;
    if (participle) return contents[0].to;
    return this.#resume(content, verb);
  }

  /** Whether a subject is a thing: no pronoun for people, no name, no plural of people. */
  #isThing({ from, to }: Run): boolean {
    const { tokens } = this;
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

  /** What is talked about: "talks openly in an interview about". */
  #about(from: number): Run | undefined {
    for (let i = from; i < Math.min(this.to - 1, from + 9); i++) {
      if (this.tokens.type[i] !== WORD || is(this.tokens, i, VERB | AUX)) {
        return undefined;
      }
      if (lower(this.tokens, i) === "about") return this.#upTo(i + 1, "phrase");
    }
    return undefined;
  }

  /** "The president's claim that": the owner speaks, the noun is the cue. */
  #noun(at: number): number | undefined {
    const { tokens } = this;
    const next = at + 1;
    if (next >= this.to || lower(tokens, next) !== "that" || this.#covered(at)) {
      return undefined;
    }
    let first = at;
    while (
      first > at - 3 && first > this.from && tokens.flags[first - 1] === 0 &&
      tokens.capital[first - 1] === 0 && tokens.type[first - 1] === WORD
    ) first--;
    const owner = first - 1;
    if (owner < this.from) return undefined;
    const word = lower(tokens, owner);
    let source: Run | undefined;
    if (/^(?:his|her|their|its|my|our)$/.test(word)) {
      source = { from: owner, to: first };
    } else if (word === "'s" || word === "’s") {
      let from = owner - 1;
      while (
        from > this.from && tokens.type[from - 1] === WORD &&
        (tokens.capital[from - 1] === 1 || (tokens.flags[from - 1] === 0))
      ) from--;
      if (
        from > this.from && is(tokens, from - 1, DET) && !is(tokens, from - 1, PRONOUN)
      ) from--;
      source = { from, to: first };
    }
    if (source === undefined) return undefined;
    const content = this.#upTo(next, "sentence");
    if (content === undefined) return undefined;
    this.#keep({
      source,
      cue: { from: first, to: next },
      contents: [content],
      pattern: "clause",
    });
    return content.to;
  }

  /** Keeps an attribution and marks the quotations that it tells. */
  #keep(attribution: Attribution) {
    if (attribution.source !== undefined) this.#last = attribution.source;
    for (const { from, to } of attribution.contents) {
      for (const quote of this.#quotes) {
        if (quote.open >= from && quote.open < to) this.#told.add(quote);
      }
    }
    this.found.push(attribution);
  }

  /** Whether a token is told already, within a clause that goes on over it. */
  #covered(at: number): boolean {
    return this.found.some(({ contents }) =>
      contents.some(({ from, to }) => at >= from && at < to)
    );
  }

  #resume(content: Run, _verb: CueVerb): number {
    return content.to;
  }

  /** Who speaks: the subject; that of the verb before where the two are joined. */
  #sourceOf(cueFrom: number, gerund: boolean): Run | undefined {
    const { tokens } = this;
    const before = cueFrom - 1;
    if (gerund) {
      if (before < this.from || is(tokens, before, PREP)) {
        return this.#mainSubjectAfter(cueFrom) ?? this.#last;
      }
      if (tokens.type[before] === COMMA || is(tokens, before, COORD)) {
        return this.#last ?? this.#mainSubject(cueFrom);
      }
      return subjectOf(tokens, cueFrom, this.from) ?? this.#last;
    }
    if (before >= this.from && is(tokens, before, COORD)) {
      return this.#last ?? this.#mainSubject(cueFrom);
    }
    if (
      before >= this.from && tokens.type[before] === COMMA && this.#last !== undefined
    ) {
      const own = subjectOf(tokens, cueFrom, this.from);
      return own ?? this.#last;
    }
    return subjectOf(tokens, cueFrom, this.from);
  }

  /** The subject of the sentence's first verb, whatever it is. */
  #mainSubject(before: number): Run | undefined {
    const { tokens } = this;
    for (let i = this.from + 1; i < before; i++) {
      if (!is(tokens, i, AUX | OTHER_VERB | VERB) && !this.#isPast(i)) continue;
      if (is(tokens, i, VERB) && this.#isNoun(i)) continue;
      const subject = subjectOf(tokens, i, this.from);
      if (subject !== undefined) return subject;
    }
    return undefined;
  }

  /** The subject that follows a participle clause: "Speaking in Baku, X said". */
  #mainSubjectAfter(at: number): Run | undefined {
    const { tokens } = this;
    for (let i = at + 1; i < this.to; i++) {
      if (tokens.type[i] !== COMMA && !this.#quotes.some(({ close }) => close === i)) {
        continue;
      }
      if (is(tokens, i + 1, SUBORD | RELATIVE | COORD)) continue;
      for (let v = i + 2; v < Math.min(this.to, i + 14); v++) {
        if (is(tokens, v, AUX | VERB | OTHER_VERB) || this.#isPast(v)) {
          const subject = subjectOf(tokens, v, i + 1);
          if (subject !== undefined) return subject;
        }
      }
    }
    return undefined;
  }

  #isPast(at: number): boolean {
    return this.tokens.capital[at] === 0 && /[a-z]{2}ed$/.test(lower(this.tokens, at));
  }

  /** What auxiliaries stand before a verb. */
  #auxiliaries(first: number, at: number) {
    const { tokens } = this;
    let be = false, have = false;
    for (let i = first; i < at; i++) {
      const word = lower(tokens, i);
      if (is(tokens, i, BE)) be = true;
      if (/^(?:has|have|had|having|'ve)$/.test(word)) have = true;
    }
    const participle = is(tokens, at, PARTICIPLE) ||
      (is(tokens, at, FINITE) && /ed$/.test(lower(tokens, at)));
    return { be, have, passive: be && participle };
  }

  /** "It was rejected by Iran", "trucks were barred, announced by Baku". */
  #passive(at: number, first: number, verb: CueVerb): number | undefined {
    const { tokens } = this;
    let by = at + 1;
    while (by < Math.min(this.to, at + 5) && lower(tokens, by) !== "by") {
      if (tokens.type[by] !== WORD) return undefined;
      by++;
    }
    if (lower(tokens, by) !== "by" || !beginsNoun(tokens, by + 1)) return undefined;
    const content = subjectOf(tokens, first, this.from);
    if (content === undefined || verb.attitude) return undefined;
    const source = { from: by + 1, to: this.#nounEnd(by + 1) };
    this.#keep({
      source,
      cue: { from: first, to: at + 1 },
      contents: [content],
      verb,
      pattern: "clause",
    });
    return source.to;
  }

  /** The first word of "continued to call", "vowed to oppose"; -1 where "to" stands alone. */
  #longCue(to: number): number {
    const { tokens } = this;
    const before = to - 1;
    if (before < this.from) return -1;
    if (!LEADING.test(lower(tokens, before))) return -1;
    let first = before;
    while (first > this.from && is(tokens, first - 1, AUX | NOT | ADVERB)) first--;
    return first;
  }

  /** Whether a word that could be a cue verb is a noun or an adjective where it stands. */
  #isNoun(at: number): boolean {
    const { tokens } = this;
    const word = lower(tokens, at);
    if (at === this.from) {
      return !is(tokens, at, GERUND) && !(tokens.type[at + 1] === QUOTE);
    }
    const before = at - 1, next = at + 1;
    const previous = lower(tokens, before);
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
      return !(lower(tokens, next) === "that" || tokens.type[next] === QUOTE);
    }
    if (tokens.capital[at] === 1 && !this.#titled()) return true;
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
          ? !/s$/.test(previous)
          : /s$|people|men|women|police|media/.test(previous));
      if (!noun) return true;
      return is(tokens, next, AUX | FINITE) && !is(tokens, next, DET | PRONOUN);
    }
    if (is(tokens, at, PARTICIPLE) && lower(tokens, next) === "by") {
      return !is(tokens, before, BE | AUX | ADVERB);
    }
    return false;
  }

  /** Whether a preposition stands in the noun phrase before a verb: "average of the polls". */
  #hasPreposition(at: number): boolean {
    const { tokens } = this;
    for (let i = at; i >= this.from && tokens.type[i] === WORD; i--) {
      if (is(tokens, i, AUX | VERB)) return false;
      if (is(tokens, i, PREP)) return true;
    }
    return false;
  }

  /** Whether the sentence is a headline in which most words have capitals. */
  #titled(): boolean {
    const { tokens } = this;
    let words = 0, capitals = 0;
    for (let i = this.from; i < this.to; i++) {
      if (tokens.type[i] !== WORD || tokens.end[i] - tokens.start[i] < 4) continue;
      words++;
      capitals += tokens.capital[i];
    }
    return words > 2 && capitals / words > 0.75;
  }

  /** What follows a cue verb as what is said. */
  #complement(from: number, verb: CueVerb, particle: boolean): Run | undefined {
    const { tokens, to } = this;
    let at = from;
    if (at >= to) return undefined;
    if (tokens.type[at] === COLON) return this.#upTo(at + 1, "sentence");
    if (verb.quote || verb.clause || verb.object) {
      const quote = this.#quoteAt(at) ??
        (tokens.type[at] === COMMA ? this.#quoteAt(at + 1) : undefined);
      if (quote !== undefined) return this.#quoted(quote);
    }
    if (verb.person && !particle) {
      const told = this.#pastPerson(at, verb);
      if (told !== undefined) return told;
      if (!verb.clause && !verb.object) return undefined;
      if (TELLING.test(verb.lemma)) return undefined;
    }
    if (verb.clause && !particle) {
      const clause = this.#clause(at);
      const content = clause === undefined ? undefined : this.#upTo(clause, "sentence");
      if (content !== undefined && (verb.object || this.#hasVerb(content))) {
        return content;
      }
    }
    if (particle) {
      const begins = at < to && tokens.type[at] === WORD &&
        (!is(tokens, at, PREP | AUX | COORD) || is(tokens, at, DET | PRONOUN));
      return begins ? this.#upTo(at, "phrase") : undefined;
    }
    if (verb.infinitive && lower(tokens, at) === "to" && tokens.type[at + 1] === WORD) {
      return this.#upTo(at, "sentence");
    }
    while (at < to && is(tokens, at, ADVERB) && !is(tokens, at, DET | PRONOUN)) at++;
    if (verb.object && at < to && tokens.type[at] === WORD) {
      if (
        is(tokens, at, PREP | COORD | SUBORD | AUX) && !is(tokens, at, DET | PRONOUN)
      ) {
        return undefined;
      }
      return this.#upTo(at, "phrase");
    }
    return undefined;
  }

  /** Whether a stretch is a clause: a verb in it, or "to" with one. */
  #hasVerb({ from, to }: Run): boolean {
    const { tokens } = this;
    for (let i = from; i < to; i++) {
      const word = lower(tokens, i);
      if (is(tokens, i, AUX | OTHER_VERB | VERB) || this.#isPast(i)) return true;
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

  /** The clause after a verb of speech and what may stand between: "said on Tuesday that". */
  #clause(from: number): number | undefined {
    const { tokens, to } = this;
    let at = from;
    while (
      at < to && is(tokens, at, ADVERB | TIME) && !is(tokens, at, DET | PRONOUN | AUX)
    ) at++;
    if (at < to && tokens.type[at] === COMMA && is(tokens, at + 1, PREP)) {
      // "announced, in an article of 3 May, that".
      for (let i = at + 2; i < Math.min(to, at + 24); i++) {
        if (tokens.type[i] === COMMA && lower(tokens, i + 1) === "that") return i + 1;
      }
    }
    const word = at < to ? lower(tokens, at) : "";
    if (word === "that" || /^(?:whether|how|why|what|if|who|where)$/.test(word)) {
      return at;
    }
    if (is(tokens, at, PREP) && !is(tokens, at, DET | PRONOUN)) {
      for (let i = at + 1; i < Math.min(to, at + 18); i++) {
        if (tokens.type[i] === QUOTE) return i;
        if (tokens.type[i] === COLON) return i + 1;
        if (lower(tokens, i) === "that" && !is(tokens, i - 1, PREP)) return i;
        if (tokens.type[i] === COMMA) {
          return this.#quoteAt(i + 1) !== undefined ? i + 1 : undefined;
        }
        if (i > at + 1 && is(tokens, i, PRONOUN) && !is(tokens, i, DET | RELATIVE)) {
          return i;
        }
        // "said in a statement Iran would": the noun before the auxiliary begins it.
        if (is(tokens, i, AUX) && i > at + 3) return this.#nounBefore(i, at + 2);
      }
      return undefined;
    }
    if (at < to && tokens.type[at] === WORD && beginsNoun(tokens, at)) return at;
    return undefined;
  }

  #nounBefore(at: number, from: number): number | undefined {
    const { tokens } = this;
    let start = at;
    while (
      start > from && (tokens.capital[start - 1] === 1 || tokens.flags[start - 1] === 0)
    ) {
      start--;
      if (is(tokens, start - 1, DET)) return start - 1;
      if (is(tokens, start - 1, TIME)) return start;
    }
    return start < at ? start : undefined;
  }

  /** What follows whom one speaks to: "told reporters that", "urged Baku to". */
  #pastPerson(from: number, verb: CueVerb): Run | undefined {
    const { tokens, to } = this;
    for (let i = from; i < Math.min(to, from + 20); i++) {
      const word = lower(tokens, i);
      if (i > from && word === "that") return this.#upTo(i, "sentence");
      if (
        i > from && (word === "to" || (word === "not" && lower(tokens, i + 1) === "to"))
      ) {
        // "urged Baku to": who is to do it belongs to what is urged.
        return this.#upTo(TELLING.test(verb.lemma) ? i : from, "sentence");
      }
      if (tokens.type[i] === COLON) return this.#upTo(i + 1, "sentence");
      if (tokens.type[i] === COMMA) {
        const quote = this.#quoteAt(i + 1);
        return quote === undefined ? undefined : this.#upTo(quote.open, "sentence");
      }
      if (tokens.type[i] === QUOTE) return this.#upTo(i, "sentence");
      if (i > from && is(tokens, i, PRONOUN) && !is(tokens, i, DET)) {
        if (is(tokens, i + 1, AUX | VERB)) return this.#upTo(i, "sentence");
      }
      if (i > from + 1 && is(tokens, i, AUX) && !is(tokens, i - 1, RELATIVE)) {
        return undefined;
      }
      if (tokens.type[i] === STOP || tokens.type[i] === SEMICOLON) return undefined;
    }
    return undefined;
  }

  /** A quotation as content, with what the clause goes on to. */
  #quoted(quote: Quoted): Run | undefined {
    const { tokens, to } = this;
    const end = quote.close + 1;
    const next = end;
    if (
      next >= to || tokens.type[next] !== WORD || tokens.type[quote.close - 1] === STOP
    ) {
      return { from: quote.open, to: Math.min(end, to) };
    }
    return this.#upTo(quote.open, "phrase", end);
  }

  /**
   * Where what is said ends: with the sentence, or where another clause begins.
   *
   * @param from Its first token.
   * @param extent `phrase` ends at a comma, `sentence` only where somebody else speaks.
   * @param after Where to look from.
   */
  #upTo(
    from: number,
    extent: "phrase" | "sentence",
    after = from + 1,
  ): Run | undefined {
    const { tokens } = this;
    let end = this.to;
    const opening = after === from + 1 ? this.#quoteAt(from) : undefined;
    for (let i = opening === undefined ? after : from; i < end; i++) {
      const quote = this.#quotes.find(({ open }) => open === i);
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
      else if (type === COMMA && this.#leaves(i, extent)) end = i;
      else if (type === DASH && extent === "phrase") end = i;
      else if (is(tokens, i, COORD) && type === WORD && this.#joinsVerb(i)) end = i;
      else if (lower(tokens, i) === "according" && lower(tokens, i + 1) === "to") {
        end = i;
      } else if (
        extent === "phrase" && is(tokens, i, SUBORD) &&
        !is(tokens, i, PREP | RELATIVE) &&
        i > from + 1
      ) end = i;
    }
    end = this.#withoutNote(from, end);
    // A stop within the marks belongs to the quotation.
    while (end > from && ENDS.has(tokens.type[end - 1])) end--;
    return end > from ? { from, to: end } : undefined;
  }

  /** What a participle clause takes, to where the subject begins: "Explaining the move, X". */
  #firstPart({ from, to }: Run, source: Run | undefined): Run {
    if (source !== undefined && source.from > from && source.from <= to + 1) {
      return { from, to: source.from - 1 };
    }
    for (let i = from + 1; i < to; i++) {
      if (this.tokens.type[i] === COMMA) return { from, to: i };
    }
    return { from, to };
  }

  /** An end without a footnote's mark: "[13]" after a stop or a closing quotation mark. */
  #withoutNote(from: number, end: number): number {
    const { tokens } = this;
    const noted = end - 3 > from && tokens.type[end - 1] === CLOSE &&
      /^\d+$/.test(lower(tokens, end - 2));
    return noted ? end - 3 : end;
  }

  /** Whether a comma ends what is said. */
  #leaves(comma: number, extent: "phrase" | "sentence"): boolean {
    const { tokens } = this;
    const next = comma + 1;
    if (next >= this.to) return true;
    const word = lower(tokens, next);
    if (is(tokens, next, GERUND) && tokens.senses[next]?.verb !== undefined) {
      return true;
    }
    if (word === "according" || word === "citing" || word === "quoting") return true;
    if (
      is(tokens, next, VERB) && is(tokens, next, FINITE) &&
      !is(tokens, next, BASE_FORM) &&
      !this.#isNoun(next)
    ) return true;
    if (this.#speaksAfter(next, 9)) return true;
    if (is(tokens, next, COORD) || word === "while" || word === "but") {
      if (this.#joinsVerb(next) || this.#speaksAfter(next + 1, 9)) return true;
      if (extent === "phrase" && (word === "while" || word === "but")) return true;
    }
    if (extent === "sentence") {
      return word === "which" && this.#hasVerb({ from: this.from, to: comma });
    }
    if (is(tokens, next, RELATIVE | SUBORD | PRONOUN) || is(tokens, next, GERUND)) {
      return true;
    }
    if (/ing$/.test(word) || is(tokens, next, PREP) || is(tokens, next, AUX)) {
      return true;
    }
    return is(tokens, next, DET | TIME | ADVERB);
  }

  /** Whether a clause with a cue verb of speech begins at a token: ", Iran said". */
  #speaksAfter(at: number, reach: number): boolean {
    const { tokens } = this;
    for (let i = at; i < Math.min(this.to, at + reach); i++) {
      if (tokens.type[i] !== WORD) return false;
      const verb = tokens.senses[i]?.verb;
      if (
        verb !== undefined && is(tokens, i, GERUND) && is(tokens, i - 1, BE | ADVERB)
      ) {
        return !verb.attitude;
      }
      if (verb !== undefined && i > at && is(tokens, i, FINITE) && !this.#isNoun(i)) {
        const past = /ed$|said|told|wrote/.test(lower(tokens, i)) ||
          /s$/.test(lower(tokens, i));
        return past && (verb.quote || verb.clause || verb.object) && !verb.attitude;
      }
      if (is(tokens, i, OTHER_VERB) || (is(tokens, i, AUX) && i === at)) return false;
      if (is(tokens, i, RELATIVE)) return false;
    }
    return false;
  }

  /** Whether "and" joins another cue verb: "said that … and offered". */
  #joinsVerb(coord: number): boolean {
    const { tokens } = this;
    let at = coord + 1;
    while (at < this.to && is(tokens, at, ADVERB | NOT) && !is(tokens, at, DET)) at++;
    while (
      at < this.to && /^(?:has|have|had|is|are|was|were)$/.test(lower(tokens, at))
    ) at++;
    if (at >= this.to || !is(tokens, at, VERB | FINITE) || tokens.capital[at] === 1) {
      return false;
    }
    const verb = tokens.senses[at]?.verb;
    if (verb === undefined || verb.attitude) return false;
    const word = lower(tokens, at);
    if (!/ed$|^(?:said|told|wrote|spoke)$/.test(word) && !/s$/.test(word)) return false;
    if (
      /s$/.test(word) && !is(tokens, at + 1, DET | PRONOUN | PREP) &&
      lower(tokens, at + 1) !== "that"
    ) {
      return false;
    }
    return !this.#isNoun(at) && (this.#complementBegins(at + 1, verb));
  }

  #complementBegins(at: number, verb: CueVerb): boolean {
    const { tokens } = this;
    if (at >= this.to) return false;
    return verb.particles.has(lower(tokens, at)) || beginsNoun(tokens, at) ||
      tokens.type[at] === QUOTE || tokens.type[at] === COMMA || is(tokens, at, DET) ||
      lower(tokens, at) === "that" || lower(tokens, at) === "to";
  }

  /** Whether "S V" stands between commas within what is said. */
  #isAside(source: Run, cueEnd: number): boolean {
    const { tokens } = this;
    return source.from > this.from && tokens.type[source.from - 1] === COMMA &&
      tokens.type[cueEnd] === COMMA;
  }

  /** The clause before ", S said". */
  #clauseBefore(at: number): Run | undefined {
    const { tokens } = this;
    const comma = at - 1;
    if (comma <= this.from || tokens.type[comma] !== COMMA) return undefined;
    let from = this.from;
    for (let i = comma - 1; i > from; i--) {
      if (tokens.type[i] === SEMICOLON) from = i + 1;
      if (this.#covered(i)) return undefined;
    }
    let verbs = false;
    for (let i = from; i < comma; i++) {
      if (is(tokens, i, AUX | OTHER_VERB | VERB) || this.#isPast(i)) verbs = true;
    }
    if (
      !verbs ||
      is(tokens, from, PREP | GERUND | SUBORD) && !is(tokens, from, DET | PRONOUN)
    ) {
      return undefined;
    }
    while (from < comma && is(tokens, from, COORD)) from++;
    return { from, to: comma };
  }

  #quoteAt(at: number): Quoted | undefined {
    return this.#quotes.find(({ open }) => open === at);
  }

  /** The quotation that ends right before a token, a comma between or not. */
  #quoteBefore(at: number): Quoted | undefined {
    const { tokens } = this;
    return this.#quotes.find((quote) =>
      !this.#told.has(quote) && quote.close - quote.open > 2 &&
      (quote.close + 1 === at ||
        (quote.close + 2 === at && tokens.type[quote.close + 1] === COMMA)) &&
      (quote.open === this.from || this.#stops(quote.close) ||
        tokens.type[quote.close + 1] === COMMA)
    );
  }

  #stops(close: number): boolean {
    const type = this.tokens.type[close - 1];
    return type === COMMA || type === STOP || type === DASH;
  }

  /** The speaker after the verb: "…," said the spokesman. */
  #inverted(cueEnd: number, quote: Quoted): Run | undefined {
    const { tokens } = this;
    const cue = cueEnd - 1;
    if (quote.close + 1 !== cue && quote.close + 2 !== cue) return undefined;
    if (!beginsNoun(tokens, cueEnd)) return undefined;
    return { from: cueEnd, to: this.#nounEnd(cueEnd) };
  }

  /** Where a noun phrase with all that hangs on it ends. */
  #nounEnd(from: number): number {
    const { tokens } = this;
    let end = from;
    for (; end < this.to; end++) {
      const type = tokens.type[end];
      if (type === STOP || type === COLON || type === SEMICOLON || type === DASH) break;
      if (type === QUOTE && end > from) break;
      if (type === COMMA) {
        const next = end + 1, word = next < this.to ? lower(tokens, next) : "";
        if (tokens.type[next] === QUOTE) break;
        if (
          is(tokens, next, GERUND) ||
          (is(tokens, next, SUBORD | COORD | ADVERB) && !is(tokens, next, DET))
        ) break;
        if (word === "in" || word === "on" || word === "after" || word === "during") {
          break;
        }
      }
      if (end > from && is(tokens, end, SUBORD) && !is(tokens, end, PREP)) break;
      if (
        end > from && TEMPORAL.test(lower(tokens, end)) &&
        is(tokens, end + 1, TIME | DET)
      ) break;
      if (
        end > from && is(tokens, end, TIME) &&
        !is(tokens, end, DET | AUX | ADVERB | PREP)
      ) break;
    }
    return end;
  }

  /** Reads "according to" and its like; returns where reading goes on. */
  #phrase(at: number): number | undefined {
    const { tokens, lexicon } = this;
    if (!is(tokens, at, PHRASE)) return undefined;
    const options = lexicon.phrases.get(lower(tokens, at));
    if (options === undefined) return undefined;
    const option = options.find(({ rest }) =>
      rest.every((word, i) =>
        at + 1 + i < this.to && lower(tokens, at + 1 + i) === word
      )
    );
    if (option === undefined) return undefined;
    const cue = { from: at, to: at + 1 + option.rest.length };
    if (option.takes === "adverb") return this.#adverb(cue);
    if (!beginsNoun(tokens, cue.to)) return undefined;
    if (/^per$/.test(lower(tokens, at)) && (tokens.capital[cue.to] === 0)) {
      return undefined;
    }
    const source = { from: cue.to, to: this.#sourceEnd(cue.to) };
    if (source.to <= source.from) return undefined;
    const contents: Run[] = [];
    const leading = at === this.from ||
      (at === this.from + 1 && is(tokens, this.from, COORD)) ||
      !this.#hasClause(this.from, at);
    if (leading && source.to < this.to && tokens.type[source.to] === COMMA) {
      const quote = this.#quoteAt(source.to + 1);
      const content = quote !== undefined && quote.close + 2 >= this.to
        ? { from: quote.open, to: quote.close + 1 }
        : this.#upTo(source.to + 1, "sentence");
      if (content !== undefined) contents.push(content);
    } else if (!leading) {
      let from = this.from, end = at;
      const tight = this.found.at(-1);
      if (tight !== undefined && tight.contents.length > 0 && option.takes === "cite") {
        return undefined;
      }
      if (tokens.type[end - 1] === COMMA) end--;
      for (let i = end - 1; i > from; i--) {
        if (tokens.type[i] === SEMICOLON || (i < end - 1 && tokens.type[i] === COLON)) {
          from = i + 1;
        }
        if (
          tokens.type[i] === COMMA && is(tokens, i + 1, COORD) &&
          this.#hasClause(from, i)
        ) {
          from = i + 2;
          break;
        }
      }
      if (from < end) contents.push({ from, to: end });
    }
    if (contents.length === 0) return undefined;
    this.#keep({ source, cue, contents, pattern: "phrase" });
    return Math.max(source.to, contents.at(-1)!.to);
  }

  #hasClause(from: number, to: number): boolean {
    for (let i = from; i < to; i++) {
      if (is(this.tokens, i, AUX | OTHER_VERB | VERB) || this.#isPast(i)) return true;
    }
    return to - from > 6;
  }

  /** The end of a source after "according to": a comma, a stop, or the sentence's verb. */
  #sourceEnd(from: number): number {
    const { tokens } = this;
    let end = from;
    for (; end < this.to; end++) {
      const type = tokens.type[end];
      if (type === STOP || type === COLON || type === SEMICOLON || type === DASH) break;
      if (type === COMMA) {
        // "according to Bob Henson, a weather expert": a noun phrase beside the name.
        const next = end + 1;
        if (
          is(tokens, next, RELATIVE) || (is(tokens, next, DET) && from > this.from + 4)
        ) continue;
        break;
      }
      if (type === QUOTE && end > from) break;
    }
    return end;
  }

  /** "Reportedly, …": said by nobody in the sentence. */
  #adverb(cue: Run): number | undefined {
    const { tokens } = this;
    if (cue.from !== this.from || tokens.type[cue.to] !== COMMA) return undefined;
    const content = this.#upTo(cue.to + 1, "sentence");
    if (content === undefined) return undefined;
    this.#keep({ cue, contents: [content], pattern: "phrase" });
    return content.to;
  }
}

/** Verbs that lead to another with "to" and belong to one cue with it. */
const LEADING =
  /^(?:continu(?:ed?|es)|beg[au]n|begins?|declin(?:ed?|es)|refus(?:ed?|es)|fail(?:ed|s)?|sought|seeks?|tr(?:y|ied|ies)|had|has|have|going|appear(?:ed|s)?|seem(?:ed|s)?|used|sought|hop(?:ed?|es)|want(?:ed|s)?|need(?:ed|s)?|vow(?:ed|s)?|pledg(?:ed?|es)|promis(?:ed?|es)|agree[ds]?|plan(?:ned|s)?|intend(?:ed|s)?|expect(?:ed|s)?|went|go|wish(?:ed|es)?|like[ds]?|chose|chooses?|ought|able|quick|keen)$/;
/** Verbs whose object is told something and does not belong to it. */
const TELLING = /^(?:tell|inform|remind|assure|notify|persuade|convince)$/;
/** Verbs whose subject may be a thing: what a thing shows counts where "that" follows. */
const OF_THINGS =
  /^(?:imply|reveal|highlight|underscore|underline|challenge|reject|demonstrate|prove|suggest|indicate|signal|mean|predict|present|deliver|offer|raise|defend)$/;
const TEMPORAL = /^(?:on|in|during|after|at|before|late|early)$/;
const ENDS = new Set([STOP, COMMA, COLON]);

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
