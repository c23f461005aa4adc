import { AsideReader } from "./asides.ts";
import type { Attribution } from "./attribution.ts";
import { COLON, COMMA, QUOTE, SEMICOLON, STOP, WORD } from "./marks.ts";
import { beginsNoun, is, lower, reports, type Run } from "./phrases.ts";
import { subjectOf } from "./subjects.ts";
import {
  COORD,
  DET,
  FINITE,
  PHRASE,
  PREP,
  PRONOUN,
  RELATIVE,
  SUBORD,
  TIME,
  VERB,
} from "./word_classes.ts";

/** Reports of speech that no verb begins: "according to", a noun, what follows its content. */
export class TrailingReader extends AsideReader {
  /** Whether the sentence has any word of speech, or a quotation. */
  protected mayReport(): boolean {
    return reports(this.tokens, this.from, this.to);
  }

  /** "…, a scholar wrote in May.": all before the comma is what he wrote. */
  protected trailing(): number | undefined {
    const { tokens } = this;
    for (
      let comma = this.to - 3;
      comma > this.from + 3 && comma > this.to - 24;
      comma--
    ) {
      if (tokens.type[comma] === QUOTE) return undefined;
      if (tokens.type[comma] !== COMMA) continue;
      const inverted = this.trailingInverted(comma);
      if (inverted !== undefined) return inverted;
      if (!beginsNoun(tokens, comma + 1) || is(tokens, comma + 1, RELATIVE)) continue;
      for (let at = comma + 2; at < Math.min(this.to, comma + 12); at++) {
        const type = tokens.type[at];
        if (type !== WORD || is(tokens, at, SUBORD | RELATIVE | COORD)) break;
        const verb = tokens.verb(at);
        if (verb === undefined || !is(tokens, at, FINITE) || this.isNoun(at)) continue;
        if (!(verb.clause && verb.quote) || verb.attitude) break;
        const next = at + 1;
        const ends = next >= this.to || tokens.type[next] === STOP ||
          (is(tokens, next, PREP | TIME) && !is(tokens, next, DET | PRONOUN) &&
            !verb.particles.has(lower(tokens, next)));
        if (this.speaks(this.from, comma)) return undefined;
        if (!ends || this.clause(next) !== undefined && tokens.type[next] === WORD) {
          break;
        }
        const source = subjectOf(tokens, at, comma + 1);
        const content = source && this.clauseBefore(comma + 1);
        if (source === undefined || content === undefined) break;
        let cueFrom = at;
        while (cueFrom > source.to) cueFrom--;
        const cue = { from: cueFrom, to: next };
        this.keep({ source, cue, contents: [content], verb, pattern: "clause" });
        return this.to;
      }
    }
    return undefined;
  }

  /** "…, according to a report.": all before it is what the report says. */
  protected trailingPhrase(): number | undefined {
    const { tokens } = this;
    for (let at = this.from + 4; at < this.to - 2; at++) {
      if (!is(tokens, at, PHRASE)) continue;
      if (lower(tokens, at) !== "according" || lower(tokens, at + 1) !== "to") continue;
      if (this.speaks(this.from, at)) return undefined;
      return this.phrase(at);
    }
    return undefined;
  }

  /** "…, said the spokesman." */
  protected trailingInverted(comma: number): number | undefined {
    const { tokens } = this;
    const at = comma + 1, verb = tokens.verb(at);
    if (verb === undefined || !verb.clause || !verb.quote || !is(tokens, at, FINITE)) {
      return undefined;
    }
    if (
      tokens.capital[at] === 1 || !/ed$|^(?:said|says|wrote)$/.test(lower(tokens, at))
    ) return undefined;
    if (!beginsNoun(tokens, at + 1) || lower(tokens, at + 1) === "that") {
      return undefined;
    }
    const source = { from: at + 1, to: this.nounEnd(at + 1) };
    if (source.to < this.to && tokens.type[source.to] !== STOP) return undefined;
    if (this.hasVerb(source)) return undefined;
    const content = this.clauseBefore(comma + 1);
    if (content === undefined) return undefined;
    const cue = { from: at, to: at + 1 };
    this.keep({ source, cue, contents: [content], verb, pattern: "clause" });
    return this.to;
  }

