import type { CueWord } from "../knowledge.ts";
import { sentences } from "../../text/sentences.ts";
import type { Span } from "../../text/words.ts";
import type { Attribution } from "./attribution.ts";
import { SentenceReader } from "./attributions.ts";
import { BlockReader, headline, type Opening, type Voice } from "./blocks.ts";
import { foreignAttribution } from "./foreign.ts";
import { Lexicon } from "./lexicon.ts";
import { QUOTE, STOP, WORD } from "./marks.ts";
import { is, lower, reports, type Run } from "./phrases.ts";
import { pairQuotes, type Quoted } from "./quoted.ts";
import { outerSentences, paragraphEnd } from "./sentence_runs.ts";
import { Tokens } from "./tokens.ts";
import { TALKING } from "./verb_kinds.ts";
import {
  AUX,
  CUE_NOUN,
  FOREIGN,
  OTHER_VERB,
  PREP,
  REPORTING,
  VERB,
} from "./word_classes.ts";

/** A report of speech by offset, before it is known who the speaker is. */
export interface Attributed {
  readonly start: number;
  readonly end: number;
  readonly kind: "direct" | "mixed" | "indirect";
  /** By whom and which words: one object for all the rows of one cue. */
  readonly voice: Voice;
  readonly pattern: Attribution["pattern"];
  /** Whether it holds only where who speaks is somebody known. */
  readonly doubtful: boolean;
}

/** Finds reports of speech in a text. */
export class AttributionReader {
  readonly #lexicon: Lexicon;
  readonly #tokens: Tokens;

  /** @param cues Words of speech: rows of the table `speech_cues`. */
  constructor(cues: readonly CueWord[]) {
    this.#lexicon = new Lexicon(cues);
    this.#tokens = new Tokens(this.#lexicon);
  }

  /**
   * Reads a text from beginning to end.
   *
   * @param text The text of an article.
   * @param bounds Its sentences.
   * @param isOutlet Whether an outlet's name stands at a stretch of the text.
   * @returns What it reports as said, in the order in which it was read; a report in two
   *   parts ("A, he said, B") is two rows, a quotation over paragraphs one a paragraph.
   */
  read(
    text: string,
    bounds: readonly Span[] = sentences(text),
    isOutlet: (start: number, end: number) => boolean = () => false,
  ): Attributed[] {
    const found: Attributed[] = [];
    const block = new BlockReader(), tokens = this.#tokens;
    const starts: number[] = [];
    let s = 0;
    const returns = text.includes("\r");
    for (let start = 0, end = 0; start < text.length; start = end + 1) {
      end = paragraphEnd(text, start, returns);
      if (end === start) continue;
      starts.length = 0;
      while (s < bounds.length && bounds[s].start < end) starts.push(bounds[s++].start);
      tokens.read(text, start, end);
      if (tokens.count === 0) continue;
      const quotes = tokens.quoted ? pairQuotes(tokens) : NONE;
      const first = found.length;
      const opening = headline(tokens, isOutlet) ?? block.opening(tokens, quotes);
      if (opening !== undefined) push(found, tokens, opening);
      if (tokens.quoted || (tokens.any & REPORTING) !== 0) {
        this.#paragraph(found, tokens, quotes, starts, opening);
        if ((tokens.any & FOREIGN) !== 0) tellForeign(found, first, tokens, quotes);
      }
      block.close(tokens, quotes, found, first);
    }
    return found;
  }

