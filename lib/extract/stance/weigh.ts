import { weightAt } from "./lexicon.ts";
import type { Part } from "./part.ts";
import type { Reading } from "./reading.ts";
import { STATED, TOWARD } from "./slots.ts";
import type { Weights } from "./weights.ts";

/** What each part weighs in the writer's view, in log-odds; below 0 is negative. */
export function viewWeights(
  { matches, lexicon }: Reading,
  parts: readonly Part[],
  { places, modes }: Weights["view"],
): number[] {
  const found: number[] = [];
  for (const { match, index, slot, mode } of parts) {
    const weight = lexicon.weights[weightAt(matches[match].cue, slot)];
    found.push(weight * places[index] * modes[mode]);
  }
  return found;
}

/**
 * What each part weighs in a speaker's stance toward a target: first what it shows of the
 * stance, then what is seen in the target.
 *
 * @param head Which of the cues' weights count: in any news, or where somebody is known to
 *   take a position.
 */
export function pairWeights(
  { matches, lexicon }: Reading,
  parts: readonly Part[],
  { toward, seen, modes }: Weights["directed"],
  head: "directed" | "stated",
): number[] {
  const stance = head === "stated" ? STATED : TOWARD, found: number[] = [];
  for (const { match, index, slot, mode } of parts) {
    const { cue } = matches[match];
    found.push(
      lexicon.weights[weightAt(cue, stance)] * toward[index] * modes[mode],
      lexicon.weights[weightAt(cue, slot)] * seen[index] * modes[mode],
    );
  }
  return found;
}
