import { foldTable } from "./fold.ts";
import { isHyphen } from "./tokens.ts";

/** A word and where it stands. */
export interface WordAt {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/**
 * The word before a place, with only spaces or quotation marks between; with its hyphen
 * where one joins them: `Iranian-`.
 */
export function wordBefore(text: string, at: number): WordAt | undefined {
  const { word } = foldTable();
  let end = at;
  while (end > 0 && isGap(text.charCodeAt(end - 1))) end--;
  if (end > 0 && end === at && isHyphen(text.charCodeAt(end - 1))) end--;
  const hyphen = at - end === 1 && isHyphen(text.charCodeAt(end)) ? "-" : "";
  let start = end;
  while (start > 0 && word[text.charCodeAt(start - 1)] === 1) start--;
  return start === end
    ? undefined
    : { word: text.slice(start, end) + hyphen, start, end };
}

/** The word after a place, past `'s`; with its hyphen where one joins them: `-speaking`. */
export function wordAfter(text: string, at: number): WordAt | undefined {
  const { word } = foldTable();
  let start = at;
  const possessive = text.charCodeAt(start);
  if (
    (possessive === 0x27 || possessive === 0x2019) && text[start + 1] === "s" &&
    word[text.charCodeAt(start + 2)] !== 1
  ) start += 2;
  while (start < text.length && isGap(text.charCodeAt(start))) start++;
  const hyphen = start === at && isHyphen(text.charCodeAt(start)) ? "-" : "";
  start += hyphen.length;
  let end = start;
  while (end < text.length && word[text.charCodeAt(end)] === 1) end++;
  return start === end
    ? undefined
    : { word: hyphen + text.slice(start, end), start, end };
}

/** Spaces and quotation marks; not a line's end. */
function isGap(unit: number): boolean {
  return unit === 0x20 || unit === 0xa0 || unit === 0x27 || unit === 0x22 ||
    (unit >= 0x2018 && unit <= 0x201f) || unit === 0xab || unit === 0xbb ||
    unit === 0x202f || unit === 0x2009;
}
