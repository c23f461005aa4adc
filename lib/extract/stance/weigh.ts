import { weightAt } from "./lexicon.ts";
import { LEFT_OUT, modeIn, multiplierIn, type Part, weightIn } from "./part.ts";
import type { Reading } from "./reading.ts";
import type { Seen } from "./rules.ts";
import { type Slot, STATED, TOWARD } from "./slots.ts";
import type { Weights } from "./weights.ts";

/** What the cues of a sentence weigh together, before the head's scale. */
export interface Sums {
  /** Log-odds for each side, both above 0. */
  readonly negative: number;
  readonly positive: number;
  /** How many cues count. */
  readonly cues: number;
}

/** Adds up what the parts weigh. */
export function sumsOf(reading: Reading, seen: Seen, weights: Weights): Sums {
  let negative = 0, positive = 0, cues = 0;
  for (let i = 0; i < seen.parts.length; i++) {
    const part = seen.parts[i];
    if (part === LEFT_OUT) continue;
    cues++;
    const first = firstWeight(reading, i, part, seen.head, weights);
    if (first < 0) negative -= first;
    else positive += first;
    if (seen.head === "view") continue;
    const second = seenWeight(reading, i, part, seen.head, weights);
    if (second < 0) negative -= second;
    else positive += second;
  }
  return { negative, positive, cues };
}

/** What one part weighs, in log-odds; below 0 is negative. */
export function weightOf(
  reading: Reading,
  at: number,
  { head, parts }: Seen,
  weights: Weights,
): number {
  const part = parts[at];
  if (part === LEFT_OUT) return 0;
  const first = firstWeight(reading, at, part, head, weights);
  return head === "view" ? first : first + seenWeight(reading, at, part, head, weights);
}

/** What a part shows of the writer's view, or of the speaker's stance. */
function firstWeight(
  reading: Reading,
  at: number,
  part: Part,
  head: keyof Weights,
  weights: Weights,
): number {
  if (head === "view") {
    const { places, modes } = weights.view;
    return cueWeight(reading, at, weightIn(part)) * places[multiplierIn(part)] *
      modes[modeIn(part)];
  }
  const { toward, modes } = head === "stated" ? weights.stated : weights.directed;
  return cueWeight(reading, at, head === "stated" ? STATED : TOWARD) *
    toward[multiplierIn(part)] * modes[modeIn(part)];
}

/** What a part between two parties shows of the target by itself. */
function seenWeight(
  reading: Reading,
  at: number,
  part: Part,
  head: "directed" | "stated",
  weights: Weights,
): number {
  const { seen, modes } = head === "stated" ? weights.stated : weights.directed;
  return cueWeight(reading, at, weightIn(part)) * seen[multiplierIn(part)] *
    modes[modeIn(part)];
}

function cueWeight({ matches, lexicon }: Reading, at: number, slot: Slot): number {
  return lexicon.weights[weightAt(matches[at].cue, slot)];
}
