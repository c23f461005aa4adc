import { TokenStream } from "../../text/token_stream.ts";
import { WordTable } from "../../text/word_table.ts";
import type { Cue } from "./cue.ts";
import { CueTrie, type Pattern } from "./cue_trie.ts";
import { GRAMMAR } from "./grammar.ts";
import { type Form, inflectVerb, plural, spellings } from "./inflect.ts";
import { pairsFrom } from "./role.ts";
import { Issues } from "./issue.ts";
import { type Slot, SLOTS } from "./slots.ts";

/** Cues by the words of their written forms. */
export interface Lexicon {
  readonly cues: readonly Cue[];
  /** Every word of a cue or of the grammar. */
  readonly words: WordTable;
  /** The grammar's classes of each word, by its id. */
  readonly classes: Int32Array;
  /** Cues of stance. */
  readonly stance: CueTrie;
  /** Cues that point to an issue. */
  readonly issues: Issues;
  /** The fitted weights: those of a cue beside each other, in the order of `SLOTS`. */
  readonly weights: Float64Array;
  /** Where the pairs of roles begin that a cue is weighed by. */
  readonly pairs: Uint16Array;
  /** 1 for cues that deny what is said after them. */
  readonly denials: Uint8Array;
}

/** Where the weight of a cue for a slot lies. */
export function weightAt(cue: number, slot: Slot): number {
  return cue * SLOTS.length + slot;
}

const DENIAL = /^(?:deny|reject|refute|rebut|dismiss|dispute|disavow)/;
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
 * assert(lexicon.words.idOf("criticized") > 0);
 * ```
 */
export function lexiconOf(cues: readonly Cue[]): Lexicon {
  const words = new WordTable();
  for (const word of GRAMMAR.keys()) words.add(word);
  const tokens = new TokenStream(words);
  const stance: [number[], Pattern][] = [], issues: [number[], Pattern][] = [];
  cues.forEach((cue, index) => {
    const isHint = cue.issue !== "" && cue.act === "" && cue.strength === 0;
    for (const { parts, form } of formsOf(cue, tokens)) {
      const ids = parts.map((part) => words.add(part));
      const pattern = { cue: index, part: cue.part, form, length: parts.length };
      if (!isHint) stance.push([ids, pattern]);
      if (cue.issue !== "") issues.push([ids, pattern]);
    }
  });
  const classes = new Int32Array(words.length);
  classes.set([...GRAMMAR.values()], 1);
  return {
    cues,
    words,
    classes,
    stance: new CueTrie(stance, words.length),
    issues: new Issues(cues, new CueTrie(issues, words.length)),
    weights: Float64Array.from(cues.flatMap((cue) => SLOTS.map((slot) => cue[slot]))),
    pairs: Uint16Array.from(cues, pairsFrom),
    denials: Uint8Array.from(cues, ({ cue }) => DENIAL.test(cue) ? 1 : 0),
  };
}

function formsOf(cue: Cue, tokens: TokenStream): { parts: string[]; form: Form }[] {
  const { count, starts, ends } = tokens.read(cue.cue);
  const words = Array.from(
    { length: count },
    (_, i) => cue.cue.slice(starts[i], ends[i]),
  );
  const forms: { parts: string[]; form: Form }[] = [];
  const add = (changed: string[], form: Form) => {
    const at = headOf(cue, words);
    for (const spelt of spellings(changed[at])) {
      forms.push({ parts: changed.with(at, spelt), form });
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
