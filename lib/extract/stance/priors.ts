import { pairName, PAIRS, placeName } from "./role.ts";
import type { Table } from "./show.ts";

/**
 * What the rules take a place to be worth before any data: a cue counts in full in its
 * target's clause, less with each border and with distance.
 */
export function placePrior(index: number): number {
  const [, , borders, distance, , crossed] = placeName(index).split("/");
  const base = borders === "same clause" ? 1 : borders === "next clause" ? 0.6 : 0.35;
  const near = distance === "touching" ? 1.1 : distance === "near" ? 1 : 0.7;
  return base * near * (crossed === "crossed" ? 0.6 : 1);
}

const DOES: Record<string, number> = {
  agent: 1,
  "distant agent": 0.5,
  patient: 0.05,
  "distant patient": 0.05,
  far: 0.25,
  bearer: 0.3,
  absent: 0.6,
  voice: 0.5,
};
const UNDERGOES: Record<string, number> = {
  agent: 0.1,
  "distant agent": 0.1,
  patient: 1,
  "distant patient": 0.5,
  far: 0.2,
  bearer: 0.9,
  absent: 0.4,
  voice: 0,
};

/**
 * What a pair of roles is worth before any data: `accuse` in full from its agent to its
 * patient, `anger` the other way, `meet` either way, `corrupt` little.
 */
export function pairPrior(table: "toward" | "seen", index: number): number {
  const [direction, , speaker, target] = pairName(index).split("/");
  if (table === "seen") {
    const base = target === "far" ? 0.15 : target.startsWith("distant") ? 0.25 : 0.4;
    return base * (speaker === "patient" || speaker === "bearer" ? 0.3 : 1);
  }
  const forward = DOES[speaker] * UNDERGOES[target];
  const backward = DOES[target] * UNDERGOES[speaker];
  if (direction === "forward") return forward;
  if (direction === "backward") return backward;
  if (direction === "mutual") return Math.max(forward, 0.8 * backward);
  return 0.15 * UNDERGOES[target];
}

/** How well each pair of roles fits a cue by its direction: {@linkcode pairPrior} in a table. */
export const PAIR_FIT: Float64Array = Float64Array.from(
  { length: PAIRS },
  (_, index) => pairPrior("toward", index),
);

/** The prior of any multiplier. */
export function priorOf(table: Table, index: number): number {
  return table === "places" ? placePrior(index) : pairPrior(table, index);
}

/** What a cue's fitted weights are before any data, from its strength by hand. */
export function cuePrior(
  direction: string,
  strength: number,
  part: string,
): { agent: number; patient: number; toward: number; stated: number } {
  const { agent, patient, toward } = tripleOf(direction, strength, part);
  return { agent, patient, toward, stated: toward };
}

function tripleOf(
  direction: string,
  strength: number,
  part: string,
): { agent: number; patient: number; toward: number } {
  if (direction === "forward") {
    const agent = strength < 0 ? (strength === -2 ? -0.5 : -0.15) : 0.15 * strength;
    return { agent, patient: 0.5 * strength, toward: 0.9 * strength };
  }
  if (direction === "mutual") {
    return { agent: 0.2 * strength, patient: 0.2 * strength, toward: 0.8 * strength };
  }
  if (direction === "backward") {
    return { agent: 0.6 * strength, patient: 0, toward: 0.8 * strength };
  }
  const patient = (part === "verb" ? 0.2 : 0.5) * strength;
  return { agent: 0.8 * strength, patient, toward: 0.4 * strength };
}
