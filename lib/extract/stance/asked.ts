import { CUE_VERB, FIRST_PERSON } from "./grammar.ts";
import { describe, type Mentioned, mentionedIn } from "./mention.ts";
import type { Question } from "./question.ts";
import type { Reading } from "./reading.ts";
import { type Stand, standOf } from "./standing.ts";

/** A question with its parties found among the tokens of a sentence. */
export interface Asked {
  /** The speaker's mentions, or what he is in a sentence that does not name him. */
  readonly speaker: readonly Mentioned[] | "agent" | "voice";
  readonly target: readonly Mentioned[];
  /** How both stand to the cues of the sentence. */
  readonly from: Stand;
  readonly to: Stand;
  /** Whether the writer's view is asked for and nobody's position. */
  readonly isView: boolean;
  /** Whether the parties are actors of whom it is known that one takes a position. */
  readonly isStated: boolean;
  /** Whether the text names the target. */
  readonly namesTarget: boolean;
}

/** Finds the parties of a question. */
export function askedIn(reading: Reading, question: Question): Asked {
  const isStated = question.target.name !== undefined;
  const target = mentionedIn(reading, question.target.spans);
  const found = question.speaker === null
    ? []
    : mentionedIn(reading, question.speaker.spans);
  const speaker = found.length > 0
    ? found
    : question.speaker === null
    ? "voice"
    : impliedSpeaker(reading);
  return {
    speaker,
    target,
    from: standOf(reading, speaker),
    to: standOf(reading, target.length > 0 ? target : "patient"),
    isView: question.speaker === null && !isStated,
    isStated,
    namesTarget: question.target.spans.length > 0,
  };
}

/**
 * Who does not stand in the text is in it as "we", as the subject left out before a first
 * verb (`Condemns the attack`), or as the voice that says it all.
 */
export function impliedSpeaker(reading: Reading): Asked["speaker"] {
  const { classes, count, matches: [first] } = reading;
  const leads = first !== undefined && first.first <= 1 &&
    (classes[first.after - 1] & CUE_VERB) !== 0;
  if (leads) return "agent";
  if ((reading.holds & FIRST_PERSON) === 0) return "voice";
  const own: Mentioned[] = [];
  for (let i = 0; i < count; i++) {
    if (classes[i] & FIRST_PERSON) own.push(describe(reading, i, i + 1));
  }
  return own;
}
