import { MODES } from "./match.ts";
import { modeIn, multiplierIn } from "./part.ts";
import type { Reading } from "./reading.ts";
import { pairName, placeName } from "./role.ts";
import type { Seen } from "./rules.ts";
import { weightOf } from "./weigh.ts";
import type { Weights } from "./weights.ts";

/** A cue that made a stance what it is. */
export interface Evidence {
  /** The cue as the lexicon has it. */
  readonly cue: string;
  readonly start: number;
  readonly end: number;
  /** How it stands to speaker and target, in words. */
  readonly place: string;
  /** `plain`, `negated`, `conditional`, `denied`, `opposed` or `beside`. */
  readonly mode: string;
  /** Log-odds that it adds; below 0 for negative. */
  readonly weight: number;
}

/** Log-odds below which a cue made no difference. */
const LEAST = 0.005;

/** The cues that made an answer, those that weigh most first. */
export function evidenceOf(
  reading: Reading,
  seen: Seen,
  weights: Weights,
): Evidence[] {
  const { matches, lexicon, tokens: { starts, ends } } = reading;
  const nameOf = seen.head === "view" ? placeName : pairName;
  const evidence: Evidence[] = [];
  seen.parts.forEach((part, i) => {
    const weight = weightOf(reading, i, seen, weights);
    if (Math.abs(weight) < LEAST) return;
    const { cue, first, after } = matches[i];
    evidence.push({
      cue: lexicon.cues[cue].cue,
      start: starts[first],
      end: ends[after - 1],
      place: nameOf(multiplierIn(part)),
      mode: MODES[modeIn(part)],
      weight: Math.round(weight * 1000) / 1000,
    });
  });
  return evidence.sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
}
