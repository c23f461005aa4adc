import type { Passage } from "../passage.ts";
import { dateLine } from "./date_line.ts";

const LONGEST = 220, SHORTEST = 12;

/**
 * Reads the title of a plain text: the first line before the prose that is not a date, a
 * name of a section or a sentence that ends in a full stop.
 *
 * @param passages The text's passages that are left after cleaning, in order.
 * @returns The passage of the title, or nothing where the text begins without one.
 */
export function titlePassage(passages: readonly Passage[]): Passage | undefined {
  for (const [index, passage] of passages.slice(0, 6).entries()) {
    const { text } = passage;
    const isFollowed = passages.slice(index + 1, index + 6).some((next) =>
      next.text.length > text.length
    );
    const isTitle = text.length >= SHORTEST && text.length <= LONGEST && isFollowed &&
      !/[.:;,]\s*$/.test(text) && !text.includes("\n") && dateLine(text) === undefined;
    if (isTitle) return passage;
    if (text.length > LONGEST) return undefined;
  }
}

/** A title without the marks of Markdown. */
export function plainTitle(text: string): string {
  return text.replace(/^#+\s+|\s+#+$/g, "").replace(/\s+/g, " ").trim();
}
