import { CAPITAL, TokenStream } from "../../text/token_stream.ts";
import { COORDINATOR } from "../stance/grammar.ts";
import type { Lexicon } from "../stance/lexicon.ts";
import type { Stretch } from "../stance/reading.ts";
import type { Candidate } from "./pairs.ts";

/** How far apart coordinated names may stand: code units, and tokens. */
const REACH = 40, TOKENS = 8;

/** Chooses among the pairs of a sentence. */
export class Choice {
  /** The pairs that a cue joins, by the cue, and those of a speaker's words, by speaker. */
  readonly #byCue = new Map<number, Candidate[]>();
  readonly #byWords = new Map<string, Candidate[]>();

  constructor(readonly text: string, readonly lexicon: Lexicon) {}

  /** Adds a pair. */
  add(candidate: Candidate): void {
    if (candidate.match >= 0) addTo(this.#byCue, candidate.match, candidate);
    else addTo(this.#byWords, candidate.speaker.actor.id, candidate);
  }

  /**
   * Of the pairs that one cue joins, the one that fits best; of the targets of one
   * speaker's words, the one judged most clearly; and those coordinated with these. At
   * most one for a speaker and a target.
   */
  made(): Candidate[] {
    const best = new Map<string, Candidate>();
    const keep = (candidate: Candidate) => {
      const key = `${candidate.speaker.actor.id}\t${candidate.target.actor.id}`;
      const known = best.get(key);
      if (known === undefined || candidate.fit > known.fit) best.set(key, candidate);
    };
    for (const group of this.#byCue.values()) {
      const first = fittest(group);
      for (const one of group) if (this.#areBothAlike(one, first)) keep(one);
    }
    for (const group of this.#byWords.values()) {
      const first = fittest(group);
      for (const one of group) {
        if (this.#isAlike(one.target.spans[0], first.target.spans[0])) keep(one);
      }
    }
    return [...best.values()];
  }

  #areBothAlike(a: Candidate, b: Candidate): boolean {
    return a === b ||
      this.#isAlike(a.speaker.spans[0], b.speaker.spans[0]) &&
        this.#isAlike(a.target.spans[0], b.target.spans[0]);
  }

  /** Whether two mentions are the same or coordinated: `Baku and Yerevan`. */
  #isAlike(a: Stretch | undefined, b: Stretch | undefined): boolean {
    if (a === undefined || b === undefined || a.start === b.start) return true;
    const from = Math.min(a.start < b.start ? a.end : b.end, this.text.length);
    const to = Math.max(from, a.start < b.start ? b.start : a.start);
    if (to - from >= REACH) return false;
    const { lexicon } = this;
    const { count, words, shapes } = new TokenStream(lexicon.words)
      .read(this.text, from, to);
    if (count >= TOKENS) return false;
    for (let i = 0; i < count; i++) {
      const joins = lexicon.classes[words[i]] & COORDINATOR || shapes[i] & CAPITAL;
      if (!joins) return false;
    }
    return true;
  }
}

function addTo<Key>(groups: Map<Key, Candidate[]>, key: Key, candidate: Candidate) {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [candidate]);
  else group.push(candidate);
}

function fittest(group: readonly Candidate[]): Candidate {
  return group.reduce((a, b) => b.fit > a.fit ? b : a);
}
