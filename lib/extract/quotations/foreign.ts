import type { Attribution } from "./attribution.ts";
import {
  COLON,
  COMMA,
  DASH,
  END,
  OTHER,
  QUOTE,
  SEMICOLON,
  STOP,
  WORD,
} from "./marks.ts";
import { is, type Run } from "./phrases.ts";
import type { Quoted } from "./quoted.ts";
import type { Tokens } from "./tokens.ts";
import { FOREIGN } from "./word_classes.ts";

/** How many words may stand between a quotation and its cue, and name who speaks. */
const NEAR = 6, LONGEST = 12;
const ARMENIAN = /\p{Script=Armenian}/u;

/**
 * Who says a quotation in another language than English, by a form of a verb of speech
 * beside it: `«…», — сказал X`, `X sagte: „…“`, `X, “…” dedi`. Only direct speech is read
 * so: what is reported in other words needs a grammar of each language.
 *
 * @param tokens A paragraph.
 * @param quote One of its quotations.
 */
export function foreignAttribution(
  tokens: Tokens,
  quote: Quoted,
): Attribution | undefined {
  const told = after(tokens, quote) ?? before(tokens, quote);
  if (told === undefined) return undefined;
  const content = { from: quote.open, to: Math.min(tokens.count, quote.close + 1) };
  return { ...told, contents: [content], pattern: "quote" };
}

type Told = Pick<Attribution, "source" | "cue">;

/** `«…», — сказал X`; where nobody follows, who is named before the quotation. */
function after(tokens: Tokens, { open, close }: Quoted): Told | undefined {
  let first = close + 1;
  while (isGap(tokens, first)) first++;
  for (let at = first; at <= first + NEAR && tokens.type[at] === WORD; at++) {
    const end = cueEnd(tokens, at);
    if (end < 0) continue;
    const source = wordsAfter(tokens, end) ?? trimmed(tokens, first, at) ??
      wordsBefore(tokens, open);
    return { source, cue: { from: at, to: end } };
  }
  return undefined;
}

/** `X sagte: „…“`; Armenian has a stop for the colon. */
function before(tokens: Tokens, { open }: Quoted): Told | undefined {
  const stopped = open > 1 && tokens.type[open - 1] === STOP &&
    ARMENIAN.test(tokens.text[tokens.end[open - 2] - 1]);
  let last = stopped ? open - 2 : open - 1;
  while (last >= 0 && (isGap(tokens, last) || tokens.type[last] === COLON)) last--;
  for (let at = last; at >= 0 && at > last - NEAR && tokens.type[at] === WORD; at--) {
    const end = cueEnd(tokens, at);
    if (end < 0) continue;
    if (stopped && end !== open - 1) return undefined;
    const source = wordsBefore(tokens, at) ??
      (end <= last ? trimmed(tokens, end, last + 1) : undefined);
    return { source, cue: { from: at, to: end } };
  }
  return undefined;
}

/** Where the cue ends that begins at a token; -1 where none does. */
function cueEnd({ flags, id, lexicon }: Tokens, at: number): number {
  if ((flags[at] & FOREIGN) === 0) return -1;
  for (const rest of lexicon.foreign.get(id[at]) ?? []) {
    if (rest.every((word, k) => id[at + 1 + k] === word)) return at + 1 + rest.length;
  }
  return -1;
}

function wordsAfter(tokens: Tokens, from: number): Run | undefined {
  let to = from;
  while (to < from + LONGEST && tokens.type[to] === WORD) to++;
  return trimmed(tokens, from, to);
}

/** The words before a token, back to where the sentence or a quotation ends. */
function wordsBefore(tokens: Tokens, to: number): Run | undefined {
  let end = to;
  while (end > 0 && isGap(tokens, end - 1)) end--;
  let from = end;
  while (from > 0 && from > end - LONGEST && !isBound(tokens.type[from - 1])) from--;
  return trimmed(tokens, from, end);
}

function isBound(type: number): boolean {
  return type === STOP || type === QUOTE || type === COLON || type === SEMICOLON ||
    type === END;
}

function isGap({ type, text, start }: Tokens, at: number): boolean {
  return type[at] === COMMA || type[at] === DASH ||
    type[at] === OTHER && text[start[at]] === "-";
}

/** A run without the auxiliary before its verb: "X a" of "X a déclaré". */
function trimmed(tokens: Tokens, from: number, end: number): Run | undefined {
  let to = end;
  while (
    to > from && (tokens.type[to - 1] !== WORD ||
      tokens.capital[to - 1] === 0 && tokens.end[to - 1] - tokens.start[to - 1] < 3)
  ) to--;
  return to > from && !is(tokens, from, FOREIGN) ? { from, to } : undefined;
}
