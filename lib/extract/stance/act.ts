import type { Act, Cue } from "./cue.ts";
import { NEGATED as IS_NEGATED } from "./match.ts";
import { PAIR_FIT } from "./priors.ts";
import type { Reading } from "./reading.ts";
import type { Probabilities } from "./score.ts";
import { pairOf, type Stand } from "./standing.ts";

/** What an act becomes when it is negated: who does not support, rejects. */
const NEGATED: Partial<Record<Act, Act>> = {
  AGREE: "REJECT",
  SUPPORT: "REJECT",
  COOPERATE: "REJECT",
  AID: "REJECT",
  CONCEDE: "REJECT",
  CONSULT: "REJECT",
  RETREAT: "REJECT",
};

/** Acts that are neither for nor against. */
export const EVEN: ReadonlySet<Act> = new Set<Act>(["CONSULT", "REQUEST", "RETREAT"]);

/** The act of the cue that stands to a speaker and a target as verb to subject and object. */
export interface Governing {
  readonly act: Act;
  /** How well the cue's place fits both, 0 to 1. */
  readonly fit: number;
  /** The cue, a place in the reading's matches. */
  readonly match: number;
}

/**
 * Finds the act of a speaker toward a target: that of the cue which stands to both as a
 * verb to its subject and object; of two that fit alike, the first, because the first
 * governs (`threatened to attack` is a threat). No number of this choice is fitted.
 *
 * @param reading The sentence.
 * @param from How the speaker stands to its cues.
 * @param to How the target does.
 */
export function governingAct(
  { matches, lexicon: { cues } }: Reading,
  from: Stand,
  to: Stand,
): Governing | undefined {
  let best: Cue | undefined, most = 0, at = -1;
  for (let i = 0; i < matches.length; i++) {
    const cue = cues[matches[i].cue];
    if (cue.act === "") continue;
    // A verb says what was done; a noun may only name it.
    const fit = PAIR_FIT[pairOf(matches[i], i, from, to)] *
      (cue.part === "verb" ? 1 : 0.8);
    if (fit > most + 1e-9) {
      most = fit;
      best = cue;
      at = i;
    }
  }
  if (best === undefined || best.act === "") return undefined;
  const isNegated = matches[at].mode === IS_NEGATED;
  const act = isNegated ? NEGATED[best.act] ?? best.act : best.act;
  return { act, fit: most, match: at };
}

/** The act that a sign alone suggests, where no cue has one. */
export function actBySign({ negative, neutral, positive }: Probabilities): Act {
  if (negative >= neutral && negative >= positive) return "ACCUSE";
  return positive >= neutral ? "SUPPORT" : "CONSULT";
}
