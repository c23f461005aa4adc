import { characterTable, SPACE, UPPER } from "../../text/characters.ts";
import { ALL_CAPITALS, ANY_CASE, type Entry } from "./entry.ts";
import { foldTable, SKIPPED } from "./fold.ts";
import { BASE } from "./inflection.ts";
import type { Readings } from "./readings.ts";
import type { Sieve } from "./sieve.ts";
import { isHyphen } from "./tokens.ts";
import type { NameTrie } from "./trie.ts";
import { EMPTY_HASH, hashStep, type Vocabulary } from "./vocabulary.ts";

/** The most words of a name. */
const LONGEST = 63;
const THE = /\bthe\s+$/i;

/** What names are made of, for {@linkcode Path}. */
export interface Names {
  readonly trie: NameTrie;
  readonly vocabulary: Vocabulary;
  readonly readings: Readings;
  /** Hashes of the words that stand within names and not only at their beginning. */
  readonly within: Sieve;
}

/**
 * The way of a text's words through the trie of names from one place on, and the longest
 * name on it.
 */
export class Path {
  /** The names that stand at the place, all of the same words. */
  entries: readonly Entry[] = [];
  /** The form of the last word (see `inflection.ts`). */
  form = BASE;
  start = 0;
  end = 0;

  readonly #trie: NameTrie;
  readonly #vocabulary: Vocabulary;
  readonly #readings: Readings;
  readonly #within: Sieve;
  readonly #fold = foldTable().fold;
  readonly #letter = foldTable().letter;
  readonly #classes = characterTable();
  readonly #starts = new Int32Array(LONGEST + 1);
  readonly #ends = new Int32Array(LONGEST + 1);
  #text = "";
  #to = 0;
  #length = 0;

  constructor({ trie, vocabulary, readings, within }: Names) {
    this.#trie = trie;
    this.#vocabulary = vocabulary;
    this.#readings = readings;
    this.#within = within;
  }

  /**
   * Follows the names that begin with the word at `text[start, end)`.
   *
   * @param word The word's number.
   * @param to No name reaches beyond it.
   * @returns Whether there is one; it stands in `entries`, `start`, `end` and `form`.
   */
  follow(text: string, start: number, end: number, word: number, to: number): boolean {
    this.#text = text;
    this.#to = to;
    this.#length = 0;
    this.#starts[0] = start;
    this.#ends[0] = end;
    this.#step(0, word, 0, 0, this.#isUpper(start) ? 1 : 0);
    return this.#length > 0;
  }

