import { seededRandom } from "../base/random.ts";

/** How much of an article's text was found, and how much of what was found is its own. */
export interface PageScore {
  /** Missing where nothing was found and something should have been. */
  readonly precision?: number;
  /** Missing where the page holds no article. */
  readonly recall?: number;
}

/** Draws of the bootstrap (Efron 1979). */
const DRAWS = 1000;

/**
 * Compares a text with the right one by their four-word sequences, as the article
 * extraction benchmark does (Scrapinghub 2020).
 *
 * @param right The article's text.
 * @param found The text that was found.
 */
export function pageScore(right: string, found: string): PageScore {
  const gold = sequences(right), own = sequences(found);
  let shared = 0;
  for (const [words, count] of own) shared += Math.min(count, gold.get(words) ?? 0);
  const total = (counts: Map<string, number>) =>
    [...counts.values()].reduce((a, b) => a + b, 0);
  return {
    precision: own.size > 0 ? shared / total(own) : gold.size === 0 ? 1 : undefined,
    recall: gold.size > 0 ? shared / total(gold) : undefined,
  };
}

/** F1 of the mean precision and the mean recall of pages, with a 95 % interval. */
export function pagesF1(
  scores: readonly PageScore[],
): { value: number; low: number; high: number } {
  const random = seededRandom("pages");
  const drawn = Array.from(
    { length: DRAWS },
    () => f1(scores.map(() => scores[random.below(scores.length)])),
  ).sort((a, b) => a - b);
  return {
    value: f1(scores),
    low: drawn[Math.round(0.025 * DRAWS)],
    high: drawn[Math.round(0.975 * DRAWS) - 1],
  };
}

function f1(scores: readonly PageScore[]): number {
  const precision = mean(scores.map((score) => score.precision));
  const recall = mean(scores.map((score) => score.recall));
  return precision + recall === 0 ? 0 : 2 * precision * recall / (precision + recall);
}

function mean(values: readonly (number | undefined)[]): number {
  const known = values.filter((value) => value !== undefined);
  return known.length === 0 ? 0 : known.reduce((a, b) => a + b, 0) / known.length;
}

function sequences(text: string): Map<string, number> {
  const words = text.match(/[\p{L}\p{N}\p{M}_]+/gu) ?? [];
  const counts = new Map<string, number>();
  const add = (words: string[]) => {
    const key = words.join(" ");
    counts.set(key, (counts.get(key) ?? 0) + 1);
  };
  if (words.length > 0 && words.length < 4) add(words);
  for (let i = 0; i + 4 <= words.length; i++) add(words.slice(i, i + 4));
  return counts;
}
