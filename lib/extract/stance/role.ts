import type { Cue } from "./cue.ts";
import type { Match } from "./match.ts";
import type { Place } from "./place.ts";

/** The kinds of cue that the rules tell apart. */
export const KINDS = ["active", "passive", "noun", "other"] as const;

/** The kind of a cue where it stands, a place in {@linkcode KINDS}. */
export function kindOf(cue: Cue, match: Match): number {
  return cue.part === "verb" ? (match.passive ? 1 : 0) : cue.part === "noun" ? 2 : 3;
}

/**
 * What a mention is to a cue: who does it, whom it is done to, or neither by grammar; a
 * `voice` is who says the words among which the cue stands.
 */
export const ROLES = [
  "agent",
  "distant agent",
  "patient",
  "distant patient",
  "far",
  "bearer",
  "absent",
  "voice",
] as const;

/** The role of a mention to a cue, a place in {@linkcode ROLES}. */
export function roleOf(place: Place, kind: number): number {
  if (place.side === 2) return 5;
  if (kind >= 2 && place.distance === 0 && place.side === 1) return 5;
  if (place.borders === 2) return 4;
  const near = place.borders === 0 && !place.crossed;
  const agent = kind === 1
    ? place.side === 1 && place.by
    : place.side === 0 || place.side === 1 && place.by;
  return agent ? (near ? 0 : 1) : near ? 2 : 3;
}

/** Which of a cue's fitted weights a mention's place calls for: its agent's or its patient's. */
export function slotOf(place: Place, kind: number): "agent" | "patient" {
  const before = place.side === 0;
  if (kind === 1) return before || !place.by ? "patient" : "agent";
  return before || place.by ? "agent" : "patient";
}

const SIDES = ["before", "after", "on"];
const BORDERS = ["same clause", "next clause", "other clause"];
const DISTANCES = ["touching", "near", "apart"];

/** How many places a target can have to a cue. */
export const PLACES = KINDS.length * 3 * 3 * 3 * 2 * 2;

/** A place as one number, the index of its multiplier. */
export function placeIndex(place: Place, kind: number): number {
  return ((((kind * 3 + place.side) * 3 + place.borders) * 3 + place.distance) * 2 +
        (place.subject ? 1 : 0)) * 2 + (place.crossed ? 1 : 0);
}

/** The words for the place with an index. */
export function placeName(index: number): string {
  const crossed = index % 2, subject = (index >> 1) % 2;
  let rest = index >> 2;
  const distance = rest % 3;
  rest = (rest - distance) / 3;
  const borders = rest % 3;
  rest = (rest - borders) / 3;
  const side = rest % 3;
  return [
    KINDS[(rest - side) / 3],
    SIDES[side],
    BORDERS[borders],
    DISTANCES[distance],
    subject ? "subject" : "object",
    crossed ? "crossed" : "clear",
  ].join("/");
}

const DIRECTIONS = ["forward", "backward", "mutual", "third"];

/** How many pairs of roles a speaker and a target can have to a cue. */
export const PAIRS = ROLES.length * ROLES.length * 3 * DIRECTIONS.length;

/** A pair of roles as one number, the index of its multiplier. */
export function pairIndex(
  speaker: number,
  target: number,
  kind: number,
  cue: Cue,
): number {
  const part = kind <= 1 ? 0 : kind - 1;
  const direction = DIRECTIONS.indexOf(cue.direction);
  return ((direction * 3 + part) * ROLES.length + speaker) * ROLES.length + target;
}

const pairNames: (string | undefined)[] = [];

/** The words for the pair with an index. */
export function pairName(index: number): string {
  return pairNames[index] ??= namePair(index);
}

function namePair(index: number): string {
  const target = index % ROLES.length;
  let rest = (index - target) / ROLES.length;
  const speaker = rest % ROLES.length;
  rest = (rest - speaker) / ROLES.length;
  return [
    DIRECTIONS[Math.floor(rest / 3)],
    ["verb", "noun", "other"][rest % 3],
    ROLES[speaker],
    ROLES[target],
  ].join("/");
}
