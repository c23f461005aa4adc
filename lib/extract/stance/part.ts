import { EVEN, type Governing } from "./act.ts";
import type { Cue } from "./cue.ts";
import { BESIDE, type Mode, PLAIN } from "./match.ts";
import type { Mentioned } from "./mention.ts";
import { closest, placeOf } from "./place.ts";
import type { Reading } from "./reading.ts";
import { placeIndex, slotIn, standingOf } from "./role.ts";
import type { Slot } from "./slots.ts";
import { modeToward, pairOf, type Stand } from "./standing.ts";

/**
 * One cue's part in a stance, as one number: which multiplier weighs it (of a place in the
 * writer's view, else of a pair of roles), which of the cue's weights the target's place
 * calls for, and its mode. Parts lie in the order of the reading's matches.
 */
export type Part = number;

/** The part of a cue that does not count. */
export const LEFT_OUT: Part = -1;

function partWith(multiplier: number, slot: Slot, mode: Mode): Part {
  return (multiplier << 2 | slot) << 3 | mode;
}

/** The index of a part's multiplier. */
export function multiplierIn(part: Part): number {
  return part >> 5;
}

/** Which of the cue's weights counts. */
export function weightIn(part: Part): Slot {
  return (part >> 3 & 3) as Slot;
}

/** The mode of a part. */
export function modeIn(part: Part): Mode {
  return (part & 7) as Mode;
}

/** The cues' parts in the writer's view of a target. */
export function viewParts(reading: Reading, target: readonly Mentioned[]): Part[] {
  const parts: Part[] = [];
  if (target.length === 0) return parts;
  for (const match of reading.matches) {
    const place = placeOf(closest(target, match, reading), match, reading);
    const slot = slotIn(standingOf(place, match.kind));
    parts.push(partWith(placeIndex(place, match.kind), slot, match.mode));
  }
  return parts;
}

/** The cues' parts in a speaker's stance toward a target. */
export function directedParts({ matches }: Reading, from: Stand, to: Stand): Part[] {
  const parts: Part[] = [];
  for (let i = 0; i < matches.length; i++) {
    const mode = modeToward(matches[i], i, to);
    parts.push(
      partWith(pairOf(matches[i], i, from, to), slotIn(to.standings[i]), mode),
    );
  }
  return parts;
}

/**
 * The same where somebody is known to take a position: only words of an act or a judgement
 * tell, and beside a meeting or a request the others tell less.
 */
export function statedParts(
  { matches, lexicon: { cues } }: Reading,
  from: Stand,
  to: Stand,
  governing: Governing | undefined,
): Part[] {
  const isEven = governing !== undefined && EVEN.has(governing.act);
  const parts: Part[] = [];
  for (let i = 0; i < matches.length; i++) {
    if (!isTelling(cues[matches[i].cue])) {
      parts.push(LEFT_OUT);
      continue;
    }
    const mode = modeToward(matches[i], i, to);
    const isBeside = isEven && mode === PLAIN && i !== governing.match;
    const pair = pairOf(matches[i], i, from, to);
    parts.push(partWith(pair, slotIn(to.standings[i]), isBeside ? BESIDE : mode));
  }
  return parts;
}

/** Between states only words of an act or a judgement tell; soft words do not. */
function isTelling({ act, strength }: Cue): boolean {
  return act !== "" || strength !== 0;
}
