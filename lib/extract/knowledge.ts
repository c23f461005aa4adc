import type { PartialDate } from "../base/date.ts";

/** An actor as the table `actors` has it; only the columns that reading needs. */
export interface Actor {
  readonly id: string;
  readonly name: string;
  /** `state`, `institution`, `organisation`, `person`, `group`, `place`, `object`, `outlet`, `author`. */
  readonly type: string;
  /** ISO 3166-1 alpha-3, or missing. */
  readonly country?: string;
  readonly official?: string;
}

/** A name of an actor as the table `aliases` has it. */
export interface Alias {
  readonly actor: string;
  readonly alias: string;
  /** `name`, `demonym` or `metonym`. */
  readonly kind: string;
  /** ISO 639-1; it decides which inflected forms are looked for. */
  readonly language?: string;
  /** First and last date of its use, both within it. */
  readonly valid_from?: PartialDate;
  readonly valid_to?: PartialDate;
  /**
   * Contexts that rule it out, with `;` between them: `_` stands for the name, `*` at the
   * end of a word for any ending; a context without `_` may stand anywhere in the
   * sentence: `roast _;_ sandwich;Thanksgiving`.
   */
  readonly unless?: string;
}

/** A context in which an alias stands for one actor of several, or for none. */
export interface ContextRule {
  readonly alias: string;
  /** The actor meant; empty where none is. */
  readonly actor?: string;
  /** The kind of mention; empty where the alias' own stays. */
  readonly kind?: string;
  /** Contexts as in {@linkcode Alias.unless}; empty where it holds in all. */
  readonly context?: string;
}

/** An office of a person as the table `roles` has it. */
export interface Role {
  readonly actor: string;
  readonly role: string;
  readonly role_from?: PartialDate;
  readonly role_to?: PartialDate;
}

/** How an institution of a state is called, after the state's name or adjective. */
export interface Designation {
  /** What follows the state's id in the institution's: `mfa`, `mod`, `gov`; empty for the state. */
  readonly institution: string;
  /** `Foreign Ministry`; with `_` where the state's name stands: `Ministry of Defence of _`. */
  readonly designation: string;
  /** `name` where it is a name of the institution, `speaker` where it only tells who speaks. */
  readonly use: string;
}

/** A word of speech as the table `speech_cues` has it. */
export interface CueWord {
  readonly cue: string;
  /** `verb`, `noun`, `adjective`, `phrase`, or `form` for a written form in another language. */
  readonly part: string;
  /** Irregular past tense and participle, with `;` between them. */
  readonly forms: string;
  /** What it takes, with `;` between: `clause`, `quote`, `object`, `infinitive`, `person`, `particle`. */
  readonly takes: string;
  /** Prepositions that belong to it, with `;` between: call `for;on;upon`. */
  readonly particles: string;
  /** `speech` or `attitude`. */
  readonly class: string;
  /** ISO 639-1. */
  readonly language: string;
}

/** All that extraction is told: the tables of a data package or a user's own. */
export interface Knowledge {
  readonly actors: readonly Actor[];
  readonly aliases: readonly Alias[];
  /** Who publishes: an organisation among them, such as a think tank, is an outlet. */
  readonly publishers?: readonly { readonly id: string }[];
  readonly contexts?: readonly ContextRule[];
  readonly roles?: readonly Role[];
  readonly designations?: readonly Designation[];
  readonly cues?: readonly CueWord[];
}
