import { CAPITAL, TokenStream } from "../../text/token_stream.ts";
import { COORDINATOR } from "../stance/grammar.ts";
import type { Lexicon } from "../stance/lexicon.ts";
import type { Stretch } from "../stance/reading.ts";
import type { Candidate } from "./pairs.ts";

/** How far apart coordinated names may stand: code units, and tokens. */
const REACH = 40, TOKENS = 8;

/**
 * Chooses among the pairs of a sentence: of those that one cue joins, the one that fits
 * best; of the targets of one speaker's words, the one judged most clearly; and those
 * coordinated with these.
 *
 * @returns At most one for a speaker and a target, those of cues first.
 */
export function chosen(
  candidates: readonly Candidate[],
  text: string,
  lexicon: Lexicon,
): Candidate[] {
  const joins = new Coordination(text, lexicon), best: Candidate[] = [];
  const groups = groupsOf(candidates);
  for (const group of groups) {
    const first = group.reduce((a, b) => b.fit > a.fit ? b : a);
    for (const one of group) {
      const isKept = one === first ||
        joins.has(one.target.spans[0], first.target.spans[0]) &&
          (one.match < 0 || joins.has(one.speaker.spans[0], first.speaker.spans[0]));
      if (isKept) keep(one, best);
    }
  }
  return best;
}

/** Pairs by the cue that joins them, and those of a speaker's words by him after them. */
function groupsOf(candidates: readonly Candidate[]): Candidate[][] {
  const byCue: Candidate[][] = [], byWords: Candidate[][] = [];
  for (const one of candidates) {
    const groups = one.match >= 0 ? byCue : byWords;
    const group = groups.find(([other]) =>
      other.match === one.match &&
      (one.match >= 0 || other.speaker.actor === one.speaker.actor)
    );
    if (group === undefined) groups.push([one]);
    else group.push(one);
  }
  return [...byCue, ...byWords];
}

/** Keeps a pair, unless one of the same two fits better. */
function keep(candidate: Candidate, best: Candidate[]) {
  const { speaker, target, fit } = candidate;
  const at = best.findIndex((other) =>
    other.speaker.actor === speaker.actor && other.target.actor === target.actor
  );
  if (at < 0) best.push(candidate);
  else if (fit > best[at].fit) best[at] = candidate;
}

/** Tells which names of a text are coordinated. */
class Coordination {
  #tokens: TokenStream | undefined;

  constructor(readonly text: string, readonly lexicon: Lexicon) {}

  /** Whether two mentions are the same or coordinated: `Baku and Yerevan`. */
  has(a: Stretch | undefined, b: Stretch | undefined): boolean {
    if (a === undefined || b === undefined || a.start === b.start) return true;
    const from = a.start < b.start ? a.end : b.end;
    const to = Math.max(from, a.start < b.start ? b.start : a.start);
    if (to - from >= REACH) return false;
    const { classes, words: table } = this.lexicon;
    this.#tokens ??= new TokenStream(table);
    const { count, words, shapes } = this.#tokens.read(this.text, from, to);
    if (count >= TOKENS) return false;
    for (let i = 0; i < count; i++) {
      if ((shapes[i] & CAPITAL) === 0 && (classes[words[i]] & COORDINATOR) === 0) {
        return false;
      }
    }
    return true;
  }
}
