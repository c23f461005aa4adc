import { type Span, words } from "../words.ts";

/** A name that stands in a text. */
export interface NameFound extends Span {
  readonly id: string;
}

/**
 * Makes a finder of names in texts: whole words, as they are written; of two names at one
 * place the longer.
 *
 * @param names Names and the id each stands for.
 */
export function nameFinder(
  names: Iterable<readonly [string, string]>,
): (text: string) => NameFound[] {
  const byFirst = new Map<string, { parts: string[]; id: string }[]>();
  for (const [name, id] of names) {
    const parts = partsOf(name);
    if (parts.length === 0 || parts.join("").length < 2) continue;
    const list = byFirst.get(parts[0]) ?? [];
    list.push({ parts, id });
    byFirst.set(parts[0], list);
  }
  for (const list of byFirst.values()) {
    list.sort((a, b) => b.parts.length - a.parts.length);
  }
  return (text) => {
    const tokens = words(text);
    const bare = tokens.map(({ start, end }) => bareWord(text.slice(start, end)));
    const found: NameFound[] = [];
    for (let i = 0; i < tokens.length; i++) {
      const match = byFirst.get(bare[i])?.find(({ parts }) =>
        parts.every((part, j) => bare[i + j] === part)
      );
      if (match === undefined) continue;
      const last = i + match.parts.length - 1;
      found.push({ id: match.id, start: tokens[i].start, end: tokens[last].end });
      i = last;
    }
    return found;
  };
}

function partsOf(name: string): string[] {
  const plain = name.replace(/\s*\(.*?\)\s*/g, " ").trim();
  return words(plain).map(({ start, end }) => plain.slice(start, end));
}

/** A word without the ending of the possessive. */
function bareWord(word: string): string {
  return word.replace(/['’]s?$/, "");
}
