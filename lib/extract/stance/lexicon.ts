import type { Cue } from "./cue.ts";
import { BREAK, PAIRED, SUBORDINATOR } from "./grammar.ts";
import { type Form, inflectVerb, plural, spellings } from "./inflect.ts";
import { tokensOf } from "./tokens.ts";

/** One written form of a cue. */
export interface Pattern {
  /** The cue's place in the lexicon. */
  readonly cue: number;
  readonly form: Form;
  /** How many words it has. */
  readonly length: number;
}

/** A word of a pattern: what may follow it, and the patterns that end with it. */
export interface Node {
  readonly next: Map<string, Node>;
  readonly ends: Pattern[];
}

/** What a word is to the rules: looked up once, so that it is hashed once. */
export interface Word {
  /** The cues that begin with it. */
  readonly node: Node | undefined;
  /** The clause border that it makes: 1, for a comma a half, 0 for none. */
  readonly border: number;
  /** Whether it is a quotation mark. */
  readonly mark: boolean;
  /** Whether it may speak of two sides: `both`, `sides`, `other`. */
  readonly paired: boolean;
}

/** Cues by the words of their written forms. */
export interface Lexicon {
  readonly cues: readonly Cue[];
  /** Cues of stance. */
  readonly stance: Node;
  /** Every word that can begin a cue of stance or that the rules look at by itself. */
  readonly words: ReadonlyMap<string, Word>;
  /** Cues that point to an issue. */
  readonly issues: Node;
}

const PREPOSITION =
  /^(?:of|against|for|to|on|in|with|at|from|about|by|between|into|toward|towards|allegations)$/;

/**
 * Builds the lexicon: every cue in all its inflections and spellings.
 *
 * @param cues The rows of `data/cues.csv`, as {@linkcode parseCues} gives them.
 *
 * @example
 * ```ts
 * import { lexiconOf, parseCues } from "aras";
 * import { assert } from "@std/assert";
 *
 * const lexicon = lexiconOf(parseCues(
 *   "cue,part,act,direction,strength,issue,agent,patient,toward,stated\n" +
 *     "criticise,verb,ACCUSE,forward,-1,,-0.2,-0.8,-1.6,-1.8\n",
 * ));
 * assert(lexicon.stance.next.has("criticized"));
 * ```
 */
export function lexiconOf(cues: readonly Cue[]): Lexicon {
  const stance = emptyNode(), issues = emptyNode();
  cues.forEach((cue, index) => {
    const isHint = cue.issue !== "" && cue.act === "" && cue.strength === 0;
    for (const { words, form } of formsOf(cue)) {
      const pattern = { cue: index, form, length: words.length };
      if (!isHint) addTo(stance, words, pattern);
      if (cue.issue !== "") addTo(issues, words, pattern);
    }
  });
  return { cues, stance, issues, words: wordsOf(stance) };
}

function wordsOf(stance: Node): Map<string, Word> {
  const words = new Map<string, Word>();
  const all = new Set([
    ...stance.next.keys(),
    ...SUBORDINATOR,
    ...BREAK,
    ...PAIRED,
    ",",
    '"',
  ]);
  for (const word of all) {
    words.set(word, {
      node: stance.next.get(word),
      border: word === "," ? 0.5 : BREAK.has(word) || SUBORDINATOR.has(word) ? 1 : 0,
      mark: word === '"',
      paired: PAIRED.has(word),
    });
  }
  return words;
}

function emptyNode(): Node {
  return { next: new Map(), ends: [] };
}

function addTo(root: Node, words: readonly string[], pattern: Pattern) {
  let node = root;
  for (const word of words) {
    let next = node.next.get(word);
    if (next === undefined) node.next.set(word, next = emptyNode());
    node = next;
  }
  if (!node.ends.some(({ cue }) => cue === pattern.cue)) node.ends.push(pattern);
}

function formsOf(cue: Cue): { words: string[]; form: Form }[] {
  const words = tokensOf(cue.cue).words;
  const forms: { words: string[]; form: Form }[] = [];
  const add = (changed: string[], form: Form) => {
    const at = headOf(cue, words);
    for (const spelt of spellings(changed[at])) {
      forms.push({ words: changed.with(at, spelt), form });
    }
  };
  if (cue.part === "verb" && /^(?:will|not)$/.test(words[0])) add(words, "base");
  else if (cue.part === "verb") {
    for (const [first, form] of inflectVerb(words[0])) add(words.with(0, first), form);
  } else add(words, "base");
  if (cue.part === "noun") {
    const at = headOf(cue, words);
    const many = plural(words[at]);
    if (many !== words[at]) add(words.with(at, many), "s");
  }
  return forms;
}

/** The word that is inflected: a verb's first, a noun's last before a preposition. */
function headOf(cue: Cue, words: readonly string[]): number {
  if (cue.part !== "noun") return 0;
  const preposition = words.findIndex((word, i) => i > 0 && PREPOSITION.test(word));
  return (preposition < 0 ? words.length : preposition) - 1;
}
