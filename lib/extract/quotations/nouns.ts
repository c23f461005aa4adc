import {
  ADVERB,
  AUX,
  COORD,
  DET,
  FINITE,
  GERUND,
  NOT,
  OTHER_VERB,
  PREP,
  PRONOUN,
  RELATIVE,
  SUBORD,
  VERB,
} from "./lexicon.ts";
import { beginsNoun, is, lower, type Run } from "./phrases.ts";
import { QUOTE, WORD } from "./tokens.ts";
import { TrailingReader } from "./trailing.ts";

/** Reports of speech whose cue is a noun: "Iran's call for", "reports in X that". */
export class NounReader extends TrailingReader {
  /** Reads a noun of speech; returns where reading goes on. */
  protected noun(at: number): number | undefined {
    if (this.covered(at)) return undefined;
    const owner = this.owner(at);
    const told = this.toldBy(at, owner !== undefined);
    if (told === undefined) return undefined;
    const source = owner?.source ?? this.placeOf(at, told);
    if (source === undefined) return undefined;
    const cue = { from: owner?.cueFrom ?? at, to: told.cueEnd };
    const run = this.upTo(told.from, told.extent);
    if (run === undefined) return undefined;
    const content = this.asSubject(run, told.extent === "phrase" ? 0 : 1);
    this.keep({ source, cue, contents: [content], pattern: "clause" });
    return content.to;
  }

  /** What a noun of speech takes: "that …", and of those that are somebody's "for …". */
  protected toldBy(at: number, owned: boolean) {
    const { tokens, to } = this;
    let next = at + 1;
    if (lower(tokens, next) === "that") return sentence(next, next);
    if (owned && tokens.type[next] === WORD) {
      const particles = TAKES[lower(tokens, at)];
      if (particles?.includes(lower(tokens, next)) && next + 1 < to) {
        const begins = tokens.type[next + 1] === QUOTE ||
          beginsNoun(tokens, next + 1) ||
          is(tokens, next + 1, GERUND);
        if (begins) return phrase(next + 1, next + 1);
      }
      return undefined;
    }
    if (owned || !is(tokens, next, PREP)) return undefined;
    // "reports in Armenian media that", "claims by officials that".
    while (next < Math.min(to, at + 10) && tokens.type[next] === WORD) {
      if (lower(tokens, next) === "that") return sentence(at + 1, next);
      if (is(tokens, next, AUX | RELATIVE | OTHER_VERB)) return undefined;
      next++;
    }
    return undefined;
  }

  /**
   * What is said where it is, with its noun, the subject of the sentence: it ends where
   * the sentence's own verb begins: "the claim that it was closed | was false".
   *
   * @param verbs How many verbs it may have of its own.
   */
  protected asSubject({ from, to }: Run, verbs: number): Run {
    const { tokens } = this;
    let left = verbs;
    for (let i = from + 1; i < to; i++) {
      const quote = this.quoteAt(i);
      if (quote !== undefined) i = quote.close;
      else if (is(tokens, i, RELATIVE | SUBORD | COORD)) left++;
      else if (is(tokens, i, AUX) && is(tokens, i, FINITE)) {
        if (--left < 0) return { from, to: i };
        while (is(tokens, i + 1, AUX | NOT | ADVERB)) i++;
      } else if (is(tokens, i, OTHER_VERB) && left > 0 && !is(tokens, i - 1, AUX)) {
        left--;
      }
    }
    return { from, to };
  }

  /** Whose word it is: "his", "the minister's"; the cue begins after it. */
  protected owner(at: number): { source: Run; cueFrom: number } | undefined {
    const { tokens } = this;
    let first = at;
    while (
      first > at - 3 && first > this.from && tokens.type[first - 1] === WORD &&
      tokens.capital[first - 1] === 0 && !is(tokens, first - 1, ~(FINITE | VERB)) &&
      !/^['’]s?$/.test(lower(tokens, first - 1))
    ) first--;
    const owner = first - 1;
    if (owner < this.from) return undefined;
    const word = lower(tokens, owner);
    if (/^(?:his|her|their|its|my|our)$/.test(word)) {
      return { source: { from: owner, to: owner + 1 }, cueFrom: first };
    }
    if (word !== "'s" && word !== "’s") return undefined;
    let from = owner - 1;
    while (
      from > this.from && tokens.type[from - 1] === WORD &&
      (tokens.capital[from - 1] === 1 || (tokens.flags[from - 1] === 0))
    ) from--;
    if (
      from > this.from && is(tokens, from - 1, DET) && !is(tokens, from - 1, PRONOUN)
    ) from--;
    return { source: { from, to: first }, cueFrom: first };
  }

  /** "reports in Armenian media that": who stands between is the source. */
  protected placeOf(at: number, { from, cueEnd }: Told): Run | undefined {
    const { tokens } = this;
    if (cueEnd !== at + 1 || from <= at + 2) return undefined;
    if (!/^(?:in|by|from|among|of)$/.test(lower(tokens, at + 1))) return undefined;
    return { from: at + 2, to: from };
  }
}

interface Told {
  readonly cueEnd: number;
  readonly from: number;
  readonly extent: "sentence" | "phrase";
}

const sentence = (cueEnd: number, from: number): Told => ({
  cueEnd,
  from,
  extent: "sentence",
});
const phrase = (cueEnd: number, from: number): Told => ({
  cueEnd,
  from,
  extent: "phrase",
});

/** Prepositions that what is said follows after a noun of somebody's. */
const TAKES: Record<string, readonly string[] | undefined> = {
  call: ["for"],
  calls: ["for"],
  demand: ["for"],
  demands: ["for"],
  claim: ["of", "about"],
  claims: ["of", "about"],
  allegation: ["of", "about", "against"],
  allegations: ["of", "about", "against"],
  accusation: ["of", "against"],
  accusations: ["of", "against"],
  complaint: ["of", "about", "against"],
  complaints: ["of", "about", "against"],
  warning: ["of", "about", "against"],
  warnings: ["of", "about", "against"],
  denial: ["of"],
  denials: ["of"],
  admission: ["of"],
  threat: ["of"],
  threats: ["of"],
  promise: ["of"],
  promises: ["of"],
};
