import { characterTable, DIGIT, isSecondHalf, LETTER } from "./characters.ts";

/** A stretch of a text, in UTF-16 code units: `text.slice(start, end)`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

const WORD = LETTER | DIGIT;

/**
 * Finds the words of a text in any script: runs of letters, marks and digits. As in
 * Unicode's rules for word boundaries (UAX #29), an apostrophe between two letters and a
 * dot or comma between two digits stay within the word (`Araghchi's`, `1,611.5`), and a
 * hyphen parts two words; so do the dots between single letters (`U.S`).
 *
 * @param text Any text.
 * @param start Where to begin, and
 * @param end where to stop, in UTF-16 code units.
 * @returns The words in order, without overlaps.
 *
 * @example
 * ```ts
 * import { words } from "aras";
 * import { assertEquals } from "@std/assert";
 *
 * const text = "Iran's U.S.-made jets 🛩 تهران";
 * assertEquals(
 *   words(text).map(({ start, end }) => text.slice(start, end)),
 *   ["Iran's", "U.S", "made", "jets", "تهران"],
 * );
 * ```
 */
export function words(text: string, start = 0, end = text.length): Span[] {
  const table = characterTable();
  const found: Span[] = [];
  let i = start;
  while (i < end) {
    const unit = text.charCodeAt(i);
    if ((table[unit] & WORD) === 0 || isSecondHalf(unit)) {
      i++;
      continue;
    }
    const first = i;
    i = wordEnd(text, i, end, table);
    found.push({ start: first, end: i });
  }
  return found;
}

function wordEnd(text: string, from: number, end: number, table: Uint16Array): number {
  let i = from + 1;
  for (; i < end; i++) {
    const unit = text.charCodeAt(i);
    if ((table[unit] & WORD) !== 0) continue;
    if (i + 1 >= end) return i;
    const before = table[text.charCodeAt(i - 1)], after = table[text.charCodeAt(i + 1)];
    if ((before & after & LETTER) !== 0 && isApostrophe(unit)) continue;
    if (unit === 0x2e && (after & LETTER) !== 0 && isInitial(text, from, i)) continue;
    if ((before & after & DIGIT) !== 0 && joinsDigits(unit)) continue;
    return i;
  }
  return i;
}

/** `'`, `’` and the middle dot of Catalan. */
function isApostrophe(unit: number): boolean {
  return unit === 0x27 || unit === 0x2019 || unit === 0xb7;
}

/** Tells whether the word from `first` has one letter before a dot at `dot`: `U.S`. */
function isInitial(text: string, first: number, dot: number): boolean {
  return dot - 1 === first || text.charCodeAt(dot - 2) === 0x2e;
}

/** `.`, `,` and the Arabic decimal and thousands marks. */
function joinsDigits(unit: number): boolean {
  return unit === 0x2e || unit === 0x2c || unit === 0x66b || unit === 0x66c;
}
