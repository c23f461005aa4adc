/** Gives the ids of a text's tokens, without special ones. */
export type Tokenize = (text: string) => readonly number[];

/** How many words are remembered: news of a year has fewer that come twice. */
const REMEMBERED = 100_000;
/** What is longer is no word, but a link or a picture in letters. */
const LONGEST = 40;

/**
 * Remembers the tokens of words, since a tokenizer takes a tenth of the time of the model
 * itself and most words of the news come again and again. BERT's tokenizer takes each piece
 * between blanks by itself, so the tokens of a text are those of its words in a row.
 *
 * @param tokenize A BERT tokenizer (words between blanks must not influence each other).
 * @example
 * ```ts
 * import { rememberingWords } from "./tokens.ts";
 * let asked = 0;
 * const tokenize = rememberingWords((word) => [word.length, asked++]);
 * tokenize("so and so"); // [2, 0, 3, 1, 2, 0]
 * ```
 */
export function rememberingWords(tokenize: Tokenize): Tokenize {
  const known = new Map<string, readonly number[]>();
  return (text) => {
    const ids: number[] = [];
    // Not \s: other blanks than these are the tokenizer's to judge, some join words for it.
    for (const word of text.split(/[ \t\n\r]+/)) {
      if (word === "") continue;
      let own = known.get(word);
      if (own === undefined) {
        own = tokenize(word);
        if (known.size >= REMEMBERED) known.clear();
        if (word.length <= LONGEST) known.set(word, own);
      }
      for (const id of own) ids.push(id);
    }
    return ids;
  };
}
