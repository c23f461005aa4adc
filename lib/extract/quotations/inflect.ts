/** The forms of an English verb. */
export interface VerbForms {
  readonly third: string;
  readonly past: string;
  readonly participle: string;
  readonly gerund: string;
}

/** Verbs of more than one syllable that double their last letter. */
const DOUBLED =
  /^(?:admit|refer|rebut|permit|submit|regret|begin|prefer|infer|commit)$/;

/**
 * The forms of an English verb by the rules of spelling.
 *
 * @param verb Its base form.
 * @param past Its past tense where that is irregular.
 * @param participle Its past participle where that is irregular.
 */
export function inflect(verb: string, past = "", participle = ""): VerbForms {
  const consonantY = /[^aeiou]y$/.test(verb);
  const doubled = DOUBLED.test(verb) || /^[^aeiou]*[aeiou][bdglmnprt]$/.test(verb)
    ? verb + verb.at(-1)
    : verb;
  const third = consonantY
    ? `${verb.slice(0, -1)}ies`
    : /(?:s|x|z|ch|sh|o)$/.test(verb)
    ? `${verb}es`
    : `${verb}s`;
  const regular = verb.endsWith("e")
    ? `${verb}d`
    : consonantY
    ? `${verb.slice(0, -1)}ied`
    : `${doubled}ed`;
  const gerund = verb.endsWith("ie")
    ? `${verb.slice(0, -2)}ying`
    : verb.endsWith("e") && !verb.endsWith("ee")
    ? `${verb.slice(0, -1)}ing`
    : `${doubled}ing`;
  return {
    third,
    past: past || regular,
    participle: participle || past || regular,
    gerund,
  };
}
