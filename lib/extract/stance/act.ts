import type { Act, Cue } from "./cue.ts";
import type { Lexicon } from "./lexicon.ts";
import { PAIR_FIT } from "./priors.ts";
import type { Reading } from "./reading.ts";
import type { Term } from "./terms.ts";
import type { Probabilities } from "./score.ts";

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

/** The act of the cue that stands to a speaker and a target as verb to subject and object. */
export interface Governing {
  readonly act: Act;
  readonly negated: boolean;
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
 * @param terms The cues' parts in the stance, as `directedTerms` gives them.
 * @param lexicon The cues.
 */
export function governingAct(
  reading: Reading,
  terms: readonly Term[],
  lexicon: Lexicon,
): Governing | undefined {
  let best: Cue | undefined, most = 0, negated = false, match = -1;
  for (const term of terms) {
    const cue = lexicon.cues[term.cue];
    if (term.table !== "toward" || cue.act === "") continue;
    // A verb says what was done; a noun may only name it.
    const fit = PAIR_FIT[term.index] * (cue.part === "verb" ? 1 : 0.8);
    if (fit > most + 1e-9) {
      most = fit;
      best = cue;
      match = term.match;
      negated = reading.matches[term.match].mode === 1;
    }
  }
  if (best === undefined || best.act === "") return undefined;
  const act = negated ? NEGATED[best.act] ?? best.act : best.act;
  return { act, negated, fit: most, match };
}

/** The act that a sign alone suggests, where no cue has one. */
export function actBySign({ negative, neutral, positive }: Probabilities): Act {
  if (negative >= neutral && negative >= positive) return "ACCUSE";
  return positive >= neutral ? "SUPPORT" : "CONSULT";
}
