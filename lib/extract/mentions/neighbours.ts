import { foldTable, SKIPPED } from "./fold.ts";
import { isHyphen } from "./tokens.ts";

/** Where a word stands. */
export interface WordAt {
  readonly start: number;
  readonly end: number;
  /** Whether a hyphen joins it to the place from which it was looked for. */
  readonly hyphen: boolean;
}

/**
 * The word before a place, with only spaces or quotation marks between, or a hyphen that
 * joins them: `Iranian-`.
 */
export function wordBefore(text: string, at: number): WordAt | undefined {
  const { word } = foldTable();
  let end = at;
  while (end > 0 && isGap(text.charCodeAt(end - 1))) end--;
  const hyphen = end > 0 && end === at && isHyphen(text.charCodeAt(end - 1));
  if (hyphen) end--;
  let start = end;
  while (start > 0 && word[text.charCodeAt(start - 1)] === 1) start--;
  return start === end ? undefined : { start, end, hyphen };
}

/** The word after a place, past `'s`, or after a hyphen that joins them: `-speaking`. */
export function wordAfter(text: string, at: number): WordAt | undefined {
  const { word } = foldTable();
  let start = at;
  const possessive = text.charCodeAt(start);
  if (
    (possessive === 0x27 || possessive === 0x2019) &&
    text.charCodeAt(start + 1) === 0x73 && word[text.charCodeAt(start + 2)] !== 1
  ) start += 2;
  while (start < text.length && isGap(text.charCodeAt(start))) start++;
  const hyphen = start === at && isHyphen(text.charCodeAt(start));
  if (hyphen) start++;
  let end = start;
  while (end < text.length && word[text.charCodeAt(end)] === 1) end++;
  return start === end ? undefined : { start, end, hyphen };
}

/**
 * Whether the word at `text[start, end)` is a folded one, or begins with it.
 *
 * @param folded A word folded as `foldText` does; with `*` at its end any ending will do.
 */
export function isWord(
  folded: string,
  text: string,
  start: number,
  end: number,
): boolean {
  const { letter } = foldTable();
  const open = folded.endsWith("*"), length = folded.length - (open ? 1 : 0);
  let seen = 0;
  for (let i = start; i < end && seen < length; i++) {
    const unit = letter[text.charCodeAt(i)];
    if (unit === SKIPPED) continue;
    if (unit !== folded.charCodeAt(seen++)) return false;
    if (seen === length) return open || restIsSkipped(text, i + 1, end);
  }
  return open && length === 0;
}

function restIsSkipped(text: string, start: number, end: number): boolean {
  const { letter } = foldTable();
  for (let i = start; i < end; i++) {
    if (letter[text.charCodeAt(i)] !== SKIPPED) return false;
  }
  return true;
}

/** Spaces and quotation marks; not a line's end. */
function isGap(unit: number): boolean {
  return unit === 0x20 || unit === 0xa0 || unit === 0x27 || unit === 0x22 ||
    (unit >= 0x2018 && unit <= 0x201f) || unit === 0xab || unit === 0xbb ||
    unit === 0x202f || unit === 0x2009;
}
