import { EVEN, type Governing } from "./act.ts";
import type { Cue } from "./cue.ts";
import { BESIDE, type Mode, PLAIN } from "./match.ts";
import type { Mentioned } from "./mention.ts";
import { closest, placeOf } from "./place.ts";
import type { Reading } from "./reading.ts";
import { placeIndex, slotIn, standingOf } from "./role.ts";
import type { Slot } from "./slots.ts";
import { modeToward, pairOf, type Stand } from "./standing.ts";

/** One cue's part in a stance. */
export interface Part {
  /** Place of the match in the reading. */
  readonly match: number;
  /** Which multiplier weighs it: of a place in the writer's view, else of a pair of roles. */
  readonly index: number;
  /** Which of the cue's weights the target's place calls for. */
  readonly slot: Slot;
  readonly mode: Mode;
}

/** The cues' parts in the writer's view of a target. */
export function viewParts(reading: Reading, target: readonly Mentioned[]): Part[] {
  if (target.length === 0) return [];
  return reading.matches.map((match, at) => {
    const place = placeOf(closest(target, match, reading), match, reading);
    return {
      match: at,
      index: placeIndex(place, match.kind),
      slot: slotIn(standingOf(place, match.kind)),
      mode: match.mode,
    };
  });
}

/** The cues' parts in a speaker's stance toward a target. */
export function directedParts(reading: Reading, from: Stand, to: Stand): Part[] {
  return reading.matches.map((match, at) => ({
    match: at,
    index: pairOf(match, at, from, to),
    slot: slotIn(to.standings[at]),
    mode: modeToward(match, at, to),
  }));
}

/**
 * The same where somebody is known to take a position: only words of an act or a judgement
 * tell, and beside a meeting or a request the others tell less.
 */
export function statedParts(
  reading: Reading,
  from: Stand,
  to: Stand,
  governing: Governing | undefined,
): Part[] {
  const isEven = governing !== undefined && EVEN.has(governing.act);
  const parts: Part[] = [];
  for (const part of directedParts(reading, from, to)) {
    if (!isTelling(reading.lexicon.cues[reading.matches[part.match].cue])) continue;
    const beside = isEven && part.mode === PLAIN && part.match !== governing.match;
    parts.push(beside ? { ...part, mode: BESIDE } : part);
  }
  return parts;
}

/** Between states only words of an act or a judgement tell; soft words do not. */
function isTelling({ act, strength }: Cue): boolean {
  return act !== "" || strength !== 0;
}
