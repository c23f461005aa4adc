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
  const scores = new Map<string, number>();
  const add = (issue: string, weight: number) =>
    scores.set(issue, (scores.get(issue) ?? 0) + weight);
  for (let i = 0; i < count; i++) {
    let node = issues.root(words[i]);
    if (node === 0) continue;
    const seen = new Set<string>();
    for (let next = i + 1; node !== 0; next++) {
      for (const { cue, length } of issues.ends(node)) {
        const { issue } = cues[cue];
        if (seen.has(issue)) continue;
        seen.add(issue);
        add(issue, (NARROW[issue] ?? 1) * (length > 1 ? 1.4 : 1));
      }
      node = next < count ? issues.next(node, words[next]) : 0;
    }
  }
  const suggested = target === undefined ? undefined : TARGETS[target];
  if (suggested !== undefined) add(suggested, NARROW[suggested] > 1 ? 1.5 : 0.7);
  let best = "diplomacy-general", most = 0;
  for (const [issue, score] of scores) {
    if (score > most) {
      best = issue;
      most = score;
    }
  }
  return best;
}
