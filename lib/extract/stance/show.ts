import { askedIn } from "./asked.ts";
import { CONTEXTS } from "./context.ts";
import { LEFT_OUT, modeIn, multiplierIn, weightIn } from "./part.ts";
import type { Question } from "./question.ts";
import type { Reading } from "./reading.ts";
import { see } from "./rules.ts";
import { type Slot, STATED, TOWARD } from "./slots.ts";
import type { Weights } from "./weights.ts";

/** A table of multipliers: of places, of stance shown, of what is seen in the target. */
export type Table = "places" | "toward" | "seen";

/** One number of an answer as it is fitted: a cue's weight × a multiplier × a mode's. */
export interface Term {
  readonly cue: number;
  readonly slot: Slot;
  /** Which table of multipliers, and which of its numbers. */
  readonly table: Table;
  readonly index: number;
  readonly mode: number;
}

/** What a fit is shown of a question. */
export interface Shown {
  readonly head: keyof Weights;
  readonly terms: readonly Term[];
  /** The names of the forms of the sentence. */
  readonly context: readonly string[];
}

/** Shows a question to a fit. */
export function show(reading: Reading, question: Question): Shown {
  const { head, parts, context } = see(reading, askedIn(reading, question));
  const terms = parts.flatMap((part, i): Term[] => {
    if (part === LEFT_OUT) return [];
    const { cue } = reading.matches[i];
    const slot = weightIn(part), index = multiplierIn(part), mode = modeIn(part);
    if (head === "view") return [{ cue, slot, table: "places", index, mode }];
    const stance = head === "stated" ? STATED : TOWARD;
    return [
      { cue, slot: stance, table: "toward", index, mode },
      { cue, slot, table: "seen", index, mode },
    ];
  });
  return { head, terms, context: context.map((form) => CONTEXTS[form]) };
}
