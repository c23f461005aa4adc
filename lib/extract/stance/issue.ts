import type { TokenStream } from "../../text/token_stream.ts";
import type { Cue } from "./cue.ts";
import type { CueTrie } from "./cue_trie.ts";

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

/** What nothing that points to an issue is about. */
const GENERAL = "diplomacy-general";
/** How much more a phrase says than a word. */
const PHRASE = 1.4;

/** Tells issues by the cues that point to them. */
export class Issues {
  readonly #names: readonly string[];
  /** The issue of each cue and how much a word for each issue says. */
  readonly #issues: Uint8Array;
  readonly #weights: Float64Array;

  /**
   * @param cues All cues; those with an issue count.
   * @param trie The written forms of these.
   */
  constructor(cues: readonly Cue[], readonly trie: CueTrie) {
    const named = [...cues.map(({ issue }) => issue), ...Object.values(TARGETS)];
    this.#names = [...new Set(named)];
    this.#issues = Uint8Array.from(cues, ({ issue }) => this.#names.indexOf(issue));
    this.#weights = Float64Array.from(this.#names, (name) => NARROW[name] ?? 1);
  }

  /**
   * Names the issue that a statement is about, from the words of its sentence that point
   * to one and from its target.
   *
   * @param tokens The sentence.
   * @param target The id of the target, where it is known.
   * @returns One of the codebook's issues; `diplomacy-general` where nothing points
   *   anywhere.
   */
  of({ count, words }: TokenStream, target?: string): string {
    const { trie } = this, scores = new Scores();
    for (let i = 0; i < count; i++) {
      let node = trie.root(words[i]);
      for (let next = i + 1; node !== 0; next++) {
        for (const { cue, length } of trie.ends(node)) {
          const issue = this.#issues[cue];
          scores.add(issue, this.#weights[issue] * (length > 1 ? PHRASE : 1), i);
        }
        node = next < count ? trie.next(node, words[next]) : 0;
      }
    }
    const suggested = target === undefined ? undefined : TARGETS[target];
    if (suggested !== undefined) {
      const weight = NARROW[suggested] > 1 ? 1.5 : 0.7;
      scores.add(this.#names.indexOf(suggested), weight, count);
    }
    const best = scores.best();
    return best === undefined ? GENERAL : this.#names[best];
  }
}

/** What speaks for each issue; they are few, so that looking through them is quickest. */
class Scores {
  readonly #issues: number[] = [];
  readonly #weights: number[] = [];
  readonly #places: number[] = [];

  /** Adds a weight for an issue, once for a place. */
  add(issue: number, weight: number, place: number) {
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
  best(): number | undefined {
    let best: number | undefined, most = 0;
    for (let i = 0; i < this.#issues.length; i++) {
      if (this.#weights[i] <= most) continue;
      best = this.#issues[i];
      most = this.#weights[i];
    }
    return best;
  }
}
