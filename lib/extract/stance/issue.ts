import type { Reading } from "./reading.ts";

/**
 * How much a word for an issue says against words for others: everything diplomatic is
 * about relations, so that a word for something narrower outweighs it.
 */
const NARROW: Record<string, number> = {
  "diplomacy-general": 0.4,
  "economy-energy": 0.8,
  "turkey-role": 0.5,
  "russia-role": 0.5,
  "west-role": 0.5,
  "israel-presence": 0.9,
  domestic: 0.8,
  "ceasefire-mediation": 0.9,
  "arms-military": 0.8,
  "format-3plus3": 2,
  "corridor-zangezur": 1.6,
  "corridor-aras": 1.6,
  "lachin-blockade": 1.6,
  "offensive-2023": 1.5,
  "war-2020": 1.3,
  "ethnic-azeris": 1.4,
  "foreign-fighters": 1.3,
  "peace-treaty": 1.2,
};

/** Issues that a target by itself suggests. */
const TARGETS: Record<string, string> = {
  isr: "israel-presence",
  "isr-gov": "israel-presence",
  tur: "turkey-role",
  erdogan: "turkey-role",
  rus: "russia-role",
  usa: "west-role",
  fra: "west-role",
  eu: "west-role",
  west: "west-role",
  nato: "west-role",
  eumm: "west-role",
  "corridor-zangezur": "corridor-zangezur",
  "corridor-aras": "corridor-aras",
  "format-3plus3": "format-3plus3",
  "iranian-azeris": "ethnic-azeris",
  "syrian-fighters": "foreign-fighters",
  "lachin-road": "lachin-blockade",
};

/**
 * Names the issue that a statement is about, from the words of its sentence that point to
 * one and from its target.
 *
 * @param reading The sentence.
 * @param target The id of the target, where it is known.
 * @returns One of the codebook's issues; `diplomacy-general` where nothing points
 *   anywhere.
 */
export function issueOf(reading: Reading, target?: string): string {
  const { lexicon: { issues, cues }, count, tokens: { words } } = reading;
  const scores = new Scores();
  for (let i = 0; i < count; i++) {
    let node = issues.root(words[i]);
    for (let next = i + 1; node !== 0; next++) {
      for (const { cue, length } of issues.ends(node)) {
        const { issue } = cues[cue];
        scores.add(issue, (NARROW[issue] ?? 1) * (length > 1 ? 1.4 : 1), i);
      }
      node = next < count ? issues.next(node, words[next]) : 0;
    }
  }
  const suggested = target === undefined ? undefined : TARGETS[target];
  if (suggested !== undefined) {
    scores.add(suggested, NARROW[suggested] > 1 ? 1.5 : 0.7, count);
  }
  return scores.best() ?? "diplomacy-general";
}

/** What speaks for each issue; they are few, so that looking through them is quickest. */
class Scores {
  readonly #issues: string[] = [];
  readonly #weights: number[] = [];
  readonly #places: number[] = [];

  /** Adds a weight for an issue, once for a place. */
  add(issue: string, weight: number, place: number) {
    const at = this.#issues.indexOf(issue);
    if (at < 0) {
      this.#issues.push(issue);
      this.#weights.push(weight);
      this.#places.push(place);
    } else if (this.#places[at] !== place) {
      this.#weights[at] += weight;
      this.#places[at] = place;
    }
  }

  /** The issue for which most speaks; of two alike, the one that came first. */
  best(): string | undefined {
    let best: string | undefined, most = 0;
    this.#weights.forEach((weight, i) => {
      if (weight > most) {
        best = this.#issues[i];
        most = weight;
      }
    });
    return best;
  }
}
