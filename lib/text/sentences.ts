import {
  BEFORE_NUMBER,
  MONTHS,
  NEVER_LAST,
  SOMETIMES_LAST,
  STARTERS,
} from "./abbreviations.ts";
import {
  characterTable,
  CLOSER,
  DIGIT,
  FULL_WIDTH,
  isSecondHalf,
  LETTER,
  LOWER,
  OPENER,
  SPACE,
  STOP,
  UPPER,
} from "./characters.ts";
import { isWrapped } from "./wrapping.ts";
import type { Span } from "./words.ts";

const NEWLINE = 10, HYPHEN = 45, FULL_STOP = 46, ELLIPSIS = 0x2026;

/**
 * Finds the sentences of a text in any script. A sentence ends at a stop that a space
 * follows, with the quotation marks, brackets and footnote marks that hang on it
 * (`…in Syria."[14]`); not at the stop of an abbreviation, an initial, an ordinal or a
 * date (`Gen. A. Savyon`, `Nov. 9`, `9. November`), nor, where a text is wrapped into
 * lines, at the end of a line. An end of a paragraph always ends it, an open quotation or
 * not, so that a quotation over several paragraphs is several sentences.
 *
 * @param text Any text.
 * @returns The sentences in order, without overlaps and without the space around them;
 *   together they hold every character that is not white space.
 *
 * @example
 * ```ts
 * import { sentences } from "aras";
 * import { assertEquals } from "@std/assert";
 *
 * const text = "The U.S. envoy left on Nov. 9. “We talked.”[2] Nobody replied.";
 * assertEquals(sentences(text).map(({ start, end }) => text.slice(start, end)), [
 *   "The U.S. envoy left on Nov. 9.",
 *   "“We talked.”[2]",
 *   "Nobody replied.",
 * ]);
 * ```
 */
export function sentences(text: string): Span[] {
  const reader = new Reader(text);
  const found: Span[] = [];
  const table = reader.table;
  let start = -1, last = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const kind = table[unit];
    if ((kind & SPACE) === 0) {
      if (start < 0) start = i;
      last = i + 1;
      if ((kind & STOP) === 0) continue;
      const end = reader.endAt(start, i);
      if (end > 0) {
        found.push({ start, end });
        start = -1;
        i = end - 1;
      } else if (end < 0) {
        last = -end;
        i = last - 1;
      }
    } else if (unit === NEWLINE && start >= 0 && reader.breaksAt(i, last)) {
      found.push({ start, end: last });
      start = -1;
    }
  }
  if (start >= 0) found.push({ start, end: last });
  return found;
}

/** Reads the surroundings of one place of a text. */
class Reader {
  readonly table = characterTable();
  #wrapped: boolean | undefined;

  constructor(readonly text: string) {}

  /**
   * Where the sentence ends whose stop is at `at`; where it does not end, minus the place
   * at which to read on.
   */
  endAt(start: number, at: number): number {
    const { text, table } = this;
    let after = at + 1;
    while (after < text.length && (table[text.charCodeAt(after)] & STOP) !== 0) after++;
    const fullWidth = (table[text.charCodeAt(after - 1)] & FULL_WIDTH) !== 0;
    const hung = this.#skipHanging(after);
    if (hung >= text.length) return hung;
    const next = text.charCodeAt(hung);
    if ((table[next] & SPACE) === 0) {
      if (fullWidth) return hung;
      return this.#isGlued(at, after) ? after : -after;
    }
    return this.#continues(start, at, after, hung) ? -hung : hung;
  }

  /** Tells whether the line break at `at`, after text that ended at `last`, ends a sentence. */
  breaksAt(at: number, last: number): boolean {
    const { text, table } = this;
    let next = at + 1;
    for (; next < text.length; next++) {
      const unit = text.charCodeAt(next);
      if (unit === NEWLINE) return true;
      if ((table[unit] & SPACE) === 0) break;
    }
    if (next >= text.length) return true;
    this.#wrapped ??= isWrapped(text);
    if (this.#wrapped) return isBullet(text, next);
    const before = table[text.charCodeAt(last - 1)];
    return !((table[text.charCodeAt(next)] & LOWER) !== 0 &&
      (before & (LOWER | DIGIT)) !== 0);
  }

  /** Past closing quotation marks, brackets and footnote marks: `."[14]`, `.²`, `.12`. */
  #skipHanging(from: number): number {
    const { text, table } = this;
    let i = from;
    for (;;) {
      while (i < text.length && this.#hangs(i)) i++;
      const mark = footnoteEnd(text, i);
      if (mark === i) break;
      i = mark;
    }
    const digits = i;
    while (i < text.length && i - digits < 3 && isAsciiDigit(text.charCodeAt(i))) i++;
    const isNote = i > digits && digits >= 2 &&
      (i >= text.length || (table[text.charCodeAt(i)] & SPACE) !== 0) &&
      (table[text.charCodeAt(from - 2)] & (LOWER | CLOSER)) !== 0 &&
      !BEFORE_NUMBER.has(this.#wordBefore(from - 1).toLowerCase());
    return isNote ? i : digits;
  }

  #hangs(at: number): boolean {
    const unit = this.text.charCodeAt(at);
    const kind = this.table[unit];
    return (kind & (OPENER | CLOSER)) !== 0 && !isOpeningBracket(unit) ||
      isSuperscript(unit);
  }

  /** A stop between words that lack their space: `war.The`; not `example.com`, `Ph.D`. */
  #isGlued(at: number, after: number): boolean {
    const { text, table } = this;
    const kind = (i: number) => table[text.charCodeAt(i)];
    if (after !== at + 1 || (kind(after) & UPPER) === 0) return false;
    if ((kind(after + 1) & (LOWER | SPACE)) === 0) return false;
    if ((kind(at - 1) & kind(at - 2) & kind(at - 3) & LOWER) === 0) return false;
    let first = at - 3;
    while (first > 0 && (kind(first - 1) & LETTER) !== 0) first--;
    if (first > 0 && (kind(first - 1) & (SPACE | OPENER)) === 0) return false;
    let end = after;
    while (end < text.length && (kind(end) & LETTER) !== 0) end++;
    const mark = text[end];
    return mark !== "." && mark !== "/" && mark !== "@" && mark !== "_";
  }

