import { seededRandom } from "../base/random.ts";

/** An item's class and the class that was read. */
export interface Read<Class> {
  readonly gold: Class;
  readonly predicted: Class;
  /** Items with the same one are drawn together: of one document, of one sentence. */
  readonly cluster: string;
}

/** F1 of one class: the harmonic mean of precision and recall, 0 to 1. */
export function f1Of<Class>(items: readonly Read<Class>[], of: Class): number {
  let both = 0, either = 0;
  for (const { gold, predicted } of items) {
    if (gold === of) either++;
    if (predicted === of) either++;
    if (gold === of && predicted === of) both++;
  }
  return both === 0 ? 0 : 2 * both / either;
}

/** The mean of the classes' F1, each counting alike, 0 to 1. */
export function macroF1<Class>(
  items: readonly Read<Class>[],
  classes: readonly Class[],
): number {
  return classes.reduce((sum, of) => sum + f1Of(items, of), 0) / classes.length;
}

/** The share of items that were read right, 0 to 1. */
export function accuracyOf<Class>(items: readonly Read<Class>[]): number {
  return items.filter(({ gold, predicted }) => gold === predicted).length /
    items.length;
}

/**
 * A 95 % interval by the bootstrap over clusters (Efron & Tibshirani 1993, percentiles).
 *
 * @param items Items with their clusters.
 * @param statistic What is measured on a sample of them.
 * @param draws How many samples.
 */
export function bootstrapInterval<Item extends { readonly cluster: string }>(
  items: readonly Item[],
  statistic: (sample: readonly Item[]) => number,
  draws = 1000,
): { low: number; high: number } {
  const clusters = [...Map.groupBy(items, ({ cluster }) => cluster).values()];
  const random = seededRandom("evaluate");
  const values = Float64Array.from({ length: draws }, () => {
    const sample: Item[] = [];
    for (let i = 0; i < clusters.length; i++) {
      sample.push(...clusters[random.below(clusters.length)]);
    }
    return statistic(sample);
  }).sort();
  return {
    low: values[Math.floor(0.025 * draws)],
    high: values[Math.ceil(0.975 * draws) - 1],
  };
}
