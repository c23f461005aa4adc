import { BASE } from "./inflection.ts";

/** A word as written is a form of these words; most are one word in its base form. */
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
  readonly #alone: number[] = [];
  readonly #several: (Reading[] | undefined)[] = [];

  /** Notes a word in its base form. */
  addBase(word: number): void {
    this.#alone[word] = word;
  }

  /** Notes a form of a word; the base form and forms noted earlier go before it. */
  add(word: number, lemma: number, form: number, prefix: number): void {
    let known = this.#several[word];
    if (known === undefined) {
      const base = this.#alone[word] ?? -1;
      if (base === lemma) return;
      known = base < 0 ? [] : [{ lemma: base, form: BASE, prefix: 0 }];
      this.#several[word] = known;
      this.#alone[word] = -1;
    } else if (known.some((reading) => reading.lemma === lemma)) return;
    known.push({ lemma, form, prefix });
  }

  /** The word itself where it is a base form and nothing else; else -1. */
  baseAlone(word: number): number {
    return this.#alone[word];
  }

  /** All readings of a word that is not a base form alone. */
  of(word: number): readonly Reading[] {
    return this.#several[word] ?? NONE;
  }

  /** All words that a written word can be a form of. */
  lemmas(word: number): readonly number[] {
    const alone = this.#alone[word];
    return alone >= 0 ? [alone] : this.of(word).map(({ lemma }) => lemma);
  }
}
