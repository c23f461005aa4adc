import type { Random } from "../base/random.ts";

/**
 * Draws orders of units in which whole clusters change places. Clusters with the same
 * number of units in the same stretches exchange places with each other, so that a
 * document keeps together what it says and no stretch gains or loses one: exact where
 * clusters are exchangeable within stretches.
 */
export class Shuffler {
  /** Which unit stands in the place of each; filled by {@linkcode shuffle}. */
  readonly order: Int32Array;
  private readonly strata: Int32Array[][];

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
    this.strata = [...strata.values()].map((s) => s.map((c) => Int32Array.from(c)));
  }

  /** The number of clusters that can change places. */
  get free(): number {
    return this.strata.reduce((n, s) => n + (s[0].length > 1 ? s[0].length : 0), 0);
  }

  /** Fills {@linkcode order} with a random exchange of places. */
  shuffle(random: Random): Int32Array {
    return this.draw((n, drawn) => {
      for (let i = 0; i < n; i++) drawn[i] = i;
      random.shuffle(drawn);
    });
  }

  /** Fills {@linkcode order} with clusters drawn with replacement (a bootstrap). */
  resample(random: Random): Int32Array {
    return this.draw((n, drawn) => {
      for (let i = 0; i < n; i++) drawn[i] = random.below(n);
    });
  }

  private draw(choose: (n: number, drawn: Int32Array) => void): Int32Array {
    for (const columns of this.strata) {
      const n = columns[0].length;
      const drawn = new Int32Array(n);
      choose(n, drawn);
      for (const column of columns) {
        for (let i = 0; i < n; i++) this.order[column[i]] = column[drawn[i]];
      }
    }
    return this.order;
  }
}
