import type { Act } from "./cue.ts";
import type { Probabilities } from "./score.ts";

/** Acts that the codebook takes for hostile or committed by themselves. */
const STRONG: ReadonlySet<Act> = new Set<Act>([
  "ASSAULT",
  "THREATEN",
  "SANCTION",
  "AID",
]);

/** The likeliest class; neutral where two are alike. */
export function labelOf(
  { negative, neutral, positive }: Probabilities,
): "negative" | "neutral" | "positive" {
  if (negative > neutral && negative >= positive) return "negative";
  return positive > neutral ? "positive" : "neutral";
}

/** The value on −1…+1: the probability of positive less that of negative. */
export function valueOf({ negative, positive }: Probabilities): number {
  return positive - negative;
}

/**
 * Maps an answer to the codebook's scale of −2 to +2. The sign is that of the likeliest
 * class; the size is 2 where the act is one that coders rated 2 more often than 1 (use of
 * force, threat, sanction, material help: 274 of 358 such statements in the catalogue),
 * else 1, the value nearer 0 as the codebook's rule 7 asks.
 *
 * @param answer Probabilities of the classes.
 * @param act The act, a PLOVER event type.
 *
 * @example
 * ```ts
 * import { stanceScale } from "aras";
 * import { assertEquals } from "@std/assert";
 *
 * const hostile = { negative: 0.9, neutral: 0.1, positive: 0 };
 * assertEquals(stanceScale(hostile, "THREATEN"), -2);
 * assertEquals(stanceScale(hostile, "ACCUSE"), -1);
 * ```
 */
export function stanceScale(answer: Probabilities, act: Act): -2 | -1 | 0 | 1 | 2 {
  const label = labelOf(answer);
  if (label === "neutral") return 0;
  const strong = STRONG.has(act) && (act === "AID") === (label === "positive");
  if (label === "negative") return strong ? -2 : -1;
  return strong ? 2 : 1;
}