  #paragraph(
    found: Attributed[],
    tokens: Tokens,
    quotes: readonly Quoted[],
    starts: number[],
    opening: Opening | undefined,
  ) {
    let last: Voice | undefined;
    const told = opening?.contents[0];
    for (const { from, to } of outerSentences(tokens, quotes, starts)) {
      if (told !== undefined && from >= told.from && from < told.to) continue;
      if (quotes.length === 0 && !reports(tokens, from, to)) continue;
      const reader = new SentenceReader(tokens, from, to, quotes, this.#lexicon);
      for (const attribution of reader.read()) {
        last = push(found, tokens, attribution);
      }
      for (const quote of reader.untold) {
        // A sentence that is nothing but a quotation goes on with the one before, where
        // the next one does not tell whose words they are.
        if (!isWhole(tokens, quote, from, to)) continue;
        const held = wordsOf(tokens, to) ?? last;
        if (held === undefined) continue;
        push(found, tokens, {
          held,
          contents: [{ from: quote.open, to: Math.min(to, quote.close + 1) }],
          pattern: "continued",
        });
      }
    }
    for (const quote of quotes) {
      if (quote.close - quote.open < NESTING) continue;
      this.#nested(found, tokens, quote, starts);
    }
  }

  /** What somebody who is quoted at length reports of others. */
  #nested(found: Attributed[], tokens: Tokens, quote: Quoted, starts: number[]) {
    const from = quote.open + 1, to = Math.min(quote.close, tokens.count);
    const bounds = [from];
    for (let i = from + 1; i < to; i++) {
      if (starts.includes(tokens.start[i]) || tokens.type[i - 1] === STOP) {
        bounds.push(i);
      }
    }
    bounds.forEach((start, i) => {
      const end = bounds[i + 1] ?? to;
      if (end - start < 5) return;
      const reader = new SentenceReader(tokens, start, end, [], this.#lexicon, true);
      for (const attribution of reader.read()) {
        const { source, verb } = attribution;
        if (source === undefined || verb === undefined) continue;
        const subject = lower(tokens, source.from);
        const single = source.to - source.from === 1;
        if (!verb.clause && (verb.kinds & TALKING) === 0) continue;
        if (
          (single && NOBODY.test(subject)) ||
          (FIRST_PERSON.test(subject) && !verb.person)
        ) continue;
        push(found, tokens, { ...attribution, pattern: "nested" });
      }
    });
  }
}

const NONE: readonly Quoted[] = [];
/** Adds who says the quotations, told by nobody yet, in other languages than English. */
function tellForeign(
  found: Attributed[],
  first: number,
  tokens: Tokens,
  quotes: readonly Quoted[],
) {
  const told = found.slice(first);
  for (const quote of quotes) {
    const at = tokens.start[quote.open];
    if (told.some(({ start, end }) => start <= at && at < end)) continue;
    const attribution = foreignAttribution(tokens, quote);
    if (attribution !== undefined) push(found, tokens, attribution);
  }
}

/** A quotation so long, in words and marks, holds reports of its own. */
const NESTING = 30;
const NOBODY = /^(?:you|our|my|us|it|this|that|these|those|there|one)$/;
const FIRST_PERSON = /^(?:i|we)$/;

function isWhole(tokens: Tokens, quote: Quoted, from: number, to: number): boolean {
  return quote.open === from && quote.close + 2 >= to &&
    tokens.type[quote.open] === QUOTE;
}

/** "These words of the minister": whose words a quotation was that ended before. */
function wordsOf(tokens: Tokens, at: number): Voice | undefined {
  const of = at + 2;
  if (
    of + 1 >= tokens.count || !is(tokens, at + 1, CUE_NOUN) ||
    !/^(?:these|those|such|the|this|that)$/.test(lower(tokens, at)) ||
    !/^(?:of|by|from)$/.test(lower(tokens, of))
  ) return undefined;
  let to = of + 1;
  while (
    to < tokens.count && tokens.type[to] === WORD &&
    (to === of + 1 || !is(tokens, to, AUX | PREP | VERB | OTHER_VERB))
  ) to++;
  const { start, end } = tokens;
  return {
    source: { start: start[of + 1], end: end[to - 1] },
    cue: { start: start[at + 1], end: end[at + 1] },
  };
}

function push(
  found: Attributed[],
  tokens: Tokens,
  attribution: Attribution | Opening,
): Voice {
  const { text, start, end, count } = tokens;
  // A quotation that its paragraph leaves open ends with it.
  const span = ({ from, to }: Run) => ({
    start: start[from],
    end: end[Math.min(to, count) - 1],
  });
  const { contents, pattern } = attribution;
  const voice = ("held" in attribution ? attribution.held : undefined) ?? {
    source: attribution.source && span(attribution.source),
    cue: attribution.cue && span(attribution.cue),
  };
  for (const content of contents) {
    const { start: from, end: to } = span(content);
    const inner = text.slice(from, to);
    const quoted = /["“”«»]|``|''/.test(inner);
    const direct = /^["“”„«»‘']|^``/.test(inner) &&
      /(?:["“”«»’']|'')$/.test(inner);
    found.push({
      start: from,
      end: to,
      kind: direct ? "direct" : quoted ? "mixed" : "indirect",
      voice,
      pattern,
      doubtful: "doubtful" in attribution && attribution.doubtful === true,
    });
  }
  return voice;
}
