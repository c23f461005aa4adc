import { BASE } from "./inflection.ts";

/** What a written word can be: a form of a word. */
interface Reading {
  readonly lemma: number;
  /** Which form it is (see `inflection.ts`). */
  readonly form: number;
  /** How many letters stand before the word itself. */
  readonly prefix: number;
}

const NONE: readonly Reading[] = [];

/** By the number of a word as written, the words that it can be a form of. */
export class Readings {
  /** The first reading of each word; lists of numbers, since there are many. */
  readonly #lemmas: number[] = [];
  readonly #forms: number[] = [];
  readonly #prefixes: number[] = [];
  readonly #others = new Map<number, Reading[]>();

  /** Notes a word in its base form. */
  addBase(word: number): void {
    this.add(word, word, BASE, 0);
  }

  /** Notes a form of a word, after those noted earlier. */
  add(word: number, lemma: number, form: number, prefix: number): void {
    // Lists with gaps would be slow.
    while (this.#lemmas.length <= word) {
      this.#lemmas.push(-1);
      this.#forms.push(BASE);
      this.#prefixes.push(0);
    }
    const known = this.#lemmas[word];
    if (known === lemma) return;
    if (known < 0) {
      this.#lemmas[word] = lemma;
      this.#forms[word] = form;
      this.#prefixes[word] = prefix;
      return;
    }
    const others = this.#others.get(word);
    if (others === undefined) this.#others.set(word, [{ lemma, form, prefix }]);
    else if (!others.some((other) => other.lemma === lemma)) {
      others.push({ lemma, form, prefix });
    }
  }

  /** The word that a written word is a form of first of all: itself where it is one. */
  lemma(word: number): number {
    return this.#lemmas[word];
  }

  /** Which form of it. */
  form(word: number): number {
    return this.#forms[word];
  }

  /** How many letters stand before it. */
  prefix(word: number): number {
    return this.#prefixes[word];
  }

  /** What else a written word can be. */
  others(word: number): readonly Reading[] {
    return this.#others.get(word) ?? NONE;
  }

  /** Whether a written word can be a form of one of some words. */
  isOneOf(word: number, lemmas: ReadonlySet<number>): boolean {
    return lemmas.has(this.#lemmas[word]) ||
      this.others(word).some(({ lemma }) => lemmas.has(lemma));
  }
}
