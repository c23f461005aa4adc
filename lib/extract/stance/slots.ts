/**
 * A cue's fitted weights: for the writer's view of who does it and of whom it is done to,
 * for the doer's stance in any news and in reports of statements between states.
 */
export const SLOTS = ["agent", "patient", "toward", "stated"] as const;

/** A place in {@linkcode SLOTS}. */
export type Slot = 0 | 1 | 2 | 3;

export const AGENT = 0, PATIENT = 1, TOWARD = 2, STATED = 3;
