/** Closed classes of English words that the rules look at, a bit each. */

/** Words that a noun follows. */
export const DETERMINER = 1 << 0;
export const PREPOSITION = 1 << 1;
/** Subject pronouns and relative pronouns, which a verb follows. */
export const PRONOUN = 1 << 2;
/** Forms of `be` and of `get`, which make a passive. */
export const BE = 1 << 3;
export const HAVE = 1 << 4;
export const MODAL = 1 << 5;
/** Words that negate what follows. */
export const NEGATOR = 1 << 6;
/** Words that may stand between the words of a phrase. */
export const SKIPPED = 1 << 7;
/** Words that begin a clause. */
export const SUBORDINATOR = 1 << 8;
/** Marks that begin or end a clause. */
export const BREAK = 1 << 9;
/** Forms of verbs of speech that name the source of what is said. */
export const SPEECH = 1 << 10;
/** Words that may stand between a name and its verb of speech. */
export const LIGHT = 1 << 11;
/** Words that a subject follows. */
export const LEAD = 1 << 12;
/** Words beyond which nothing negates. */
export const SCOPE_END = 1 << 13;
export const CONDITION = 1 << 14;
/** Words of one who speaks to two sides at once, and those that count them. */
export const SIDES = 1 << 15;
export const QUANTIFIER = 1 << 16;
/** Words that may speak of two sides; some only beside another. */
export const PAIRED = 1 << 17;
export const FIRST_PERSON = 1 << 18;
/** Pronouns for a person, and for a state or institution. */
export const PERSONAL = 1 << 19;
export const IMPERSONAL = 1 << 20;
/** Words that may stand between two names of one noun phrase, besides capitalised ones. */
export const TITLE = 1 << 22;

/** Marks of quotation, question and exclamation. */
export const QUOTE = 1 << 26;
export const QUESTION = 1 << 27;
export const EXCLAMATION = 1 << 28;

/** What a token is by its place and shape: the last of a cue verb, capitalised, in -ly. */
export const CUE_VERB = 1 << 23;
export const CAPITALISED = 1 << 24;
export const ADVERB = 1 << 25;

const CLASSES: readonly (readonly [bit: number, words: string])[] = [
  [
    DETERMINER,
    "the a an this that these those its their his her our my your some any every each " +
    "another such no both",
  ],
  [
    PREPOSITION,
    "of in on at by for with from to against about into over toward towards through " +
    "during after before under between among amid without within across despite upon " +
    "via per than like as",
  ],
  [PRONOUN, "he she they we i you it who which"],
  [BE, "be is are was were been being am get gets got getting 's 're"],
  [HAVE, "have has had having 've"],
  [MODAL, "will would can could may might shall should must do does did 'll let"],
  [
    NEGATOR,
    "not n't never no without neither nor hardly cannot fails failed fail refuses " +
    "refused refuse lacks lacked lack none ceased stopped barely nobody nothing avoid " +
    "avoided",
  ],
  [
    SKIPPED,
    "the a an its their his her any all some 's this these those that our my your new " +
    "further more very both",
  ],
  [
    SUBORDINATOR,
    "that which who whom whose because while although though when whereas if unless " +
    "after before since as but until where whether so",
  ],
  [BREAK, '; : ( ) " — – - … [ ]'],
  [
    SPEECH,
    "said says say saying told tells added adds noted notes wrote writes tweeted tweets " +
    "stated states insisted insists argued argues claimed claims warned declared " +
    "announced explained suggested maintained remarked commented replied posted " +
    "asserted alleged complained lamented quipped concluded acknowledged stressed " +
    "emphasized emphasised underlined reiterated continued thundered responded",
  ],
  [LIGHT, "the a an of , 's who also has had later then and minister president"],
  [LEAD, 'and or but , that which said says — "'],
  [SCOPE_END, '; : but although though while " — –'],
  [CONDITION, "if unless would could might may whether"],
  [SIDES, "sides parties countries neighbors neighbours nations states side"],
  [QUANTIFIER, "both all the two either conflicting warring"],
  [
    PAIRED,
    "both mutual other another sides side parties countries neighbors neighbours " +
    "nations states",
  ],
  [FIRST_PERSON, "we our us i my me ourselves"],
  [PERSONAL, "he she"],
  [IMPERSONAL, "it they"],
  [
    TITLE,
    "s of the for in then former foreign prime deputy first supreme minister president " +
    "ministry spokesman spokesperson spokeswoman leader ambassador commander chief " +
    "general army ground forces government to speaker secretary envoy his her " +
    "counterpart",
  ],
  [QUOTE, '"'],
  [QUESTION, "?"],
  [EXCLAMATION, "!"],
];
const SINGLE = "by of to 's , and or only also being according both mutual each " +
  "other one another not n't for with against from in on";

/**
 * The words that the rules look at with the classes that they are of. A lexicon's table
 * begins with them, so that their ids are the same in all.
 */
export const GRAMMAR: ReadonlyMap<string, number> = classified();

function classified(): Map<string, number> {
  const found = new Map<string, number>();
  for (const [bit, words] of CLASSES) {
    for (const word of words.split(" ")) found.set(word, (found.get(word) ?? 0) | bit);
  }
  for (const word of SINGLE.split(" ")) found.set(word, found.get(word) ?? 0);
  return found;
}

const IDS = new Map([...GRAMMAR.keys()].map((word, i) => [word, i + 1]));

/** The id that a word of the grammar has in every lexicon's table. */
export function grammarId(word: string): number {
  const id = IDS.get(word);
  if (id === undefined) throw new RangeError(`no word of the grammar: ${word}`);
  return id;
}
