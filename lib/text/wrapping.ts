import { characterTable, LOWER, SPACE, UPPER } from "./characters.ts";

/** How many line breaks are looked at; a text is wrapped throughout or not at all. */
const SAMPLE = 400;
/** Lines of mail and of plain-text articles are broken at 60 to 100 characters. */
const SHORTEST = 40, LONGEST = 110;

/**
 * Tells whether a text is broken into lines of one width, so that a sentence goes on from
 * line to line, rather than holding a paragraph in each line. The lines within a paragraph
 * that begin with a small letter tell it; in scripts without small letters, their even
 * width does.
 *
 * @param text Any text.
 *
 * @example
 * ```ts
 * import { isWrapped } from "aras";
 * import { assert } from "@std/assert";
 *
 * assert(!isWrapped("A title\nA first paragraph.\nA second one."));
 * ```
 */
export function isWrapped(text: string): boolean {
  const table = characterTable();
  let small = 0, capital = 0, even = 0, lines = 0;
  let lineStart = 0;
  for (let seen = 0; seen < SAMPLE; seen++) {
    const at = text.indexOf("\n", lineStart);
    if (at < 0) break;
    const length = at - lineStart;
    const next = table[text.charCodeAt(at + 1)];
    const isInside = length > 0 && at + 1 < text.length && (next & SPACE) === 0;
    if (isInside) {
      lines++;
      if (length >= SHORTEST && length <= LONGEST) even++;
      if ((next & LOWER) !== 0) small++;
      else if ((next & UPPER) !== 0) capital++;
    }
    lineStart = at + 1;
  }
  if (lines < 3) return false;
  if (small + capital > lines / 3) return small > 0.4 * (small + capital);
  return even > 0.8 * lines;
}
