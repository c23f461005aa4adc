import { CLOSE, QUOTE, STOP, WORD } from "./marks.ts";
import type { Run } from "./phrases.ts";
import type { Quoted } from "./quoted.ts";
import type { Tokens } from "./tokens.ts";

/** Where the paragraph ends that begins at a place: at the next line end. */
export function paragraphEnd(text: string, from: number, returns: boolean): number {
  const line = text.indexOf("\n", from), end = line < 0 ? text.length : line;
  if (!returns) return end;
  for (let i = from; i < end; i++) if (text.charCodeAt(i) === 13) return i;
  return end;
}

/** Sentences as runs of tokens; one that ends within a quotation goes on to its end. */
export function outerSentences(
  tokens: Tokens,
  quotes: readonly Quoted[],
  starts: number[],
): Run[] {
  const runs: Run[] = [];
  let from = 0;
  for (let s = 1; s < starts.length; s++) {
    const i = tokenAt(tokens, starts[s], from + 1);
    if (i < 0) continue;
    if (quotes.length > 0 && quotes.some(({ open, close }) => i > open && i <= close)) {
      continue;
    }
    // "(R-Wis.) said": the stop of an abbreviation in brackets.
    if (tokens.type[i] === CLOSE) continue;
    if (tokens.type[i] === WORD && tokens.capital[i] === 0) continue;
    runs.push({ from, to: i });
    from = i;
  }
  // A quotation that closes a sentence and is followed by another one.
  runs.push({ from, to: tokens.count });
  if (quotes.length === 0) return runs;
  return runs.flatMap((run) => afterQuotes(tokens, quotes, run));
}

/** The number of the token that begins at a place, from `low` on; -1 where none does. */
function tokenAt({ start, count }: Tokens, at: number, low: number): number {
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (start[middle] < at) low = middle + 1;
    else high = middle;
  }
  return low < count && start[low] === at ? low : -1;
}

/** Parts a run where a quotation ends with a stop and a new sentence begins. */
function afterQuotes(tokens: Tokens, quotes: readonly Quoted[], run: Run): Run[] {
  const runs: Run[] = [];
  let from = run.from;
  for (const { open, close } of quotes) {
    const next = close + 1;
    if (open < from || next >= run.to || tokens.type[close - 1] !== STOP) continue;
    const mark = tokens.text[tokens.start[close - 1]];
    const quoteNext = tokens.type[next] === QUOTE;
    if (mark === "." && (tokens.capital[next] === 1 || quoteNext)) {
      runs.push({ from, to: next });
      from = next;
    }
  }
  runs.push({ from, to: run.to });
  return runs;
}
