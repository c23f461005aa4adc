/** Closed classes of English words that the rules look at. */

const set = (text: string): ReadonlySet<string> => new Set(text.split(" "));

/** Words that a noun follows. */
export const DETERMINER = set(
  "the a an this that these those its their his her our my your some any every each " +
    "another such no both",
);

/** Prepositions. */
export const PREPOSITION = set(
  "of in on at by for with from to against about into over toward towards through " +
    "during after before under between among amid without within across despite " +
    "upon via per than like as",
);

/** Subject pronouns and relative pronouns, which a verb follows. */
export const PRONOUN = set("he she they we i you it who which");

/** Forms of `be` and of `get`, which make a passive. */
export const BE = set("be is are was were been being am get gets got getting 's 're");

/** Forms of `have`. */
export const HAVE = set("have has had having 've");

/** Modal verbs. */
export const MODAL = set(
  "will would can could may might shall should must do does did 'll let",
);

/** Words that negate what follows. */
export const NEGATOR = set(
  "not n't never no without neither nor hardly cannot fails failed fail refuses refused " +
    "refuse lacks lacked lack none ceased stopped barely nobody nothing avoid avoided",
);

/** Words that may stand between the words of a phrase. */
export const SKIPPED = set(
  "the a an its their his her any all some 's this these those that our my your new " +
    "further more very both",
);

/** Words that begin a clause. */
export const SUBORDINATOR = set(
  "that which who whom whose because while although though when whereas if unless after " +
    "before since as but until where whether so",
);

/** Marks that begin or end a clause. */
export const BREAK = set('; : ( ) " — – - … [ ]');

/** Adverbs of manner by their ending. */
export const ADVERB = /ly$/;

/** Forms of verbs of speech that name the source of what is said. */
export const SPEECH = set(
  "said says say saying told tells added adds noted notes wrote writes tweeted tweets " +
    "stated states insisted insists argued argues claimed claims warned declared " +
    "announced explained suggested maintained remarked commented replied posted asserted " +
    "alleged complained lamented quipped concluded acknowledged stressed emphasized " +
    "emphasised underlined reiterated continued thundered responded",
);

/** Words that may stand between a name and its verb of speech. */
export const LIGHT = set(
  "the a an of , 's who also has had later then and minister president",
);

/** Words of one who speaks to two sides at once; some count only beside another. */
export const PAIRED = set(
  "both mutual other another sides side parties countries neighbors neighbours nations states",
);
