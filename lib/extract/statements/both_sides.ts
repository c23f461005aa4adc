import type { Stretch } from "../stance/reading.ts";

const BOTH =
  /\b(?:both (?:sides|countries|parties|nations|neighbou?rs)|(?:the|all) (?:two |conflicting |warring )?(?:sides|parties)|the two (?:countries|neighbou?rs|nations|states))\b/gi;

/** Finds where a text speaks of two sides without naming them: `both sides`, in order. */
export function bothSidesIn(text: string): Stretch[] {
  return Array.from(text.matchAll(BOTH), ({ 0: words, index }) => ({
    start: index,
    end: index + words.length,
  }));
}
