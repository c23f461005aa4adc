import { QUOTE } from "./marks.ts";
import type { Tokens } from "./tokens.ts";

/** A quotation in marks: numbers of tokens. */
export interface Quoted {
  /** The mark that opens it. */
  readonly open: number;
  /** The mark that closes it; the number of tokens where none does. */
  readonly close: number;
}

const PAIRS: Record<string, string> = {
  "“": "”",
  "„": "“”",
  "«": "»",
  "»": "«",
  "``": "''",
};

/**
 * Pairs the quotation marks of a paragraph. Straight marks open and close by turns;
 * single ones count outside double ones alone. A quotation that the paragraph leaves open
 * goes on in the next.
 */
export function pairQuotes(tokens: Tokens): Quoted[] {
  const { count, type, text, start, end } = tokens;
  const found: Quoted[] = [];
  for (let i = 0; i < count; i++) {
    if (type[i] !== QUOTE) continue;
    const mark = text.slice(start[i], end[i]);
    const single = isSingle(mark);
    if (single && text[end[i]] === " " && text[start[i] - 1] === " " && mark !== "`") {
      continue;
    }
    if (single && !/[\p{L}\p{N}\[ ]/u.test(text[end[i]] ?? "")) continue;
    if (mark === "”" || mark === "''") {
      // A closing mark that opens: as some typesetters have it, after a space.
      if (i > 0 && start[i] === end[i - 1]) continue;
    }
    const close = closing(tokens, i, mark, single);
    if (close < 0) {
      if (!single) found.push({ open: i, close: count });
      if (single) continue;
      break;
    }
    found.push({ open: i, close });
    i = close;
  }
  return found;
}

function closing(tokens: Tokens, open: number, mark: string, single: boolean): number {
  const { count, type, text, start, end } = tokens;
  const wanted = PAIRS[mark] ?? (single ? "'’" : "\"”''");
  for (let i = open + 1; i < count; i++) {
    if (type[i] !== QUOTE) continue;
    const other = text.slice(start[i], end[i]);
    if (single) {
      if (wanted.includes(other) && /[\s.,;:!?)\-–—]|$/.test(text[end[i]] ?? "")) {
        return i;
      }
    } else if (!isSingle(other) && (wanted.includes(other) || other === '"')) return i;
  }
  return -1;
}

function isSingle(mark: string): boolean {
  return mark === "'" || mark === "‘" || mark === "’" || mark === "`";
}
