import type { Random } from "../base/random.ts";

/**
 * Draws orders of units in which whole clusters change places. Clusters with the same
 * number of units in the same stretches exchange places with each other, so that a
 * document keeps together what it says and no stretch gains or loses one: exact where
 * clusters are exchangeable within stretches. Use one for shuffles or for resamples.
 */
export class Shuffler {
  /** Which unit stands in the place of each; filled by {@linkcode shuffle}. */
  readonly order: Int32Array;
  private readonly strata: { columns: Int32Array[]; drawn: Int32Array }[];

  /**
   * @param cluster Cluster of each unit, units in order of time.
   * @param stretch The stretch of time that each unit lies in; all in one if left out.
   */
  constructor(cluster: Int32Array, stretch?: Int32Array) {
    this.order = Int32Array.from(cluster, (_, i) => i);
    const units = new Map<number, number[]>();
    cluster.forEach((c, i) => {
      const list = units.get(c);
      if (list === undefined) units.set(c, [i]);
      else list.push(i);
    });
    // A stratum is a list of columns: the first units of its clusters, the second, …
    const strata = new Map<string, number[][]>();
    for (const list of units.values()) {
      const key = list.map((i) => stretch?.[i] ?? 0).join();
      let columns = strata.get(key);
      if (columns === undefined) strata.set(key, columns = list.map(() => []));
      list.forEach((i, k) => columns[k].push(i));
    }
    this.strata = [...strata.values()].map((columns) => ({
      columns: columns.map((column) => Int32Array.from(column)),
      drawn: Int32Array.from(columns[0], (_, i) => i),
    }));
  }

  /** Fills {@linkcode order} with a random exchange of places. */
  shuffle(random: Random): Int32Array {
    // A shuffle of the last shuffle is as random as one of the first order.
    return this.draw((drawn) => random.shuffle(drawn));
  }

  /** Fills {@linkcode order} with clusters drawn with replacement (a bootstrap). */
  resample(random: Random): Int32Array {
    return this.draw((drawn) => {
      for (let i = 0; i < drawn.length; i++) drawn[i] = random.below(drawn.length);
    });
  }

  private draw(choose: (drawn: Int32Array) => void): Int32Array {
    const { order } = this;
    for (const { columns, drawn } of this.strata) {
      choose(drawn);
      for (const column of columns) {
        for (let i = 0; i < drawn.length; i++) order[column[i]] = column[drawn[i]];
      }
    }
    return order;
  }
}
