/** What more is known of a cue verb than what it takes; a verb can be several of these. */
export const TOPIC = 1, OF_THINGS = 2, TELLING = 4, OFFERING = 8, ACCUSING = 16;
export const NOT_SAYING = 32, ASIDE_THOUGHT = 64, TALKING = 128;

const KINDS: readonly (readonly [number, string])[] = [
  // Verbs whose object is what is spoken of: "explaining the step".
  [TOPIC, "explain discuss address describe mention present raise report"],
  // Verbs whose subject may be a thing: what a thing shows counts where "that" follows.
  [
    OF_THINGS,
    `imply reveal highlight underscore underline challenge reject demonstrate prove
    suggest indicate signal mean predict present deliver offer raise defend`,
  ],
  // Verbs whose object is told something and does not belong to it.
  [TELLING, "tell inform remind assure notify persuade convince"],
  // Verbs that take "to" somebody and what he is to do: "suggested to Baku building".
  [OFFERING, "suggest propose recommend"],
  // Verbs of blame and praise, whose object is told "of" or "for" what.
  [
    ACCUSING,
    `accuse blame criticize criticise condemn praise charge denounce rebuke fault`,
  ],
  // Verbs that are no speech where they fail: "failed to offer a way out".
  [NOT_SAYING, "offer present deliver raise predict prove highlight signal"],
  // Verbs of thinking that stand between commas as those of saying do.
  [ASIDE_THOUGHT, "believe think suspect fear hope"],
  // Verbs without a clause that still tell what is said within a quotation.
  [TALKING, "talk speak refer call describe complain"],
];

/** The kinds of a verb by its base form. */
export function kindsOf(lemma: string): number {
  let kinds = 0;
  for (const [kind, verbs] of KINDS) {
    if (verbs.split(/\s+/).includes(lemma)) kinds |= kind;
  }
  return kinds;
}