  /** Tells whether a stop with a space behind it leaves the sentence open. */
  #continues(start: number, at: number, after: number, hung: number): boolean {
    const { text, table } = this;
    let next = hung;
    while (next < text.length && (table[text.charCodeAt(next)] & SPACE) !== 0) {
      if (text.charCodeAt(next) === NEWLINE && !this.#joins(next)) return false;
      next++;
    }
    if (next >= text.length) return false;
    while (next < text.length && (table[text.charCodeAt(next)] & OPENER) !== 0) next++;
    const kind = table[text.charCodeAt(next)];
    if ((kind & LOWER) !== 0) return true;
    const unit = text.charCodeAt(at);
    if (unit === ELLIPSIS || unit !== FULL_STOP || after !== at + 1) {
      // After dots a figure or a sign goes on more often than not.
      return (unit === ELLIPSIS || unit === FULL_STOP) && (kind & LETTER) === 0;
    }
    if (hung !== after && !isFootnoteBracket(text.charCodeAt(after))) return false;
    return this.#isAbbreviation(start, at, next);
  }

  /** A line break within a paragraph of wrapped lines. */
  #joins(newline: number): boolean {
    let next = newline + 1;
    while (next < this.text.length) {
      const unit = this.text.charCodeAt(next);
      if (unit === NEWLINE) return false;
      if ((this.table[unit] & SPACE) === 0) break;
      next++;
    }
    return (this.#wrapped ??= isWrapped(this.text)) && !isBullet(this.text, next);
  }

  #isAbbreviation(start: number, at: number, next: number): boolean {
    const { text, table } = this;
    const word = this.#wordBefore(at);
    if (word === "") return false;
    const nextKind = table[text.charCodeAt(next)];
    const first = at - word.length;
    if (isNumber(word)) {
      // "1. First point", "9. November"; but "in 2020. Then".
      return first === start && word.length <= 3 ||
        word.length <= 2 && MONTHS.has(this.#wordAt(next).toLowerCase());
    }
    const lower = word.toLowerCase();
    if (NEVER_LAST.has(lower)) return true;
    if (BEFORE_NUMBER.has(lower)) {
      return (nextKind & DIGIT) !== 0 ||
        lower.length > 2 && (nextKind & UPPER) !== 0 && /^[IVXLC]+\b/.test(
            text.slice(next, next + 8),
          );
    }
    const couldStart = STARTERS.has(this.#wordAt(next).toLowerCase());
    if (word.length === 1) {
      // An initial; but "2020 г. Иран", "и т. д. Иран" and "Plan B. The".
      if ((table[word.charCodeAt(0)] & UPPER) !== 0) return !couldStart || word === "I";
      const before = this.#wordBefore(first - 1);
      return (nextKind & UPPER) === 0 || !(isNumber(before) || before.endsWith("."));
    }
    if (word.includes(".")) return !couldStart && (nextKind & (LETTER | DIGIT)) !== 0;
    return SOMETIMES_LAST.has(lower) && !couldStart;
  }

  /** The letters, digits, dots and hyphens before a place. */
  #wordBefore(end: number): string {
    const { text, table } = this;
    let i = end;
    while (i > 0 && end - i < 24) {
      const unit = text.charCodeAt(i - 1);
      const isPart = (table[unit] & (LETTER | DIGIT)) !== 0 || unit === FULL_STOP ||
        unit === HYPHEN;
      if (!isPart || isSecondHalf(unit) && table[text.charCodeAt(i - 2)] === 0) break;
      i--;
    }
    return text.slice(i, end);
  }

  #wordAt(start: number): string {
    const { text, table } = this;
    let i = start;
    while (i < text.length && (table[text.charCodeAt(i)] & LETTER) !== 0) i++;
    return text.slice(start, i);
  }
}

/** Past a footnote mark in brackets, `[14]` or `[a]`. */
function footnoteEnd(text: string, at: number): number {
  if (!isFootnoteBracket(text.charCodeAt(at))) return at;
  for (let i = at + 1; i <= at + 4 && i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 93) return i > at + 1 ? i + 1 : at;
    if (!isAsciiDigit(unit) && !(unit >= 97 && unit <= 122)) return at;
  }
  return at;
}

function isFootnoteBracket(unit: number): boolean {
  return unit === 91;
}

function isOpeningBracket(unit: number): boolean {
  return unit === 40 || unit === 91 || unit === 123;
}

function isAsciiDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57;
}

/** Superscript figures and the asterisk and daggers of footnotes. */
function isSuperscript(unit: number): boolean {
  return unit === 0xb2 || unit === 0xb3 || unit === 0xb9 || unit === 0x2070 ||
    unit >= 0x2074 && unit <= 0x2079 || unit === 42 || unit === 0x2020 ||
    unit === 0x2021;
}

function isNumber(word: string): boolean {
  return /^\p{N}+$/u.test(word);
}

/** A line that begins a point of a list, and so does not go on with the line before. */
function isBullet(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (isSecondHalf(unit)) return false;
  return unit === 0x2022 || unit === 0xb7 || unit === 0x25aa ||
    /^(?:[-*–—]\s|\(?\d{1,3}[.)]\s)/.test(text.slice(at, at + 6));
}
