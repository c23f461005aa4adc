import { foldText } from "./fold.ts";
import { BASE } from "./inflection.ts";
import { isWord, wordAfter, wordBefore } from "./neighbours.ts";
import { isPlace } from "./places.ts";

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
  /** Folded words that must stand somewhere near, where the other two are empty. */
  readonly near?: string;
  /** `@place`: the name must stand where a place does (see `places.ts`). */
  readonly place?: boolean;
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
  if (written === "@place") {
    return { written, before: [], after: [], place: true, wild: false };
  }
  return { written, before: [], after: [], near: words(written).join(" "), wild };
}

const patterns = new Map<string, RegExp>();

/** A pattern of folded words, `*` for any ending; made when it is first needed. */
function patternOf(near: string): RegExp {
  let pattern = patterns.get(near);
  if (pattern === undefined) {
    const escaped = near.replace(/[.+?^${}()|[\]\\]/g, "\\$&")
      .replaceAll("*", "[\\p{L}\\p{M}]*");
    pattern = new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, "u");
    patterns.set(near, pattern);
  }
  return pattern;
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
    context.every(({ before, after, near, place }) => {
      if (place) return isPlace(text, start, end, BASE);
      if (near === undefined) {
        return standsBefore(before, text, start) && standsAfter(after, text, end);
      }
      surroundings ??= foldText(text.slice(Math.max(0, start - NEARBY), end + NEARBY));
      return patternOf(near).test(surroundings);
    })
  );
}

function standsBefore(words: readonly string[], text: string, start: number): boolean {
  let at = start;
  for (let i = words.length - 1; i >= 0; i--) {
    const found = wordBefore(text, at);
    if (found === undefined) return false;
    const joined = words[i].endsWith("-");
    if (joined ? !found.hyphen : found.hyphen && !words[i].endsWith("*")) return false;
    const word = joined ? words[i].slice(0, -1) : words[i];
    if (!isWord(word, text, found.start, found.end)) return false;
    at = found.start;
  }
  return true;
}

function standsAfter(words: readonly string[], text: string, end: number): boolean {
  let at = end;
  for (const word of words) {
    const found = wordAfter(text, at);
    if (found === undefined) return false;
    const joined = word.startsWith("-");
    if (joined !== found.hyphen) return false;
    if (!isWord(joined ? word.slice(1) : word, text, found.start, found.end)) {
      return false;
    }
    at = found.end;
  }
  return true;
}
