import { characterTable, UPPER } from "../../text/characters.ts";
import type { Entry } from "./entry.ts";
import { foldTable, foldText, SKIPPED } from "./fold.ts";
import { inflected, isInflected } from "./inflection.ts";
import { Path } from "./path.ts";
import { Readings } from "./readings.ts";
import { Sieve } from "./sieve.ts";
import { spellings } from "./tokens.ts";
import { NameTrie } from "./trie.ts";
import { EMPTY_HASH, hashOf, hashStep, Vocabulary } from "./vocabulary.ts";

/** Called with where a name stands, all entries that fit there, and the last word's form. */
export type Found = (
  start: number,
  end: number,
  entries: readonly Entry[],
  form: number,
) => void;

/**
 * Finds all names of a table in a text in one pass. Words are hashed as they are read, and
 * a sieve of hashes tells of most that no name begins with them; only where one does is a
 * trie of words followed. So the time does not depend on how many names there are.
 */
export class Gazetteer {
  /** Words of names in all their forms. */
  readonly vocabulary = new Vocabulary();
  /** By word as written, whether a name can begin with it. */
  readonly #begins: Uint8Array;
  /** Hashes of such words, of those that a text can have in small letters apart. */
  readonly #any = new Sieve();
  readonly #small = new Sieve();
  readonly #path: Path;
  readonly #letter = foldTable().letter;
  readonly #classes = characterTable();

  /** @param entries Names and their actors, in the order in which they are preferred. */
  constructor(entries: readonly Entry[]) {
    const { vocabulary } = this;
    const trie = new NameTrie(), readings = new Readings(), within = new Sieve();
    /** Words that names begin with, that they begin with in small letters, others of names. */
    const first = new Set<number>(),
      small = new Set<number>(),
      inside = new Set<number>();
    const words = new NameWords();
    for (const entry of entries) {
      for (const tokens of spellings(entry.phrase)) {
        const lemmas = tokens.map((token, i) => {
          const lemma = vocabulary.add(foldText(token));
          if (i > 0) inside.add(lemma);
          words.add(token, lemma, entry.language, i === 0, i === tokens.length - 1);
          return lemma;
        });
        const letters = lemmas.map((lemma) => vocabulary.word(lemma).charCodeAt(0));
        trie.insert(entry, lemmas, letters);
        first.add(lemmas[0]);
        if (!isUpper(tokens[0])) small.add(lemmas[0]);
      }
    }
    for (let id = 0; id < vocabulary.size; id++) readings.addBase(id);
    words.addForms(vocabulary, readings);
    this.#begins = new Uint8Array(vocabulary.size);
    for (let id = 0; id < vocabulary.size; id++) {
      const hash = vocabulary.hash(id);
      if (readings.isOneOf(id, first)) {
        this.#begins[id] = 1;
        this.#any.add(hash);
        if (readings.isOneOf(id, small)) this.#small.add(hash);
      }
      if (readings.isOneOf(id, inside)) within.add(hash);
    }
    this.#path = new Path({ trie, vocabulary, readings, within });
  }

  /**
   * Finds the names of a text, the longest at each place, none over another.
   *
   * @param text Any text; offsets are in UTF-16 code units.
   * @param found Called with each name in order.
   * @param from Where to begin.
   * @param to Where to end; no name reaches beyond it.
   */
  scan(text: string, found: Found, from = 0, to = text.length): void {
    const letters = this.#letter, classes = this.#classes;
    const path = this.#path, any = this.#any, small = this.#small;
    for (let i = from; i < to;) {
      let letter = letters[text.charCodeAt(i)];
      if (letter === 0) {
        i++;
        continue;
      }
      const start = i;
      let hash = EMPTY_HASH;
      do {
        if (letter !== SKIPPED) hash = hashStep(hash, letter);
        letter = ++i < to ? letters[text.charCodeAt(i)] : 0;
      } while (letter !== 0);
      if (!any.mayHave(hash)) continue;
      const unit = text.charCodeAt(start);
      if ((classes[unit] & UPPER) === 0 && !small.mayHave(hash)) continue;
      // A word that begins with a mark is none of a name's.
      if (letters[unit] === SKIPPED) continue;
      const word = this.vocabulary.find(text, start, i, hash);
      if (word < 0 || this.#begins[word] === 0) continue;
      if (!path.follow(text, start, i, word, to)) continue;
      const { entries, form, start: nameStart, end: nameEnd } = path;
      // Words before the name that tell its actor may be or hold names themselves.
      if (entries[0].lead > 0) this.scan(text, found, start, nameStart);
      found(nameStart, nameEnd, entries, form);
      if (nameEnd > i) i = nameEnd;
    }
  }
}

function isUpper(word: string): boolean {
  return (characterTable()[word.charCodeAt(0)] & UPPER) !== 0;
}

/** Words of names that have other forms, with their places in names, each once. */
class NameWords {
  readonly #seen = new Set<string>();
  readonly #words: [string, number, string, boolean, boolean][] = [];

  add(
    token: string,
    lemma: number,
    language: string,
    first: boolean,
    last: boolean,
  ): void {
    if (!isInflected(token, language)) return;
    const key = `${token}\t${language}\t${first ? 1 : 0}${last ? 1 : 0}`;
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    this.#words.push([token, lemma, language, first, last]);
  }

  /** Notes the inflected forms of all words. */
  addForms(vocabulary: Vocabulary, readings: Readings): void {
    for (const [token, lemma, language, first, last] of this.#words) {
      for (const { stem, affixes } of inflected(token, language, first, last)) {
        const folded = foldText(stem), hash = hashOf(folded);
        for (const { before, ending, code, prefix } of affixes) {
          const form = before + folded + ending;
          const word = vocabulary.add(
            form,
            before === "" ? hashOf(ending, hash) : hashOf(form),
          );
          readings.add(word, lemma, code, prefix);
        }
      }
    }
  }
}
