import { characterTable, SPACE, UPPER } from "../../text/characters.ts";
import type { PartialDate } from "../../base/date.ts";
import type { Actor, Alias } from "../knowledge.ts";
import { type Context, parseContexts } from "./contexts.ts";
import { foldTable, foldText } from "./fold.ts";
import { BASE, inflected, PREFIXED } from "./inflection.ts";
import { EMPTY_HASH, hashStep, Vocabulary } from "./vocabulary.ts";

/** What a word of a name demands of the capitals of a text. */
const ANY_CASE = 0, INITIAL = 1, ALL_CAPITALS = 2;

/** A name ready to be looked for. */
export interface Entry {
  readonly actor: Actor;
  /** The name as its table has it. */
  readonly alias: string;
  /** `name`, `metonym`, `demonym`, `place`, `outlet`; `surname` for a person's after the full name. */
  readonly kind: string;
  readonly unless: readonly Context[];
  readonly from?: PartialDate;
  readonly to?: PartialDate;
  /** Capitals, a number for each word and mark. */
  readonly capitals: Uint8Array;
  /** Whether "the" must stand before it: the West. */
  readonly article: boolean;
}

/** A place in a text where names were found; all that fit, to be told apart. */
export interface Match {
  readonly start: number;
  readonly end: number;
  readonly entries: readonly Entry[];
  /** The form of the last word (see `inflection.ts`). */
  readonly form: number;
}

/** A word as written: which word it is a form of. */
interface Reading {
  readonly lemma: number;
  readonly form: number;
  readonly prefix: number;
}

/**
 * Finds all names of a table in a text in one pass. Words are hashed as they are read and
 * looked up in a vocabulary; only where a name begins with the word is a trie of words
 * followed. So the time does not depend on how many names there are.
 */
export class Gazetteer {
  readonly vocabulary = new Vocabulary();
  /** By word as written, the words that it can be a form of. */
  #readings: Reading[][] = [];
  /** By word as written, whether a name can begin with it. */
  #begins: Uint8Array;
  /** 1 where a name can begin with the code unit, capitals told apart. */
  readonly #first = new Uint8Array(65536);
  readonly #next = new Map<number, number>();
  readonly #entries: (Entry[] | undefined)[] = [undefined];
  readonly #fold = foldTable().fold;
  readonly #word = foldTable().word;
  readonly #classes = characterTable();
  // The path through the trie that is being tried, kept to test its capitals.
  readonly #starts: number[] = [];
  #best: { end: number; entries: Entry[]; form: number; prefix: number } | undefined;

