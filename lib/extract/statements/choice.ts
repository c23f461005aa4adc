import type { Coordination } from "./coordination.ts";
import type { Candidate } from "./pairs.ts";

/**
 * Chooses among the pairs of a sentence: of those that one cue joins, the one that fits
 * best; of the targets of one speaker's words, the one judged most clearly; and those
 * coordinated with these.
 *
 * @param candidates The pairs.
 * @param names Tells which names of the document are coordinated.
 * @returns At most one for a speaker and a target, those of cues first.
 */
export function chosen(
  candidates: readonly Candidate[],
  names: Coordination,
): Candidate[] {
  const best: Candidate[] = [];
  const groups = groupsOf(candidates);
  for (const group of groups) {
    const first = group.reduce((a, b) => b.fit > a.fit ? b : a);
    for (const one of group) {
      const isKept = one === first ||
        names.has(one.target.spans[0], first.target.spans[0]) &&
          (one.match < 0 || names.has(one.speaker.spans[0], first.speaker.spans[0]));
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
