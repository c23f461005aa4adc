import type { Cue } from "./cue.ts";
import { type Form, inflectVerb, plural, spellings } from "./inflect.ts";
import { tokensOf } from "./tokens.ts";

/** One written form of a cue: its first word, the words that follow, its grammar. */
export interface Pattern {
  /** The cue's place in the lexicon. */
  readonly cue: number;
  readonly form: Form;
  readonly rest: readonly string[];
}

/** Cues by the first word of each of their written forms. */
export interface Lexicon {
  readonly cues: readonly Cue[];
  /** Cues of stance, longest patterns first. */
  readonly stance: ReadonlyMap<string, readonly Pattern[]>;
  /** Cues that point to an issue, longest patterns first. */
  readonly issues: ReadonlyMap<string, readonly Pattern[]>;
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
 * assert(lexicon.stance.has("criticized"));
 * ```
 */
export function lexiconOf(cues: readonly Cue[]): Lexicon {
  const stance = new Map<string, Pattern[]>(), issues = new Map<string, Pattern[]>();
  cues.forEach((cue, index) => {
    const isHint = cue.issue !== "" && cue.act === "" && cue.strength === 0;
    for (const { words, form } of formsOf(cue)) {
      const pattern = { cue: index, form, rest: words.slice(1) };
      if (!isHint) addTo(stance, words[0], pattern);
      if (cue.issue !== "") addTo(issues, words[0], pattern);
    }
  });
  for (const index of [stance, issues]) {
    for (const patterns of index.values()) {
      patterns.sort((a, b) => b.rest.length - a.rest.length || a.cue - b.cue);
    }
  }
  return { cues, stance, issues };
}

function addTo(index: Map<string, Pattern[]>, word: string, pattern: Pattern) {
  const patterns = index.get(word);
  if (patterns === undefined) index.set(word, [pattern]);
  else if (
    !patterns.some((p) =>
      p.cue === pattern.cue && p.rest.join(" ") === pattern.rest.join(" ")
    )
  ) patterns.push(pattern);
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
