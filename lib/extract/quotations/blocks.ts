import type { Pattern } from "./attribution.ts";
import { COLON, QUOTE, STOP, WORD } from "./marks.ts";
import { is, lower, type Run } from "./phrases.ts";
import type { Quoted } from "./quoted.ts";
import type { Tokens } from "./tokens.ts";
import { AUX, CUE_NOUN, FOREIGN, VERB } from "./word_classes.ts";

/** A stretch of text. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Who says something by which words; the same object for all that one cue tells. */
export interface Voice {
  readonly source?: Stretch;
  readonly cue?: Stretch;
}

/** What a paragraph begins with as said by somebody. */
export interface Opening {
  readonly source?: Run;
  readonly cue?: Run;
  /** Who says it where that stands in a paragraph before. */
  readonly held?: Voice;
  readonly contents: readonly Run[];
  readonly pattern: Pattern;
}

/** Words before a colon that name a kind of text, not a speaker. */
const LABEL =
  /^(?:source|sources|photo|image|video|note|update|disclosure|editor|read|also|related|tags|by|more|updated|published|background|analysis|opinion|warning|factbox|explainer|live)$/;

/**
 * Reads a headline of the form "Speaker: what is said", and a transcript's turns.
 *
 * @param tokens A paragraph.
 * @param isOutlet Tells the name of an outlet: "TASS: The road is shut." is no turn.
 */
export function headline(
  tokens: Tokens,
  isOutlet: (start: number, end: number) => boolean,
): Opening | undefined {
  const { count, type, capital } = tokens;
  let first = 0;
  while (first < count && type[first] === QUOTE) first++;
  let colon = first;
  while (colon < count && colon < first + 12 && type[colon] === WORD) colon++;
  if (colon === first || colon + 1 >= count || type[colon] !== COLON) return undefined;
  let capitals = 0;
  for (let i = first; i < colon; i++) {
    if (is(tokens, i, AUX | VERB | FOREIGN) && capital[i] === 0) return undefined;
    if (LABEL.test(lower(tokens, i))) return undefined;
    capitals += capital[i];
  }
  if (capital[first] === 0 || capitals * 2 < colon - first) return undefined;
  const quoted = type[colon + 1] === QUOTE;
  const ends = type[count - 1] === STOP;
  const turn = colon - first <= 3 && capitals === colon - first &&
    isUpper(tokens, first) && !isOutlet(tokens.start[first], tokens.end[colon - 1]);
  if (!quoted && !turn && (ends || capital[colon + 1] === 0)) return undefined;
  let to = count;
  if (quoted || !turn) {
    while (to > colon + 2 && type[to - 1] === STOP && !quoted) {
      to--;
    }
  }
  return {
    source: { from: first, to: colon },
    cue: { from: colon, to: colon + 1 },
    contents: [{ from: colon + 1, to }],
    pattern: "headline",
  };
}

function isUpper(tokens: Tokens, at: number): boolean {
  const word = tokens.text.slice(tokens.start[at], tokens.end[at]);
  return word.length > 2 && word === word.toUpperCase();
}

/** Who a quotation over several paragraphs is by, as they are read. */
export class BlockReader {
  #held: Voice | undefined;
  /** Whether the last quotation was left open, or a colon announced one. */
  #open = false;
  #skipped = 0;

  /** The quotation that a paragraph begins with, where an earlier paragraph tells by whom. */
  opening(tokens: Tokens, quotes: readonly Quoted[]): Opening | undefined {
    const quote = quotes[0];
    if (this.#held === undefined || quote === undefined || quote.open !== 0) {
      return undefined;
    }
    const to = Math.min(quote.close + 1, tokens.count);
    // "…," he said: the paragraph tells by itself.
    if (!this.#open && to < tokens.count && tokens.type[to] === WORD) return undefined;
    if (to < tokens.count && tokens.type[to] === WORD && to + 12 > tokens.count) {
      return undefined;
    }
    return { held: this.#held, contents: [{ from: 0, to }], pattern: "block" };
  }

  /**
   * Takes note of how a paragraph ends.
   *
   * @param found What was found so far.
   * @param first From where on it was found in this paragraph.
   */
  close(
    tokens: Tokens,
    quotes: readonly Quoted[],
    found: readonly { voice: Voice; pattern: Pattern }[],
    first: number,
  ) {
    const { count, type } = tokens;
    const last = quotes.at(-1);
    const announces = type[count - 1] === COLON;
    const own = lastOwn(found, first);
    if (announces) {
      this.#held = announced(tokens) ?? own?.voice ?? this.#held;
      this.#open = true;
      this.#skipped = 0;
      return;
    }
    if (last !== undefined && last.close >= count) {
      this.#held = own?.voice ?? this.#held;
      this.#open = true;
      this.#skipped = 0;
    } else if (quotes[0]?.open === 0) {
      this.#held = own?.voice ?? this.#held;
      this.#open = false;
      this.#skipped = 0;
    } else if (!this.#open || !isCaption(tokens) || ++this.#skipped > 2) {
      // A caption within the quotation is passed over; text of its own ends it.
      this.#held = undefined;
      this.#open = false;
    }
  }
}

/** The last report of a paragraph that the paragraph itself tells. */
function lastOwn<Report extends { voice: Voice; pattern: Pattern }>(
  found: readonly Report[],
  first: number,
): Report | undefined {
  for (let i = found.length - 1; i >= first; i--) {
    if (found[i].pattern !== "nested" && found[i].pattern !== "block") return found[i];
  }
  return undefined;
}

/** Whether a paragraph is the caption of a picture or a heading, and no text of its own. */
function isCaption(tokens: Tokens): boolean {
  const { count, type } = tokens;
  if (count < 12 || (count < 40 && type[count - 1] !== STOP)) return true;
  for (let i = 0; i < count && count < 40; i++) {
    if (lower(tokens, i) === "source") return true;
  }
  return false;
}

/** "The main points of Khamenei's speech:": the noun is the cue, its owner the speaker. */
function announced(tokens: Tokens): Voice | undefined {
  const { count, start, end } = tokens;
  for (let i = count - 2; i > 0 && i > count - 14; i--) {
    if (!is(tokens, i, CUE_NOUN) || is(tokens, i - 1, AUX)) continue;
    const cue = { start: start[i], end: end[i] };
    const owner = i - 1, word = lower(tokens, owner);
    if (word === "'s" || word === "’s") {
      let from = owner - 1;
      while (from > 0 && tokens.capital[from - 1] === 1) from--;
      return { source: { start: start[from], end: end[owner - 1] }, cue };
    }
    if (/^(?:his|her|their|its)$/.test(word)) {
      return { source: { start: start[owner], end: end[owner] }, cue };
    }
    if (word === "the") return { cue };
  }
  return undefined;
}