  /** From a state over the word at a depth, in all its readings. */
  #step(state: number, word: number, depth: number, prefix: number, upper: number) {
    const readings = this.#readings;
    const next = this.#trie.next(state, readings.lemma(word));
    if (next !== 0) {
      const before = depth === 0 ? readings.prefix(word) : prefix;
      this.#enter(next, depth, before, readings.form(word), upper);
    }
    for (const other of readings.others(word)) {
      const next = this.#trie.next(state, other.lemma);
      if (next === 0) continue;
      const before = depth === 0 ? other.prefix : prefix;
      this.#enter(next, depth, before, other.form, upper);
    }
  }

  /** At a state: its names, then the word that comes next. */
  #enter(state: number, depth: number, prefix: number, form: number, upper: number) {
    const entries = this.#trie.entriesAt(state);
    if (
      entries !== undefined &&
      (this.#length < depth + 1 || (this.form !== BASE && form === BASE))
    ) this.#take(state, entries, depth, prefix, form, upper);
    const following = this.#trie.following(state);
    if (following === 0 || depth === LONGEST - 1) return;
    const word = this.#wordAfter(depth, following);
    if (word < 0) return;
    const bit = this.#isUpper(this.#starts[depth + 1]) ? 1 << (depth + 1) : 0;
    this.#step(state, word, depth + 1, prefix, upper | bit);
  }

  /** Makes the names of a state the best so far, where their capitals fit. */
  #take(
    state: number,
    entries: readonly Entry[],
    depth: number,
    prefix: number,
    form: number,
    upper: number,
  ) {
    const capitals = this.#trie.capitals(state);
    if (capitals >= 0 && prefix === 0) {
      if ((capitals & ~upper) !== 0) return;
      this.entries = entries;
      this.start = this.#starts[0];
      this.end = this.#ends[depth];
    } else {
      let fitting = entries.filter((entry) => this.#fits(entry, depth, prefix));
      if (fitting.length === 0) return;
      const { lead, trail } = fitting[0];
      // A rule about the words around a name counts for the name alone.
      fitting = fitting.filter((entry) => entry.lead === lead && entry.trail === trail);
      this.entries = fitting;
      this.end = this.#ends[depth - trail];
      this.start = lead === 0 && prefix > 0 ? this.#after(prefix) : this.#starts[lead];
    }
    this.#length = depth + 1;
    this.form = form;
  }

  /** The number of the next word or mark of a name: after spaces, a hyphen or one line's end. */
  #wordAfter(depth: number, following: number): number {
    const text = this.#text, to = this.#to, letters = this.#letter;
    let start = this.#ends[depth], lines = 0;
    for (; start < to; start++) {
      const unit = text.charCodeAt(start);
      if (unit === 0x20) continue;
      if (unit === 0x0a) {
        if (++lines > 1) return -1;
      } else if (!isHyphen(unit) && (this.#classes[unit] & SPACE) === 0) break;
    }
    if (start >= to) return -1;
    const unit = text.charCodeAt(start), first = this.#fold[unit];
    if (first !== 0 && (following & (1 << (first & 31))) === 0) return -1;
    let end = start, hash = EMPTY_HASH, letter = letters[unit];
    while (letter !== 0) {
      if (letter !== SKIPPED) hash = hashStep(hash, letter);
      letter = ++end < to ? letters[text.charCodeAt(end)] : 0;
    }
    this.#starts[depth + 1] = start;
    if (end > start) {
      this.#ends[depth + 1] = end;
      if (!this.#within.mayHave(hash)) return -1;
      return this.#vocabulary.find(text, start, end, hash);
    }
    this.#ends[depth + 1] = start + 1;
    return this.#vocabulary.idOf(first === 0x27 ? "'" : text[start]);
  }

  /** Whether a name's capitals, hyphens and article are as it demands. */
  #fits(entry: Entry, depth: number, prefix: number): boolean {
    const { capitals, lead, trail, hyphens } = entry;
    // Another spelling of the name may have more words, in scripts without capitals.
    const count = Math.min(depth + 1, capitals.length);
    for (let t = 0; t < count; t++) {
      if (capitals[t] === ANY_CASE) continue;
      const from = t === 0 && prefix > 0 ? this.#after(prefix) : this.#starts[t];
      if (!this.#isUpper(from)) return false;
      if (capitals[t] === ALL_CAPITALS && !this.#allCapitals(from, this.#ends[t])) {
        return false;
      }
    }
    if (lead > 0 && this.#joined(lead) !== hyphens[0]) return false;
    if (trail > 0 && this.#joined(depth - trail + 1) !== hyphens[1]) return false;
    if (!entry.article) return true;
    const start = this.#starts[0];
    return THE.test(this.#text.slice(Math.max(0, start - 6), start));
  }

  #isUpper(at: number): boolean {
    return (this.#classes[this.#text.charCodeAt(at)] & UPPER) !== 0;
  }

  /** Whether a hyphen joins a word of the path to the one before it. */
  #joined(at: number): boolean {
    const end = this.#ends[at - 1];
    return this.#starts[at] - end === 1 && isHyphen(this.#text.charCodeAt(end));
  }

  #allCapitals(start: number, end: number): boolean {
    for (let i = start + 1; i < end; i++) {
      const unit = this.#text.charCodeAt(i);
      if (!this.#isUpper(i) && (unit < 0x30 || unit > 0x39)) return false;
    }
    return true;
  }

  /** Where the first word goes on after its first `count` folded letters. */
  #after(count: number): number {
    let at = this.#starts[0];
    for (let seen = 0; seen < count; at++) {
      if (this.#fold[this.#text.charCodeAt(at)] !== 0) seen++;
    }
    return at;
  }
}
