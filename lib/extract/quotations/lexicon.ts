import type { CueWord } from "../knowledge.ts";
import { foldText } from "../mentions/fold.ts";
import { Vocabulary } from "../mentions/vocabulary.ts";
import { inflect } from "./inflect.ts";

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

/** What a cue verb takes. */
export interface CueVerb {
  readonly lemma: string;
  readonly clause: boolean;
  readonly quote: boolean;
  readonly object: boolean;
  readonly infinitive: boolean;
  readonly person: boolean;
  /** Whether it is a cue only with one of its particles: "pointed out". */
  readonly needsParticle: boolean;
  readonly particles: ReadonlySet<string>;
  /** Whether it tells what somebody thinks and not what he says. */
  readonly attitude: boolean;
}

/** What is known of a written word. */
export interface WordSense {
  flags: number;
  verb?: CueVerb;
}

const CLASSES: readonly (readonly [number, string])[] = [
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

/** The senses of English words, with those of the cues that a table gives. */
export class Lexicon {
  readonly #vocabulary = new Vocabulary();
  /** By number of the word in the vocabulary. */
  readonly #senses: WordSense[] = [];
  /** Phrases such as "according to", by first word: the rest, and what they take. */
  readonly phrases = new Map<string, { rest: string[]; takes: string }[]>();
  /** Words of speech in other languages, by lower-case form. */
  readonly foreign = new Set<string>();

  /** @param cues The table of cues; words of other languages stand in it in each form. */
  constructor(cues: readonly CueWord[]) {
    for (const [flag, list] of CLASSES) {
      for (const word of list.trim().split(/\s+/)) this.#add(word, flag);
    }
    for (const cue of cues) {
      if (cue.language !== "en") this.foreign.add(cue.cue);
      else if (cue.part === "verb") this.#addVerb(cue);
      else if (cue.part === "noun") this.#add(cue.cue, CUE_NOUN);
      else if (cue.part === "adjective") this.#add(cue.cue, ADJECTIVE);
      else this.#addPhrase(cue);
    }
  }

  /**
   * The number of the word at `text[start, end)`, or -1 where it is not known.
   *
   * @param hash Its hash, as `hashStep` makes it from folded letters.
   */
  find(text: string, start: number, end: number, hash: number): number {
    return this.#vocabulary.find(text, start, end, hash);
  }

  /** What a word can be, by its number. */
  sense(id: number): WordSense {
    return this.#senses[id];
  }

  /** The word with a number, in small letters. */
  word(id: number): string {
    return this.#vocabulary.word(id);
  }

  #add(word: string, flags: number, verb?: CueVerb) {
    const id = this.#vocabulary.add(foldText(word));
    const sense = this.#senses[id] ??= { flags: 0 };
    sense.flags |= flags;
    if (verb !== undefined) sense.verb = verb;
  }

  #addVerb({ cue, forms, takes, particles, class: kind }: CueWord) {
    const frames = new Set(takes.split(";"));
    const verb: CueVerb = {
      lemma: cue,
      clause: frames.has("clause"),
      quote: frames.has("quote"),
      object: frames.has("object"),
      infinitive: frames.has("infinitive"),
      person: frames.has("person"),
      needsParticle: frames.has("particle"),
      particles: new Set(particles.split(";").filter((one) => one !== "")),
      attitude: kind === "attitude",
    };
    const [past = "", participle = ""] = forms.split(";");
    const inflected = inflect(cue, past, participle);
    this.#add(cue, VERB | FINITE | BASE_FORM, verb);
    this.#add(inflected.third, VERB | FINITE, verb);
    this.#add(inflected.past, VERB | FINITE, verb);
    this.#add(inflected.gerund, VERB | GERUND, verb);
    this.#add(inflected.participle, VERB | PARTICIPLE, verb);
  }

  #addPhrase({ cue, takes }: CueWord) {
    const [first, ...rest] = cue.split(" ");
    this.#add(first, PHRASE);
    const known = this.phrases.get(first) ?? [];
    known.push({ rest, takes });
    this.phrases.set(first, known.sort((a, b) => b.rest.length - a.rest.length));
  }
}
