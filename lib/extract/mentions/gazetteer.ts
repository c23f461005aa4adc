import { characterTable, SPACE, UPPER } from "../../text/characters.ts";
import type { Entry } from "./entry.ts";
import { ALL_CAPITALS, ANY_CASE } from "./entry.ts";
import { foldTable, foldText } from "./fold.ts";
import { BASE, inflected, PREFIXED } from "./inflection.ts";
import { isHyphen, spellings } from "./tokens.ts";
import { EMPTY_HASH, hashStep, Vocabulary } from "./vocabulary.ts";

/** Called with where a name stands, all entries that fit there, and the last word's form. */
export type Found = (
  start: number,
  end: number,
  entries: readonly Entry[],
  form: number,
) => void;

/** A word as written: of which word it is a form, and the state that the word leads to. */
interface Reading {
  readonly lemma: number;
  readonly form: number;
  readonly prefix: number;
}

/** A form of a word of a name, before it has a number. */
interface WordForm {
  readonly folded: string;
  readonly lemma: number;
  readonly form: number;
  readonly prefix: number;
}

const THE = /\bthe\s+$/i;

function isUpper(word: string): boolean {
  return (characterTable()[word.charCodeAt(0)] & UPPER) !== 0;
}

/** Words of 32 bits in the sieve: 64 KB, which a processor keeps near. */
const SIEVE = 1 << 14;

/**
 * Finds all names of a table in a text in one pass. Words are hashed as they are read and
 * looked up in a vocabulary; only where a name begins with the word is a trie of words
 * followed. So the time does not depend on how many names there are.
 */
export class Gazetteer {
  readonly #vocabulary = new Vocabulary();
  /** By word as written, the words that it can be a form of. */
  readonly #readings: Reading[][] = [];
  /** By word as written, whether a name can begin with it. */
  readonly #begins: Uint8Array;
  /**
   * Bits of the hashes of such words, capital and small ones apart: most words of a text
   * are none, told from here.
   */
  readonly #sieves = [new Int32Array(SIEVE), new Int32Array(SIEVE)] as const;
  /** The same of words that stand within names and not at their beginning. */
  readonly #within = new Int32Array(SIEVE);
  /** By word, the state that it leads to from the beginning; 0 where to none. */
  #roots = new Int32Array(0);
  /** By state, bits of the first letters of the words that can follow. */
  readonly #following: number[] = [0];
  /** 1 where a name can begin with the code unit, capitals told apart. */
  readonly #first = new Uint8Array(65536);
  /** By state of the trie, the states that its next words lead to, and its names. */
  readonly #next: (Map<number, number> | undefined)[] = [undefined];
  readonly #entries: (Entry[] | undefined)[] = [undefined];
  readonly #fold = foldTable().fold;
  readonly #word = foldTable().word;
  readonly #classes = characterTable();

  // The path through the trie that is being tried, and the best name on it so far.
  readonly #starts = new Int32Array(64);
  readonly #ends = new Int32Array(64);
  #bestEntries: readonly Entry[] | undefined;
  #bestLength = 0;
  #bestForm = 0;
  #bestStart = 0;
  #bestEnd = 0;
  #tokenStart = 0;
  #tokenEnd = 0;