  /** 'The spokesman "called on both sides…"': the cue stands in the quotation. */
  protected quotedVerb(): number | undefined {
    const { tokens } = this;
    for (const quote of this.quotes) {
      const at = quote.open + 1;
      if (quote.open - this.from < 2 || quote.close - quote.open < 5) continue;
      if (
        !is(tokens, at, FINITE) || !is(tokens, at, VERB) || tokens.capital[at] === 1
      ) continue;
      if (!/ed$|^said$/.test(lower(tokens, at))) continue;
      const source = subjectOf(tokens, quote.open, this.from);
      if (source === undefined || this.speaks(this.from, source.from)) continue;
      const verb = tokens.verb(at);
      const particle = verb?.particles.has(lower(tokens, at + 1)) ? 1 : 0;
      this.keep({
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

  /** Reads "according to" and its like; returns where reading goes on. */
  protected phrase(at: number): number | undefined {
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
    if (option.takes === "adverb") return this.adverb(cue);
    if (!beginsNoun(tokens, cue.to)) return undefined;
    if (/^per$/.test(lower(tokens, at)) && (tokens.capital[cue.to] === 0)) {
      return undefined;
    }
    const source = { from: cue.to, to: this.sourceEnd(cue.to) };
    if (source.to <= source.from || this.isAccordance(at, source)) return undefined;
    const contents: Run[] = [];
    const leading = at === this.from ||
      (at === this.from + 1 && is(tokens, this.from, COORD)) ||
      !this.hasClause(this.from, at);
    if (leading && source.to < this.to && tokens.type[source.to] === COMMA) {
      const quote = this.quoteAt(source.to + 1);
      const content = quote !== undefined && quote.close + 2 >= this.to
        ? { from: quote.open, to: quote.close + 1 }
        : this.upTo(source.to + 1, "sentence");
      if (content !== undefined) contents.push(content);
    } else if (!leading && this.isInserted(at, source)) {
      // "engineers and, according to some, two boats": only what follows.
      const content = this.upTo(source.to + 1, "sentence");
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
          this.hasClause(from, i)
        ) {
          from = i + 2;
          break;
        }
      }
      if (from < end) contents.push({ from, to: end });
    }
    if (contents.length === 0) return undefined;
    this.keep({ source, cue, contents, pattern: "phrase" });
    return Math.max(source.to, contents.at(-1)!.to);
  }

  /** Whether it stands between commas after "and": what is before is not told by it. */
  protected isInserted(at: number, source: Run): boolean {
    const { tokens } = this;
    return tokens.type[at - 1] === COMMA && is(tokens, at - 2, COORD) &&
      tokens.type[source.to] === COMMA;
  }

  /** "Built according to the plan": what is done as agreed, not what the plan says. */
  protected isAccordance(at: number, { from, to }: Run): boolean {
    const { tokens } = this;
    if (at === this.from || tokens.type[at - 1] === COMMA) return false;
    for (let i = from; i < to; i++) {
      if (is(tokens, i, PREP)) break;
      if (AGREED.test(lower(tokens, i))) return true;
    }
    return false;
  }

  /** "Reportedly, …": said by nobody in the sentence. */
  protected adverb(cue: Run): number | undefined {
    const { tokens } = this;
    if (cue.from !== this.from || tokens.type[cue.to] !== COMMA) return undefined;
    const content = this.upTo(cue.to + 1, "sentence");
    if (content === undefined) return undefined;
    this.keep({ cue, contents: [content], pattern: "phrase" });
    return content.to;
  }

  /** Keeps an attribution and marks the quotations that it tells. */
  protected keep(attribution: Attribution) {
    if (attribution.source !== undefined) this.last = attribution.source;
    for (const { from, to } of attribution.contents) {
      for (const quote of this.quotes) {
        if (quote.open >= from && quote.open < to) this.told.add(quote);
      }
    }
    this.found.push(attribution);
  }
}

/** What one acts by: agreements, rules and plans. */
const AGREED =
  /^(?:agreements?|accords?|treat(?:y|ies)|deals?|plans?|rules?|regulations?|laws?|constitution|procedures?|schedule|principles?|standards?|norms?|needs?|wishes|conventions?|declaration|protocols?|terms|criteria|circumstances|conditions|size|age|type)$/;
