import { BREAK, DETERMINER, SUBORDINATOR } from "./grammar.ts";
import type { Cue } from "./cue.ts";
import type { Word } from "./lexicon.ts";
import type { Match } from "./match.ts";
import type { Tokens } from "./tokens.ts";

/** Where the clauses of a sentence part and where its cue verbs stand, counted from the left. */
export interface Layout {
  /** Clause borders up to a token, a comma counting half. */
  readonly borders: Float64Array;
  /** Verbs of an act that begin before a token. */
  readonly verbs: Int32Array;
}

/**
 * Counts the clause borders and verbs of a sentence once, so that every pair of places
 * is compared in constant time.
 */
export function layoutOf(
  known: readonly (Word | undefined)[],
  matches: readonly Match[],
  cues: readonly Cue[],
): Layout {
  const borders = new Float64Array(known.length + 1);
  const verbs = new Int32Array(known.length + 1);
  for (const match of matches) {
    // Light verbs (make, carry, hold) pass their subject on to the noun behind them.
    const { part, act } = cues[match.cue];
    if (part === "verb" && act !== "") verbs[match.first + 1] = 1;
  }
  for (let i = 0; i < known.length; i++) {
    borders[i + 1] = borders[i] + (known[i]?.border ?? 0);
    verbs[i + 1] += verbs[i];
  }
  return { borders, verbs };
}

/** A run of tokens: the first and the one after the last. */
export type Run = readonly [first: number, after: number];

/** How a mention stands to a cue. */
export interface Place {
  /** 0 before the cue, 1 after it, 2 overlapping it. */
  readonly side: 0 | 1 | 2;
  /** Clause borders between: 0 none, 1 one, 2 more. */
  readonly borders: 0 | 1 | 2;
  /** Tokens between: 0 for at most one, 1 for at most four, 2 for more. */
  readonly distance: 0 | 1 | 2;
  /** Whether it stands where a subject stands: not behind a preposition or a verb. */
  readonly subject: boolean;
  /** Whether another cue verb stands between. */
  readonly crossed: boolean;
  /** Whether `by` stands before it. */
  readonly by: boolean;
}

/** Compares a mention with a cue. */
export function placeOf(
  run: Run,
  match: Match,
  layout: Layout,
  subject: boolean,
  by: boolean,
): Place {
  const side = run[1] <= match.first ? 0 : run[0] >= match.after ? 1 : 2;
  const from = side === 0 ? run[1] : match.after;
  const to = side === 0 ? match.first : run[0];
  if (side === 2) {
    return { side, borders: 0, distance: 0, subject, crossed: false, by };
  }
  const crossed = layout.borders[to] - layout.borders[from];
  return {
    side,
    borders: crossed < 1 ? 0 : crossed < 2 ? 1 : 2,
    distance: to - from <= 1 ? 0 : to - from <= 4 ? 1 : 2,
    subject,
    crossed: layout.verbs[to] - layout.verbs[from] > 0,
    by,
  };
}

const LEADS = new Set([
  "and",
  "or",
  "but",
  ",",
  "that",
  "which",
  "said",
  "says",
  "—",
  '"',
]);

/** Whether a mention stands where a subject stands, by the word before its noun phrase. */
export function isSubject(
  tokens: Tokens,
  run: Run,
  verbStarts: ReadonlySet<number>,
): boolean {
  const { words, capital } = tokens;
  let at = run[0] - 1;
  while (
    at >= 0 &&
    (DETERMINER.has(words[at]) || capital[at] && at > 0 || words[at] === "'s")
  ) {
    at--;
  }
  if (at < 0) return true;
  if (verbStarts.has(at)) return false;
  return LEADS.has(words[at]) || BREAK.has(words[at]) || SUBORDINATOR.has(words[at]);
}

/** The place of a mention that stands closest to a cue, clause borders before distance. */
export function closest(
  runs: readonly Run[],
  match: Match,
  layout: Layout,
): number {
  let best = 0, least = Infinity;
  for (let i = 0; i < runs.length; i++) {
    const [first, after] = runs[i];
    const from = after <= match.first ? after : match.after;
    const to = after <= match.first ? match.first : first;
    const far = to <= from
      ? 0
      : (layout.borders[to] - layout.borders[from]) * 12 + to - from;
    if (far < least) {
      least = far;
      best = i;
    }
  }
  return best;
}
