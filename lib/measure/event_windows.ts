import { daysOf } from "../base/date.ts";
import type { Observation } from "./selection.ts";
import { clustersOf } from "./units.ts";

/** A stretch of days counted from 1970. */
export interface Days {
  readonly from: number;
  /** The first day after it. */
  readonly to: number;
  /** The day in its middle. */
  readonly middle: number;
}

/** The days that a date to the day or month covers. */
export function daysOfDate(date: string): Days {
  const year = Number(date.slice(0, 4)), month = Number(date.slice(5, 7));
  const day = date.length === 10 ? Number(date.slice(8)) : 1;
  const from = Math.round(Date.UTC(year, month - 1, day) / 86_400_000);
  const length = date.length === 10 ? 1 : daysOf(year, month);
  return { from, to: from + length, middle: from + (length >> 1) };
}

/** The day some months away from another; the month's last where it has no such day. */
export function monthsAway(day: number, months: number): number {
  const date = new Date(day * 86_400_000);
  const index = date.getUTCFullYear() * 12 + date.getUTCMonth() + months;
  const year = Math.floor(index / 12), month = index - year * 12;
  return Math.round(
    Date.UTC(year, month, Math.min(date.getUTCDate(), daysOf(year, month + 1))) /
      86_400_000,
  );
}

/** A series laid out by day, so that the windows about many dates are soon compared. */
export class EventWindows {
  /** First day of the series, and the first after it. */
  readonly first: number;
  readonly last: number;
  private readonly days: Map<Observation, Days>;
  /** Sums of a cluster on the same dates, in order of their middle day. */
  private readonly cells: Cell[];
  private readonly sums: [Sums, Sums];

  /**
   * @param observations Statements dated to the month or better.
   * @param least Statements that a side must have.
   */
  constructor(observations: readonly Observation[], private readonly least: number) {
    this.days = new Map(observations.map((o) => [o, daysOfDate(o.date)]));
    const clusters = clustersOf(observations);
    const cells = new Map<string, Cell>();
    observations.forEach((o, i) => {
      const key = `${o.date}/${clusters[i]}`;
      let cell = cells.get(key);
      if (cell === undefined) {
        cell = {
          ...this.days.get(o)!,
          cluster: clusters[i],
          total: 0,
          weight: 0,
          n: 0,
        };
        cells.set(key, cell);
      }
      cell.total += o.stance * o.weight;
      cell.weight += o.weight;
      cell.n++;
    });
    this.cells = [...cells.values()].sort((a, b) =>
      a.middle - b.middle || a.to - b.to || a.cluster - b.cluster
    );
    this.first = this.cells.reduce((m, c) => Math.min(m, c.from), Infinity);
    this.last = this.cells.reduce((m, c) => Math.max(m, c.to), -Infinity);
    const size = clusters.reduce((m, c) => Math.max(m, c), -1) + 1;
    this.sums = [new Sums(size), new Sums(size)];
  }

  /**
   * The side of a date that a statement lies on, within a window of months. One dated to
   * the month counts by the month's middle, and not at all in the event's own month.
   */
  side(observation: Observation, day: number, window: number) {
    const { from, to, middle } = this.days.get(observation)!;
    if (middle >= monthsAway(day, -window) && to <= day) return "before";
    return from >= day && middle < monthsAway(day, window) ? "after" : null;
  }

  /**
   * How large the difference about a day is in units of its standard error; null where a
   * side has too few statements or clusters, or nothing varies.
   */
  size(day: number, window: number): number | null {
    const [before, after] = this.sums;
    this.gather(before, monthsAway(day, -window), day, day);
    this.gather(after, day, monthsAway(day, window), day);
    if (before.n < this.least || after.n < this.least) return null;
    const one = before.variance(), two = after.variance();
    if (one === null || two === null) return null;
    let shared = 0;
    for (const c of before.touched) {
      if (after.weights[c] > 0) shared += before.influence(c) * after.influence(c);
    }
    const variance = Math.max(one + two - 2 * shared, (one + two) / 10);
    return variance > 1e-12
      ? Math.abs(after.mean - before.mean) / Math.sqrt(variance)
      : null;
  }

  private gather(sums: Sums, start: number, end: number, event: number): void {
    sums.clear();
    const { cells } = this;
    let low = 0, high = cells.length;
    while (low < high) {
      const at = (low + high) >> 1;
      if (cells[at].middle < start) low = at + 1;
      else high = at;
    }
    for (let i = low; i < cells.length && cells[i].middle < end; i++) {
      if (cells[i].to <= event || cells[i].from >= event) sums.add(cells[i]);
    }
  }
}

interface Cell extends Days {
  readonly cluster: number;
  total: number;
  weight: number;
  n: number;
}

/** Sums by cluster of one side, cleared and filled again for each date. */
class Sums {
  readonly totals: Float64Array;
  readonly weights: Float64Array;
  readonly touched: number[] = [];
  n = 0;
  total = 0;
  weight = 0;

  constructor(clusters: number) {
    this.totals = new Float64Array(clusters);
    this.weights = new Float64Array(clusters);
  }

  clear(): void {
    for (const c of this.touched) this.totals[c] = this.weights[c] = 0;
    this.touched.length =
      this.n =
      this.total =
      this.weight =
        0;
  }

  add(cell: Cell): void {
    const c = cell.cluster;
    if (this.weights[c] === 0) this.touched.push(c);
    this.totals[c] += cell.total;
    this.weights[c] += cell.weight;
    this.n += cell.n;
    this.total += cell.total;
    this.weight += cell.weight;
  }

  get mean(): number {
    return this.total / this.weight;
  }

  influence(c: number): number {
    return (this.totals[c] - this.mean * this.weights[c]) / this.weight;
  }

  variance(): number | null {
    const n = this.touched.length;
    if (n < 2) return null;
    let sum = 0;
    for (const c of this.touched) sum += this.influence(c) ** 2;
    return sum * n / (n - 1);
  }
}
