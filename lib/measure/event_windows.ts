import { daysOf } from "../base/date.ts";
import { ClusterSums, sizeOfDifference } from "./cluster_sums.ts";
import type { Observation } from "./selection.ts";
import { numbered, numberOf, type Side } from "./sides.ts";
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
  private readonly days = new Map<string, Days>();
  /** Sums of a cluster on the same dates, in order of their middle day. */
  private readonly cells: Cell[];
  private readonly sums: [ClusterSums, ClusterSums];

  /**
   * @param observations Statements dated to the month or better.
   * @param least Statements that a side must have.
   */
  constructor(observations: readonly Observation[], private readonly least: number) {
    const clusters = clustersOf(observations), n = numberOf(clusters);
    const date = numbered(observations.map((o) => o.date));
    for (const name of date.names) this.days.set(name, daysOfDate(name));
    const cells = new Map<number, Cell>();
    observations.forEach(({ stance, weight }, i) => {
      const key = date.at[i] * n + clusters[i];
      let cell = cells.get(key);
      if (cell === undefined) {
        const { from, to, middle } = this.days.get(observations[i].date)!;
        cell = { from, to, middle, cluster: clusters[i], total: 0, weight: 0, n: 0 };
        cells.set(key, cell);
      }
      cell.total += stance * weight;
      cell.weight += weight;
      cell.n++;
    });
    this.cells = [...cells.values()].sort((a, b) =>
      a.middle - b.middle || a.to - b.to || a.cluster - b.cluster
    );
    this.first = this.cells.reduce((m, c) => Math.min(m, c.from), Infinity);
    this.last = this.cells.reduce((m, c) => Math.max(m, c.to), -Infinity);
    this.sums = [new ClusterSums(n), new ClusterSums(n)];
  }

  /**
   * The side of a day that a statement lies on, within a window of months. One dated to
   * the month counts by the month's middle, and not at all in the event's own month.
   */
  sidesOf(day: number, window: number): (observation: Observation) => Side | null {
    const start = monthsAway(day, -window), end = monthsAway(day, window);
    return ({ date }) => {
      const { from, to, middle } = this.days.get(date)!;
      if (middle >= start && to <= day) return "before";
      return from >= day && middle < end ? "after" : null;
    };
  }

  /**
   * How large the difference about a day is in units of its standard error; null where a
   * side has too few statements or clusters, or nothing varies.
   */
  size(day: number, window: number): number | null {
    const [before, after] = this.sums;
    this.gather(before, monthsAway(day, -window), day, day);
    this.gather(after, day, monthsAway(day, window), day);
    return before.n < this.least || after.n < this.least
      ? null
      : sizeOfDifference(before, after);
  }

  private gather(sums: ClusterSums, start: number, end: number, event: number): void {
    sums.clear();
    const { cells } = this;
    let low = 0, high = cells.length;
    while (low < high) {
      const at = (low + high) >> 1;
      if (cells[at].middle < start) low = at + 1;
      else high = at;
    }
    for (let i = low; i < cells.length && cells[i].middle < end; i++) {
      const { from, to, cluster, total, weight, n } = cells[i];
      if (to <= event || from >= event) sums.add(cluster, total, weight, n);
    }
  }
}

interface Cell extends Days {
  readonly cluster: number;
  total: number;
  weight: number;
  n: number;
}