  /**
   * @param entries Names and their actors.
   * @param languages The language of each name where known, in the same order.
   */
  constructor(entries: readonly Entry[], languages: readonly string[] = []) {
    const spelled = entries.map((entry) => spellings(entry.alias));
    const forms: { form: string; lemma: number; code: number; prefix: number }[] = [];
    const roots = new Set<number>(), firsts: string[] = [];
    const transitions: { entry: Entry; tokens: number[] }[] = [];
    entries.forEach((entry, i) => {
      for (const tokens of spelled[i]) {
        const lemmas = tokens.map((token) => this.vocabulary.add(foldText(token)));
        roots.add(lemmas[0]);
        transitions.push({ entry, tokens: lemmas });
        tokens.forEach((token, t) => {
          const language = languages[i] ?? "";
          const found = inflected(token, language, t === 0, t === tokens.length - 1);
          for (const { form, code, prefix } of found) {
            forms.push({ form: foldText(form), lemma: lemmas[t], code, prefix });
          }
        });
        firsts.push(tokens[0]);
      }
    });
    const lemmaCount = this.vocabulary.size;
    for (let id = 0; id < lemmaCount; id++) {
      this.#readings.push([{ lemma: id, form: BASE, prefix: 0 }]);
    }
    for (const { form, lemma, code, prefix } of forms) {
      const id = this.vocabulary.add(form);
      const readings = this.#readings[id] ??= [];
      if (!readings.some((known) => known.lemma === lemma)) {
        readings.push({ lemma, form: code, prefix });
      }
      if ((code & PREFIXED) !== 0) firsts.push(form);
    }
    this.#begins = new Uint8Array(this.vocabulary.size);
    this.#readings.forEach((readings, id) => {
      if (readings.some(({ lemma }) => roots.has(lemma))) this.#begins[id] = 1;
    });
    for (const { entry, tokens } of transitions) this.#insert(entry, tokens);
    this.#allowFirst(firsts);
  }

  /**
   * Finds the names of a text, the longest at each place, none over another.
   *
   * @param text Any text; offsets are in UTF-16 code units.
   * @param found Called with each match in order.
   */
  scan(text: string, found: (match: Match) => void) {
    const word = this.#word, fold = this.#fold, first = this.#first;
    const vocabulary = this.vocabulary, begins = this.#begins, length = text.length;
    let i = 0;
    while (i < length) {
      let unit = text.charCodeAt(i);
      if (word[unit] === 0) {
        i++;
        continue;
      }
      if (first[unit] === 0) {
        do i++; while (i < length && word[text.charCodeAt(i)] === 1);
        continue;
      }
      const start = i;
      let hash = EMPTY_HASH;
      do {
        const folded = fold[unit];
        if (folded !== 0) hash = hashStep(hash, folded);
        unit = ++i < length ? text.charCodeAt(i) : 0;
      } while (word[unit] === 1);
      const id = vocabulary.find(text, start, i, hash);
      if (id < 0 || begins[id] === 0) continue;
      const match = this.#longest(text, start, i, id);
      if (match === undefined) continue;
      found(match);
      if (match.end > i) i = match.end;
    }
  }

  #longest(text: string, start: number, end: number, id: number): Match | undefined {
    this.#best = undefined;
    this.#starts.length = 0;
    this.#starts.push(start);
    this.#follow(text, 0, end, id, 0);
    const best = this.#best as
      | { end: number; entries: Entry[]; form: number; prefix: number }
      | undefined;
    if (best === undefined) return undefined;
    const from = best.prefix === 0 ? start : this.#after(text, start, best.prefix);
    return { start: from, end: best.end, entries: best.entries, form: best.form };
  }

  #follow(text: string, state: number, end: number, id: number, prefix: number) {
    for (const reading of this.#readings[id]) {
      const next = this.#next.get(state * 0x1000000 + reading.lemma);
      if (next === undefined) continue;
      const skipped = state === 0 ? reading.prefix : prefix;
      const entries = this.#entries[next];
      if (
        entries !== undefined && (this.#best === undefined || this.#best.end < end ||
          (this.#best.end === end && this.#best.form !== BASE && reading.form === BASE))
      ) {
        const fitting = entries.filter((entry) =>
          this.#fits(text, entry, end, skipped)
        );
        if (fitting.length > 0) {
          this.#best = { end, entries: fitting, form: reading.form, prefix: skipped };
        }
      }
      const token = this.#tokenAfter(text, end);
      if (token === undefined) continue;
      this.#starts.push(token.start);
      this.#follow(text, next, token.end, token.id, skipped);
      this.#starts.pop();
    }
  }

  /** The next word or mark of a name: after spaces, a hyphen, or a single line's end. */
  #tokenAfter(text: string, at: number) {
    let start = at, lines = 0;
    for (; start < text.length; start++) {
      const unit = text.charCodeAt(start);
      if (unit === 0x0a) {
        if (++lines > 1) return undefined;
      } else if (!isHyphen(unit) && (this.#classes[unit] & SPACE) === 0) break;
    }
    if (start >= text.length) return undefined;
    let end = start, hash = EMPTY_HASH;
    while (end < text.length && this.#word[text.charCodeAt(end)] === 1) {
      const folded = this.#fold[text.charCodeAt(end++)];
      if (folded !== 0) hash = hashStep(hash, folded);
    }
    let id: number;
    if (end > start) id = this.vocabulary.find(text, start, end, hash);
    else {
      const mark = text[end++];
      id = this.vocabulary.idOf(mark === "’" || mark === "ʼ" ? "'" : mark);
    }
    return id < 0 ? undefined : { start, end, id };
  }

  #fits(text: string, entry: Entry, end: number, prefix: number): boolean {
    const { capitals } = entry;
    for (let t = 0; t < this.#starts.length; t++) {
      // Another spelling of the name may have more words, in scripts without capitals.
      if (t >= capitals.length || capitals[t] === ANY_CASE) continue;
      const from = t === 0 && prefix > 0
        ? this.#after(text, this.#starts[0], prefix)
        : this.#starts[t];
      if ((this.#classes[text.charCodeAt(from)] & UPPER) === 0) return false;
      if (capitals[t] === ALL_CAPITALS && !this.#allCapitals(text, from, end)) {
        return false;
      }
    }
    return !entry.article ||
      THE.test(text.slice(Math.max(0, this.#starts[0] - 6), this.#starts[0]));
  }

  #allCapitals(text: string, start: number, end: number): boolean {
    for (let i = start + 1; i < end; i++) {
      const unit = text.charCodeAt(i);
      if (this.#word[unit] === 0) return true;
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

  #insert(entry: Entry, tokens: readonly number[]) {
    let state = 0;
    for (const token of tokens) {
      const key = state * 0x1000000 + token;
      let next = this.#next.get(key);
      if (next === undefined) {
        next = this.#entries.push(undefined) - 1;
        this.#next.set(key, next);
      }
      state = next;
    }
    const entries = this.#entries[state] ??= [];
    if (!entries.includes(entry)) entries.push(entry);
  }

  /** Lets names begin with the letters that they do; small ones only where one does. */
  #allowFirst(tokens: readonly string[]) {
    const any = new Uint8Array(65536), small = new Uint8Array(65536);
    for (const token of tokens) {
      const unit = token.charCodeAt(0);
      any[this.#fold[unit]] = 1;
      if ((this.#classes[unit] & UPPER) === 0) small[this.#fold[unit]] = 1;
    }
    for (let unit = 1; unit < 65536; unit++) {
      const upper = (this.#classes[unit] & UPPER) !== 0;
      this.#first[unit] = (upper ? any : small)[this.#fold[unit]];
    }
  }
}

/** The words and marks of a name, in each way that it is written. */
function spellings(alias: string): string[][] {
  const written = new Set([alias]);
  // Persian writes the parts of a word with a joiner or a space; Armenian "and" is one
  // letter or two.
  if (alias.includes("\u200c")) written.add(alias.replaceAll("\u200c", " "));
  if (alias.includes("և")) written.add(alias.replaceAll("և", "եւ"));
  if (alias.includes("եւ")) written.add(alias.replaceAll("եւ", "և"));
  return [...written].map(tokensOf).filter((tokens) => tokens.length > 0);
}

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
    } else {
      if (!isHyphen(unit) && (classes[unit] & SPACE) === 0) {
        tokens.push(name[i] === "’" || name[i] === "ʼ" ? "'" : name[i]);
      }
      i++;
    }
  }
  return tokens;
}

/** What the words of a name demand of capitals: an acronym of two or three is all capitals. */
function capitalsOf(tokens: readonly string[]): Uint8Array {
  const classes = characterTable();
  const upper = (unit: number) => (classes[unit] & UPPER) !== 0;
  return Uint8Array.from(tokens, (token) => {
    if (!upper(token.charCodeAt(0))) return ANY_CASE;
    const all = token.length > 1 && token.length < 4 &&
      [...token].every((letter) => upper(letter.charCodeAt(0)) || /\d/.test(letter));
    return all ? ALL_CAPITALS : INITIAL;
  });
}

function isHyphen(unit: number): boolean {
  return unit === 0x2d || (unit >= 0x2010 && unit <= 0x2013) || unit === 0x58a;
}

const ARTICLE = /^the\s+/i, THE = /\bthe\s+$/i;

/**
 * Makes an entry of a gazetteer from a row of the table `aliases`.
 *
 * @param alias The row.
 * @param actor Its actor.
 * @param kind The kind of mention where it is another than row and actor give.
 */
export function entryOf(
  alias: Alias,
  actor: Actor,
  kind = kindOf(alias, actor),
): Entry {
  const name = alias.alias.normalize("NFC").replace(ARTICLE, "").trim();
  const tokens = tokensOf(name);
  return {
    actor,
    alias: name,
    kind,
    unless: parseContexts(alias.unless ?? ""),
    from: alias.valid_from || undefined,
    to: alias.valid_to || undefined,
    capitals: capitalsOf(tokens),
    article: ARTICLE.test(alias.alias),
  };
}

/**
 * The kind of mention of a name: places and outlets are kinds of their own, and so is an
 * organisation that publishes.
 */
export function kindOf(alias: Alias, actor: Actor, publishes = false): string {
  if (alias.kind !== "name") return alias.kind;
  if (publishes && actor.type === "organisation") return "outlet";
  return actor.type === "place" || actor.type === "outlet" ? actor.type : "name";
}
