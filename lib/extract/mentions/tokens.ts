import { characterTable, SPACE } from "../../text/characters.ts";
import { foldTable } from "./fold.ts";

/** The words and marks of a name; spaces and hyphens only part them. */
export function tokensOf(name: string): string[] {
  const { word } = foldTable(), classes = characterTable();
  const tokens: string[] = [];
  for (let i = 0; i < name.length;) {
    const unit = name.charCodeAt(i);
    if (word[unit] === 1) {
      let end = i;
      while (end < name.length && word[name.charCodeAt(end)] === 1) end++;
      tokens.push(name.slice(i, end));
      i = end;
      continue;
    }
    if (!isHyphen(unit) && (classes[unit] & SPACE) === 0) {
      tokens.push(name[i] === "’" || name[i] === "ʼ" ? "'" : name[i]);
    }
    i++;
  }
  return tokens;
}

/** The words and marks of a name, in each way that it is written. */
export function spellings(name: string): string[][] {
  const written = [name];
  // Persian writes the parts of a word with a joiner or a space; Armenian "and" is one
  // letter or two.
  if (name.includes("\u200c")) written.push(name.replaceAll("\u200c", " "));
  if (name.includes("և")) written.push(name.replaceAll("և", "եւ"));
  if (name.includes("եւ")) written.push(name.replaceAll("եւ", "և"));
  return written.map(tokensOf).filter((tokens) => tokens.length > 0);
}

/** Whether a code unit joins the parts of a word: hyphens and the en dash. */
export function isHyphen(unit: number): boolean {
  return unit === 0x2d || (unit >= 0x2010 && unit <= 0x2013) || unit === 0x58a;
}
