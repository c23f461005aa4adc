import { OPPOSED } from "./match.ts";
import type { Match, Mode } from "./match.ts";
import type { Mentioned } from "./mention.ts";
import { closest, placeOf } from "./place.ts";
import type { Reading } from "./reading.ts";
import { pairIndex, roleIn, type Standing, standing, standingOf } from "./role.ts";
import { AGENT, PATIENT } from "./slots.ts";

/** A party that the sentence does not name, but that stands as subject or object of all. */
const UNNAMED = {
  agent: standing(0, AGENT),
  patient: standing(2, PATIENT),
  voice: standing(7, PATIENT),
} as const;

const DOER = 0, VOICE = 7;
/** Patient, distant patient, bearer. */
const UNDERGOES = 1 << 2 | 1 << 3 | 1 << 5;

/** A speaker or target: its mentions, or the role that it has without being named. */
export type Party = readonly Mentioned[] | keyof typeof UNNAMED;

/** How a party stands to the cues of a sentence. */
export interface Stand {
  /** Its standing to each match of the reading. */
  readonly standings: readonly Standing[];
  /** Whether the sentence names it. */
  readonly named: boolean;
  /** Whether a verb of speech stands beside one of its mentions. */
  readonly speaks: boolean;
}

/** Looks how a party stands to each cue. */
export function standOf(reading: Reading, party: Party): Stand {
  const { matches } = reading, standings: Standing[] = [];
  if (typeof party === "string") {
    for (let i = 0; i < matches.length; i++) standings.push(UNNAMED[party]);
    return { standings, named: false, speaks: false };
  }
  for (const match of matches) {
    const place = placeOf(closest(party, match, reading), match, reading);
    standings.push(standingOf(place, match.kind));
  }
  return { standings, named: true, speaks: party.some(({ speaks }) => speaks) };
}

/** The pair of roles that a speaker and a target have to a cue: the index of its multiplier. */
export function pairOf(match: Match, at: number, from: Stand, to: Stand): number {
  const role = roleIn(from.standings[at]);
  // Who says the sentence holds what its words hold, unless he does it himself.
  const speaker = from.speaks && role !== DOER ? VOICE : role;
  return pairIndex(match.pairs, speaker, roleIn(to.standings[at]));
}

/** The mode of a cue toward a target. */
export function modeToward(match: Match, at: number, to: Stand): Mode {
  // Who condemns an attack on somebody stands with him, if he is named as its object.
  const stands = match.opposed && to.named &&
    (1 << roleIn(to.standings[at]) & UNDERGOES) !== 0;
  return stands ? OPPOSED : match.mode;
}