  /** @param entries Names and their actors, in the order in which they are preferred. */
  constructor(entries: readonly Entry[]) {
    const forms: WordForm[] = [], firsts = new Set<string>();
    const small = new Set<number>();
    const inflectedOnce = new Set<string>();
    for (const entry of entries) {
      for (const tokens of spellings(entry.phrase)) {
        const lemmas = tokens.map((token) => this.#vocabulary.add(foldText(token)));
        this.#insert(entry, lemmas);
        firsts.add(tokens[0]);
        if (!isUpper(tokens[0])) small.add(lemmas[0]);
        tokens.forEach((token, t) => {
          const first = t === 0, last = t === tokens.length - 1;
          const key = `${token}\t${entry.language}\t${first}\t${last}`;
          if (inflectedOnce.has(key)) return;
          inflectedOnce.add(key);
          for (const found of inflected(token, entry.language, first, last)) {
            const folded = foldText(found.form);
            forms.push({
              folded,
              lemma: lemmas[t],
              form: found.code,
              prefix: found.prefix,
            });
            if ((found.code & PREFIXED) !== 0) firsts.add(found.form);
          }
        });
      }
    }
    for (let id = 0; id < this.#vocabulary.size; id++) {
      this.#readings.push([{ lemma: id, form: BASE, prefix: 0 }]);
    }
    for (const { folded, lemma, form, prefix } of forms) {
      const readings = this.#readings[this.#vocabulary.add(folded)] ??= [];
      if (!readings.some((known) => known.lemma === lemma)) {
        readings.push({ lemma, form, prefix });
      }
    }
    const roots = this.#next[0];
    this.#begins = Uint8Array.from(
      this.#readings,
      (readings) => readings.some(({ lemma }) => roots?.has(lemma)) ? 1 : 0,
    );
    this.#begins.forEach((begins, id) => {
      if (begins === 0) return;
      const hash = this.#vocabulary.hash(id), slot = (hash >>> 5) & (SIEVE - 1);
      this.#sieves[0][slot] |= 1 << (hash & 31);
      if (this.#readings[id].some(({ lemma }) => small.has(lemma))) {
        this.#sieves[1][slot] |= 1 << (hash & 31);
      }
    });
    this.#roots = new Int32Array(this.#readings.length);
    for (const [lemma, state] of roots ?? []) this.#roots[lemma] = state;
    const inside = new Set<number>();
    for (let state = 0; state < this.#next.length; state++) {
      this.#following[state] = this.#firstLetters(state);
      if (state > 0) {
        for (const lemma of this.#next[state]?.keys() ?? []) inside.add(lemma);
      }
    }
    this.#readings.forEach((readings, id) => {
      if (!readings.some(({ lemma }) => inside.has(lemma))) return;
      const hash = this.#vocabulary.hash(id);
      this.#within[(hash >>> 5) & (SIEVE - 1)] |= 1 << (hash & 31);
    });
    this.#allowFirst(firsts);
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
    const word = this.#word, fold = this.#fold, first = this.#first;
    const vocabulary = this.#vocabulary, begins = this.#begins;
    const classes = this.#classes, [capital, small] = this.#sieves;
    let i = from;
    while (i < to) {
      let unit = text.charCodeAt(i);
      if (word[unit] === 0) {
        i++;
        continue;
      }
      if (first[unit] === 0) {
        do i++; while (i < to && word[text.charCodeAt(i)] === 1);
        continue;
      }
      const start = i, sieve = (classes[unit] & UPPER) === 0 ? small : capital;
      let hash = EMPTY_HASH;
      do {
        const folded = fold[unit];
        if (folded !== 0) hash = hashStep(hash, folded);
        unit = ++i < to ? text.charCodeAt(i) : 0;
      } while (word[unit] === 1);
      if ((sieve[(hash >>> 5) & (SIEVE - 1)] & (1 << (hash & 31))) === 0) continue;
      const id = vocabulary.find(text, start, i, hash);
      if (id < 0 || begins[id] === 0) continue;
      this.#bestEntries = undefined;
      this.#bestLength = 0;
      this.#starts[0] = start;
      this.#ends[0] = i;
      this.#follow(text, 0, id, 0, 0, to);
      if (this.#bestEntries === undefined) continue;
      const nameStart = this.#bestStart, nameEnd = this.#bestEnd;
      const entries = this.#bestEntries as readonly Entry[], form = this.#bestForm;
      // Words before the name that tell its actor may be or hold names themselves.
      if (entries[0].lead > 0) this.scan(text, found, start, nameStart);
      found(nameStart, nameEnd, entries, form);
      if (nameEnd > i) i = nameEnd;
    }
  }

  /** Follows the trie from a state over a word and what comes after it. */
  #follow(
    text: string,
    state: number,
    id: number,
    depth: number,
    prefix: number,
    to: number,
  ) {
    const children = this.#next[state]!;
    const readings = this.#readings[id];
    for (let r = 0; r < readings.length; r++) {
      const reading = readings[r];
      const next = depth === 0
        ? this.#roots[reading.lemma]
        : children.get(reading.lemma) ?? 0;
      if (next === 0) continue;
      const skipped = depth === 0 ? reading.prefix : prefix;
      const entries = this.#entries[next];
      if (
        entries !== undefined && (this.#bestLength < depth + 1 ||
          (this.#bestForm !== BASE && reading.form === BASE))
      ) this.#take(text, entries, depth, skipped, reading.form);
      const following = this.#following[next];
      if (following === 0 || depth === 62) continue;
      const after = this.#tokenAfter(text, this.#ends[depth], to, following);
      if (after < 0) continue;
      this.#starts[depth + 1] = this.#tokenStart;
      this.#ends[depth + 1] = this.#tokenEnd;
      this.#follow(text, next, after, depth + 1, skipped, to);
    }
  }

  /** Makes the names of a state the best so far, where their capitals fit. */
  #take(
    text: string,
    entries: readonly Entry[],
    depth: number,
    prefix: number,
    form: number,
  ) {
    let fitting = entries;
    if (entries.length === 1) {
      if (!this.#fits(text, entries[0], depth, prefix)) return;
    } else {
      fitting = entries.filter((entry) => this.#fits(text, entry, depth, prefix));
      if (fitting.length === 0) return;
    }
    const { lead, trail } = fitting[0];
    // A rule about the words around a name counts for the name alone.
    if (fitting.length > 1) {
      fitting = fitting.filter((entry) => entry.lead === lead && entry.trail === trail);
    }
    this.#bestEntries = fitting;
    this.#bestLength = depth + 1;
    this.#bestForm = form;
    this.#bestEnd = this.#ends[depth - trail];
    this.#bestStart = lead === 0 && prefix > 0
      ? this.#after(text, this.#starts[0], prefix)
      : this.#starts[lead];
  }

  /** The number of the next word or mark of a name: after spaces, a hyphen or one line's end. */
  #tokenAfter(text: string, at: number, to: number, following: number): number {
    let start = at, lines = 0;
    for (; start < to; start++) {
      const unit = text.charCodeAt(start);
      if (unit === 0x0a) {
        if (++lines > 1) return -1;
      } else if (!isHyphen(unit) && (this.#classes[unit] & SPACE) === 0) break;
    }
    if (start >= to) return -1;
    const letter = this.#fold[text.charCodeAt(start)];
    if (letter !== 0 && (following & (1 << (letter & 31))) === 0) return -1;
    let end = start, hash = EMPTY_HASH;
    while (end < to && this.#word[text.charCodeAt(end)] === 1) {
      const folded = this.#fold[text.charCodeAt(end++)];
      if (folded !== 0) hash = hashStep(hash, folded);
    }
    this.#tokenStart = start;
    if (end > start) {
      this.#tokenEnd = end;
      const sieved = this.#within[(hash >>> 5) & (SIEVE - 1)] & (1 << (hash & 31));
      return sieved === 0 ? -1 : this.#vocabulary.find(text, start, end, hash);
    }
    this.#tokenEnd = start + 1;
    return this.#vocabulary.idOf(letter === 0x27 ? "'" : text[start]);
  }

  #fits(text: string, entry: Entry, depth: number, prefix: number): boolean {
    const { capitals } = entry;
    if (depth === 0 && entry.single && prefix === 0) {
      return (this.#classes[text.charCodeAt(this.#starts[0])] & UPPER) !== 0;
    }
    // Another spelling of the name may have more words, in scripts without capitals.
    const count = Math.min(depth + 1, capitals.length);
    for (let t = 0; t < count; t++) {
      if (capitals[t] === ANY_CASE) continue;
      const from = t === 0 && prefix > 0
        ? this.#after(text, this.#starts[0], prefix)
        : this.#starts[t];
      if ((this.#classes[text.charCodeAt(from)] & UPPER) === 0) return false;
      if (
        capitals[t] === ALL_CAPITALS && !this.#allCapitals(text, from, this.#ends[t])
      ) return false;
    }
    const { lead, trail, hyphens } = entry;
    if (lead > 0 && this.#joined(text, lead) !== hyphens[0]) return false;
    if (trail > 0 && this.#joined(text, depth - trail + 1) !== hyphens[1]) return false;
    if (!entry.article) return true;
    const start = this.#starts[0];
    return THE.test(text.slice(Math.max(0, start - 6), start));
  }

  /** Whether a hyphen joins a word of the path to the one before it. */
  #joined(text: string, at: number): boolean {
    const gap = this.#starts[at] - this.#ends[at - 1];
    return gap === 1 && isHyphen(text.charCodeAt(this.#ends[at - 1]));
  }

  #allCapitals(text: string, start: number, end: number): boolean {
    for (let i = start + 1; i < end; i++) {
      const unit = text.charCodeAt(i);
      if ((this.#classes[unit] & UPPER) === 0 && (unit < 0x30 || unit > 0x39)) {
        return false;
      }
    }
    return true;
  }

  /** Where a word goes on after its first `count` folded letters. */
  #after(text: string, start: number, count: number): number {
    let at = start;
    for (let seen = 0; seen < count; at++) {
      if (this.#fold[text.charCodeAt(at)] !== 0) seen++;
    }
    return at;
  }

  #insert(entry: Entry, lemmas: readonly number[]) {
    let state = 0;
    for (const lemma of lemmas) {
      const children = this.#next[state] ??= new Map();
      let next = children.get(lemma);
      if (next === undefined) {
        next = this.#next.push(undefined) - 1;
        this.#entries.push(undefined);
        children.set(lemma, next);
      }
      state = next;
    }
    const entries = this.#entries[state] ??= [];
    if (!entries.includes(entry)) entries.push(entry);
  }

  /** Bits of the first letters of the words, in all their forms, that can follow a state. */
  #firstLetters(state: number): number {
    let bits = 0;
    for (const lemma of this.#next[state]?.keys() ?? []) {
      bits |= 1 << (this.#vocabulary.word(lemma).charCodeAt(0) & 31);
    }
    return bits;
  }

  /** Lets names begin with the letters that they do; small ones only where one does. */
  #allowFirst(tokens: Iterable<string>) {
    const any = new Uint8Array(65536), small = new Uint8Array(65536);
    for (const token of tokens) {
      const folded = this.#fold[token.charCodeAt(0)];
      any[folded] = 1;
      if (!isUpper(token)) small[folded] = 1;
    }
    for (let unit = 1; unit < 65536; unit++) {
      const upper = (this.#classes[unit] & UPPER) !== 0;
      this.#first[unit] = (upper ? any : small)[this.#fold[unit]];
    }
  }
}
