import type { Run } from "./phrases.ts";

/** Whose word a noun of speech is. */
export interface Owner {
  readonly source: Run;
  readonly cueFrom: number;
  /** Whether the noun is the object of "make". */
  readonly made?: boolean;
}

/** Where what the noun says begins, and how far it goes. */
export interface Told {
  readonly cueEnd: number;
  readonly from: number;
  readonly extent: "sentence" | "phrase";
}

/** What is said as a clause. */
export const sentence = (cueEnd: number, from: number): Told => ({
  cueEnd,
  from,
  extent: "sentence",
});
/** What is said as a phrase. */
export const phrase = (cueEnd: number, from: number): Told => ({
  cueEnd,
  from,
  extent: "phrase",
});

/** Verbs that make a statement of a noun. */
export const MAKING = /^(?:ma(?:ke|kes|de|king)|g(?:ave|ives?|iven|iving)|sounded)$/;
/** What follows "there were reports". */
export const ABOUT = /^(?:about|regarding|concerning|on|of)$/;
/** What follows "made a statement". */
export const SUPPORT =
  /^(?:in (?:support|favou?r|defen[cs]e) of|about|against|regarding|on)\b/;
/** Prepositions that what is said follows after a noun of somebody's. */
export const TAKES: Record<string, readonly string[] | undefined> = {
  call: ["for"],
  calls: ["for"],
  demand: ["for"],
  demands: ["for"],
  claim: ["of", "about"],
  claims: ["of", "about"],
  allegation: ["of", "about", "against"],
  allegations: ["of", "about", "against"],
  accusation: ["of", "against"],
  accusations: ["of", "against"],
  complaint: ["of", "about", "against"],
  complaints: ["of", "about", "against"],
  warning: ["of", "about", "against"],
  warnings: ["of", "about", "against"],
  denial: ["of"],
  denials: ["of"],
  admission: ["of"],
  threat: ["of"],
  threats: ["of"],
  promise: ["of"],
  promises: ["of"],
  support: ["for"],
  opposition: ["to"],
  criticism: ["of"],
  condemnation: ["of"],
  denunciation: ["of"],
  praise: ["of", "for"],
  rejection: ["of"],
  insistence: ["on"],
  commitment: ["to"],
};
