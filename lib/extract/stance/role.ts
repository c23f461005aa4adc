import type { Cue, Direction, Part } from "./cue.ts";
import { AFTER, BEFORE, ON, partsOf, type Place, STANDS } from "./place.ts";
import { AGENT, PATIENT, type Slot } from "./slots.ts";

/** The kinds of cue that the rules tell apart. */
export const KINDS = ["active", "passive", "noun", "other"] as const;
const PASSIVE = 1, NOUN = 2, OTHER = 3;

/** The kind of a cue where it stands, a place in {@linkcode KINDS}. */
export function kindOf(part: Part, passive: boolean): number {
  return part === "verb" ? (passive ? PASSIVE : 0) : part === "noun" ? NOUN : OTHER;
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

/**
 * The role of each place to each kind of cue, and which of the cue's weights it calls for,
 * as {@linkcode Standing} has them.
 */
const STANDINGS = Uint8Array.from({ length: KINDS.length * STANDS }, (_, index) => {
  const place = index % STANDS, kind = (index - place) / STANDS;
  return roleOf(place, kind) * 2 + slotOf(place, kind);
});

/** A role and a slot as one number; see {@linkcode roleIn} and {@linkcode slotIn}. */
export type Standing = number;

/** How a place stands to a kind of cue. */
export function standingOf(place: Place, kind: number): Standing {
  return STANDINGS[kind * STANDS + place];
}

/** A role with a slot. */
export function standing(role: number, slot: Slot): Standing {
  return role * 2 + slot;
}

/** The role, a place in {@linkcode ROLES}. */
export function roleIn(standing: Standing): number {
  return standing >> 1;
}

/** Which of a cue's weights it calls for: its agent's or its patient's. */
export function slotIn(standing: Standing): Slot {
  return (standing & 1) as Slot;
}

function roleOf(place: Place, kind: number): number {
  const { side, borders, distance, crossed, by } = partsOf(place);
  if (side === ON || kind >= NOUN && distance === 0 && side === AFTER) return 5;
  if (borders === 2) return 4;
  const near = borders === 0 && !crossed;
  const agent = side === AFTER && by || kind !== PASSIVE && side === BEFORE;
  return agent ? (near ? 0 : 1) : near ? 2 : 3;
}

function slotOf(place: Place, kind: number): Slot {
  const { side, by } = partsOf(place), isBefore = side === BEFORE;
  if (kind === PASSIVE) return isBefore || !by ? PATIENT : AGENT;
  return isBefore || by ? AGENT : PATIENT;
}

const SIDES = ["before", "after", "on"];
const BORDERS = ["same clause", "next clause", "other clause"];
const DISTANCES = ["touching", "near", "apart"];

/** How many places a target can have to a cue, by its kind; `by` makes no difference. */
export const PLACES = KINDS.length * STANDS / 2;

/** A place to a kind of cue, the index of its multiplier. */
export function placeIndex(place: Place, kind: number): number {
  return kind * (STANDS / 2) + (place >> 1);
}

/** The words for the place with an index. */
export function placeName(index: number): string {
  const kind = Math.floor(index * 2 / STANDS);
  const { side, borders, distance, subject, crossed } = partsOf(index * 2 % STANDS);
  return [
    KINDS[kind],
    SIDES[side],
    BORDERS[borders],
    DISTANCES[distance],
    subject ? "subject" : "object",
    crossed ? "crossed" : "clear",
  ].join("/");
}

const DIRECTIONS: readonly Direction[] = ["forward", "backward", "mutual", "third"];
/** The kinds of cue that pairs of roles tell apart; a verb may be passive or not. */
const PARTS = ["verb", "noun", "other"];

/** How many pairs of roles a speaker and a target can have to a cue. */
export const PAIRS = ROLES.length * ROLES.length * PARTS.length * DIRECTIONS.length;

/** Where the pairs of roles begin that a cue is weighed by. */
export function pairsFrom({ part, direction }: Cue): number {
  const kind = Math.max(0, kindOf(part, false) - 1);
  return (DIRECTIONS.indexOf(direction) * PARTS.length + kind) * ROLES.length *
    ROLES.length;
}

/** A pair of roles, the index of its multiplier. */
export function pairIndex(from: number, speaker: number, target: number): number {
  return from + speaker * ROLES.length + target;
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
  const direction = DIRECTIONS[Math.floor(rest / PARTS.length)];
  return [direction, PARTS[rest % PARTS.length], ROLES[speaker], ROLES[target]]
    .join("/");
}
