import type { Match } from "./match.ts";
import type { Mentioned } from "./mention.ts";
import type { Reading } from "./reading.ts";

/**
 * How a mention stands to a cue, as one number below {@linkcode STANDS}: its side (before,
 * after, on), the clause borders between (none, one, more), the distance (at most one
 * token, at most four, more), whether it stands where a subject stands, whether another
 * cue verb stands between, and last whether `by` stands before it.
 */
export type Place = number;

/** How many places a mention can have to a cue; without `by`, half as many. */
export const STANDS = 3 * 3 * 3 * 2 * 2 * 2;

export const BEFORE = 0, AFTER = 1, ON = 2;

/** A place taken apart. */
export interface PlaceParts {
  readonly side: number;
  readonly borders: number;
  readonly distance: number;
  readonly subject: boolean;
  readonly crossed: boolean;
  readonly by: boolean;
}

/** Takes a place apart. */
export function partsOf(place: Place): PlaceParts {
  const digit = (from: number, base: number) => Math.floor(place / from) % base;
  return {
    side: digit(72, 3),
    borders: digit(24, 3),
    distance: digit(8, 3),
    subject: digit(4, 2) === 1,
    crossed: digit(2, 2) === 1,
    by: digit(1, 2) === 1,
  };
}

/** Compares a mention with a cue. */
export function placeOf(mention: Mentioned, match: Match, reading: Reading): Place {
  const own = (mention.subject ? 4 : 0) + (mention.by ? 1 : 0);
  const isBefore = mention.after <= match.first;
  if (!isBefore && mention.first < match.after) return ON * 72 + own;
  const from = isBefore ? mention.after : match.after;
  const to = isBefore ? match.first : mention.first;
  const { borders, verbs } = reading;
  const halves = borders[to] - borders[from], gap = to - from;
  return (isBefore ? BEFORE : AFTER) * 72 + (halves < 2 ? 0 : halves < 4 ? 24 : 48) +
    (gap <= 1 ? 0 : gap <= 4 ? 8 : 16) + (verbs[to] > verbs[from] ? 2 : 0) + own;
}

/** The mention that stands closest to a cue, clause borders before distance. */
export function closest(
  mentions: readonly Mentioned[],
  match: Match,
  { borders }: Reading,
): Mentioned {
  let best = mentions[0], least = Infinity;
  if (mentions.length === 1) return best;
  for (const mention of mentions) {
    const isBefore = mention.after <= match.first;
    const from = isBefore ? mention.after : match.after;
    const to = isBefore ? match.first : mention.first;
    const far = to <= from ? 0 : (borders[to] - borders[from]) * 6 + to - from;
    if (far < least) {
      least = far;
      best = mention;
    }
  }
  return best;
}
