import type { Span } from "./words.ts";

/** A paragraph, line, heading or cell of a page, as it stood in what was read. */
export interface Passage extends Span {
  /** The passage without the white space around it. */
  readonly text: string;
  /** What the page's markup says that it is; nothing where there is no markup. */
  readonly role?: "heading" | "caption" | "item" | "aside" | "quote" | "cell";
  /** The part of it that is links, from 0 to 1. */
  readonly linked: number;
  /** Class names, roles and item properties of its element and those around it. */
  readonly marks?: string;
}

/** Why a passage is not a part of the article's text. */
export type Reason =
  | "title"
  | "date line"
  | "byline"
  | "navigation"
  | "caption"
  | "credit"
  | "related"
  | "share"
  | "membership"
  | "newsletter"
  | "advertisement"
  | "disclosure"
  | "author blurb"
  | "copyright"
  | "comments"
  | "running head"
  | "outside the article";

/** A passage that was taken out, with its place in the original text and the reason. */
export interface Removed extends Span {
  readonly text: string;
  readonly reason: Reason;
}

/** A stretch of the cleaned text and the place in the original where it begins. */
export interface Kept extends Span {
  /** Offset of its first character in the original. */
  readonly from: number;
}

/**
 * Cuts a plain text into passages: its paragraphs where its lines are wrapped, else its
 * lines.
 *
 * @param text The text as read.
 * @param wrapped Whether lines go on into one another.
 * @returns The passages that are not empty, in order.
 */
export function passagesOf(text: string, wrapped: boolean): Passage[] {
  const passages: Passage[] = [];
  const pattern = wrapped ? /\S(?:[^\n]|\n(?!\s*\n))*/g : /[^\s][^\n]*/g;
  for (const match of text.matchAll(pattern)) {
    const found = match[0].trimEnd();
    passages.push({
      start: match.index,
      end: match.index + found.length,
      text: found,
      linked: 0,
    });
  }
  return passages;
}

/**
 * Puts the kept passages together: an empty line between two where the original had one
 * between them, or where something was taken out, else a line break.
 *
 * @param original The text that the passages are spans of.
 * @param passages Those that are kept, in order.
 * @returns The text, and for each stretch of it its place in the original.
 */
export function joinPassages(
  original: string,
  passages: readonly Passage[],
): { text: string; kept: Kept[] } {
  const kept: Kept[] = [];
  let text = "", end = 0;
  for (const passage of passages) {
    if (kept.length > 0) {
      const between = original.slice(end, passage.start);
      text += between.trim() !== "" || /\n\s*\n/.test(between) ? "\n\n" : "\n";
    }
    kept.push({
      start: text.length,
      end: text.length + passage.end - passage.start,
      from: passage.start,
    });
    text += original.slice(passage.start, passage.end);
    end = passage.end;
  }
  return { text, kept };
}

/**
 * Finds where a place of the cleaned text was in the original.
 *
 * @param kept The stretches, as {@linkcode joinPassages} gives them.
 * @param offset A place in the cleaned text, in UTF-16 code units.
 * @returns The place in the original; for a place between two stretches, the end of the
 *   first.
 */
export function originalOffset(kept: readonly Kept[], offset: number): number {
  let low = 0, high = kept.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (kept[middle].start <= offset) low = middle;
    else high = middle - 1;
  }
  const stretch = kept[low];
  if (stretch === undefined) return offset;
  return stretch.from + Math.min(offset, stretch.end) - stretch.start;
}
