import { foldTable, foldText } from "./fold.ts";

/** How far from a name a context without a place for it may stand, in code units. */
const NEARBY = 240;

/** One condition of a context. */
export interface Condition {
  /** As it was written, `_` in the name's place. */
  readonly written: string;
  /** Folded words that must stand right before the name, the nearest last. */
  readonly before: readonly string[];
  /** Folded words that must stand right after it. */
  readonly after: readonly string[];
  /** A text that must stand somewhere near, where the other two are empty. */
  readonly near?: RegExp;
  /** Whether a word of it has any ending. */
  readonly wild: boolean;
}

/** A context of a name: all its conditions must hold. */
export type Context = readonly Condition[];

/**
 * Reads contexts written as `East _;ethnic _ + Iran*;Thanksgiving` (see `Alias.unless`).
 *
 * @param written Contexts with `;` between them, conditions with ` + `; empty for none.
 * @param name The name; a context that holds it, `East Azerbaijan`, means `East _`.
 */
export function parseContexts(written: string, name: string): Context[] {
  return written.split(";").map((part) => part.trim()).filter((part) => part !== "")
    .map((part) => part.split(" + ").map((one) => parseCondition(one.trim(), name)));
}

function parseCondition(given: string, name: string): Condition {
  const written = given.includes("_") ? given : given.replace(name, "_");
  const wild = written.includes("*");
  const words = (text: string) =>
    text.trim().split(/\s+/).filter((word) => word !== "").map(foldText);
  if (written.includes("_")) {
    const [before, after] = written.split("_");
    return { written, before: words(before), after: words(after), wild };
  }
  const escaped = words(written).join(" ").replace(/[.+?^${}()|[\]\\]/g, "\\$&")
    .replaceAll("*", "[\\p{L}\\p{M}]*");
  const near = new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, "u");
  return { written, before: [], after: [], near, wild };
}

/** Tells whether any of the contexts is that of the name at `text[start, end)`. */
export function inContext(
  contexts: readonly Context[],
  text: string,
  start: number,
  end: number,
): boolean {
  let surroundings: string | undefined;
  return contexts.some((context) =>
    context.every(({ before, after, near }) => {
      if (near === undefined) {
        return standsBefore(before, text, start) && standsAfter(after, text, end);
      }
      surroundings ??= foldText(text.slice(Math.max(0, start - NEARBY), end + NEARBY));
      return near.test(surroundings);
    })
  );
}

function standsBefore(words: readonly string[], text: string, start: number): boolean {
  let at = start;
  for (let i = words.length - 1; i >= 0; i--) {
    const found = wordBefore(text, at);
    if (found === undefined || !agrees(words[i], foldText(found.word))) return false;
    at = found.start;
  }
  return true;
}

function standsAfter(words: readonly string[], text: string, end: number): boolean {
  let at = end;
  for (const word of words) {
    const found = wordAfter(text, at);
    if (found === undefined || !agrees(word, foldText(found.word))) return false;
    at = found.end;
  }
  return true;
}

function agrees(pattern: string, word: string): boolean {
  return pattern.endsWith("*")
    ? word.startsWith(pattern.slice(0, -1))
    : pattern === word;
}

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

function isHyphen(unit: number): boolean {
  return unit === 0x2d || (unit >= 0x2010 && unit <= 0x2013);
}
