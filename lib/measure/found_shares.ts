import type { Random } from "../base/random.ts";

/** A statement of a blind second pass. */
export interface SeenStatement {
  readonly document: string;
  readonly stance: number;
  readonly voice: string;
  /** Whether the first pass had found it. */
  readonly found: boolean;
}

/** Statements that a group needs before it departs much from all of them. */
const PRIOR = 20;

/**
 * The chance that coding finds a statement, by its sign (against, neutral, for) and voice,
 * for one draw of the documents coded twice: shares of each group, drawn towards the share
 * of all by 20 statements' worth, since the groups are small.
 *
 * @param seen What the blind second pass found.
 * @param random Draws documents with replacement, so that repeated calls show how much the
 *   shares could vary.
 * @returns The chance for a stance and voice, between 0.05 and 1.
 */
export function foundShares(
  seen: readonly SeenStatement[],
  random: Random,
): (stance: number, voice: string) => number {
  const documents = [...Map.groupBy(seen, (s) => s.document).values()];
  const drawn = documents.flatMap(() => documents[random.below(documents.length)]);
  const all = share(drawn, { n: 2, found: 1.4 });
  const groups = new Map(
    [...Map.groupBy(drawn, (s) => key(s.stance, s.voice))].map(([name, own]) =>
      [name, share(own, { n: PRIOR, found: PRIOR * all })] as const
    ),
  );
  return (stance, voice) =>
    Math.min(1, Math.max(0.05, groups.get(key(stance, voice)) ?? all));
}

function share(
  statements: readonly SeenStatement[],
  prior: { n: number; found: number },
): number {
  const found = statements.filter((s) => s.found).length;
  return (found + prior.found) / (statements.length + prior.n);
}

function key(stance: number, voice: string): string {
  return `${Math.sign(stance)}/${voice}`;
}
