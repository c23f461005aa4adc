/** What a word can be in a sentence; a word can be several of these. */
export const DET = 1, PRONOUN = 2, PREP = 4, COORD = 8, SUBORD = 16, RELATIVE = 32;
export const AUX = 64, ADVERB = 128, VERB = 256, TIME = 512, NOT = 1024, BE = 2048;
/** Forms of a cue verb: what says and said, saying, to say, was said. */
export const FINITE = 4096, GERUND = 8192, BASE_FORM = 16384, PARTICIPLE = 32768;
/** A noun whose content follows, and a common verb that is no cue. */
export const CUE_NOUN = 65536, OTHER_VERB = 131072;
/** A word that a phrase of speech can begin with: according. */
export const PHRASE = 262144;

/** An adjective of what somebody thinks: afraid. */
export const ADJECTIVE = 524288;
/** A form of "have". */
export const HAVE = 1 << 20;

/** A form of a verb of speech in another language, or its first word. */
export const FOREIGN = 1 << 21;

/** What a word must be, one of these, for a sentence to report anything. */
export const REPORTING = VERB | CUE_NOUN | PHRASE | ADJECTIVE;
/** What no word has: it tells what stands beyond the last token. */
export const BEYOND = 1 << 30;

/** Words of function and common verbs by what they can be. */
export const CLASSES: readonly (readonly [number, string])[] = [
  [
    DET,
    `the a an this that these those his her its their my our your some any all both no
    each every another several many few most other such either neither`,
  ],
  [
    PRONOUN,
    `i he she they we it you who one everyone everybody someone somebody nobody anyone
    others many some most those these both neither`,
  ],
  [
    PREP,
    `of in on at by for with from to about against during after before under over into
    through between among across within without toward towards near since until upon
    amid despite like unlike including via per off outside inside around behind beyond
    along alongside throughout following regarding concerning as than beside besides
    except ahead because according`,
  ],
  [COORD, "and or but nor yet & so"],
  [
    SUBORD,
    `because although though while when if as since before after unless until whether
    where whereas once whenever wherever lest how why than`,
  ],
  [RELATIVE, "who which that whose whom what whoever whatever"],
  [
    AUX | FINITE,
    `has have had is are was were am does do did will would can could may might shall
    should must 'd 'll 've 're 'm cannot wo ca`,
  ],
  [AUX, "be been being having ought going"],
  [BE, "is are was were am be been being 're 'm got get gets getting"],
  [HAVE, "have has had having 've"],
  [NOT, "not n't never"],
  [
    ADVERB,
    `not n't never also again already ever now then later once still even just only often
    repeatedly recently earlier immediately too further first always sometimes
    previously initially subsequently meanwhile however moreover additionally instead
    thus therefore together soon long much well far so rather merely simply there here
    today yesterday tomorrow tonight furthermore likewise nevertheless nonetheless
    separately elsewhere indeed perhaps maybe twice ago afterwards afterward late yet`,
  ],
  [
    TIME,
    `monday tuesday wednesday thursday friday saturday sunday january february march
    april may june july august september october november december today yesterday
    tomorrow tonight week month year morning afternoon evening night last next earlier
    later jan feb mar apr jun jul aug sept sep oct nov dec`,
  ],
  [
    OTHER_VERB,
    `went came became began took made gave got kept held led left lost met paid ran sat
    sent stood spent won fell grew rose drew flew broke built bought brought caught
    chose cut dealt did fought fed found hit hung hurt knew lay let put rode rang seemed
    served shook shot shut sold spread stole struck taught tore threw wore remains
    remain seems appears became becomes goes comes takes makes gives gets keeps holds
    leads leaves loses meets pays runs sits sends stands wins falls grows rises draws
    happened visited launched crossed attacked killed signed opened closed moved used
    followed turned helped started stopped continued included created involved failed
    refers does`,
  ],
];
