import type { CueWord } from "../knowledge.ts";
import { BEFORE_NUMBER, NEVER_LAST } from "../../text/abbreviations.ts";
import { WordTable } from "../../text/word_table.ts";
import { inflect } from "./inflect.ts";
import { kindsOf } from "./verb_kinds.ts";
import {
  ADJECTIVE,
  BASE_FORM,
  CLASSES,
  CUE_NOUN,
  FINITE,
  FOREIGN,
  GERUND,
  PARTICIPLE,
  PHRASE,
  VERB,
} from "./word_classes.ts";

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
  /** Kinds of `verb_kinds.ts`. */
  readonly kinds: number;
}

/** A word whose stop belongs to it, always or before a figure: "Mr.", "Nov. 9". */
export const ABBREVIATION = 1, BEFORE_FIGURE = 2;
const LONGEST_ABBREVIATION = 5;

/** Nouns and adjectives that end as adverbs of manner do. */
const NO_MANNER = `
  family reply supply assembly ally rally daily weekly monthly yearly likely unlikely
  friendly early apply imply rely comply multiply elderly deadly costly orderly timely
  july bully belly jelly anomaly monopoly
`;

/** The senses of English words, with those of the cues that a table gives. */
export class Lexicon {
  readonly table = new WordTable();
  /** Flags of `word_classes.ts`, by id of the word in the table. */
  readonly flags: number[] = [0];
  /** What a cue verb takes, by id. */
  readonly verbs: (CueVerb | undefined)[] = [undefined];
  /** {@linkcode ABBREVIATION} or {@linkcode BEFORE_FIGURE} or 0, by id. */
  readonly stops: number[] = [0];
  /** 1 for a word that ends in -ly and is no adverb, by id. */
  readonly notManner: number[] = [0];
  /** Phrases such as "according to", by first word: the rest, and what they take. */
  readonly phrases = new Map<string, { rest: string[]; takes: string }[]>();
  /** The same as ids: of the first word, then of the rest. */
  readonly phraseIds = new Map<number, number[][]>();
  /** Forms of speech in other languages as ids: of the first word, then of the rest. */
  readonly foreign = new Map<number, number[][]>();

  /** @param cues The table of cues; words of other languages stand in it in each form. */
  constructor(cues: readonly CueWord[]) {
    for (const [flag, list] of CLASSES) {
      for (const word of list.trim().split(/\s+/)) this.#add(word, flag);
    }
    for (const cue of cues) {
      if (cue.language !== "en") this.#addForeign(cue);
      else if (cue.part === "verb") this.#addVerb(cue);
      else if (cue.part === "noun") this.#add(cue.cue, CUE_NOUN);
      else if (cue.part === "adjective") this.#add(cue.cue, ADJECTIVE);
      else this.#addPhrase(cue);
    }
    this.#add("'s", 0);
    for (const word of NEVER_LAST) this.#addStop(word, ABBREVIATION);
    for (const word of BEFORE_NUMBER) this.#addStop(word, BEFORE_FIGURE);
    for (const word of NO_MANNER.trim().split(/\s+/)) {
      this.notManner[this.#add(word, 0)] = 1;
    }
  }

  #add(word: string, flags: number, verb?: CueVerb): number {
    const id = this.table.add(word);
    this.flags[id] = (this.flags[id] ?? 0) | flags;
    this.verbs[id] = verb ?? this.verbs[id];
    this.stops[id] ??= 0;
    this.notManner[id] ??= 0;
    return id;
  }

  #addForeign({ cue }: CueWord) {
    const [first, ...rest] = cue.split(" ");
    const id = this.#add(first, FOREIGN), ids = rest.map((word) => this.#add(word, 0));
    const known = [...this.foreign.get(id) ?? [], ids];
    this.foreign.set(id, known.sort((a, b) => b.length - a.length));
  }

  #addStop(word: string, stop: number) {
    if (word.length > LONGEST_ABBREVIATION) return;
    const id = this.#add(word, 0);
    this.stops[id] ||= stop;
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
      kinds: kindsOf(cue),
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
    const id = this.#add(first, PHRASE), ids = rest.map((word) => this.#add(word, 0));
    this.phraseIds.set(id, [...this.phraseIds.get(id) ?? [], ids]);
    const known = this.phrases.get(first) ?? [];
    known.push({ rest, takes });
    this.phrases.set(first, known.sort((a, b) => b.rest.length - a.rest.length));
  }
}
