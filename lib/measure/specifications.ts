import { monthAt, monthIndex, type MonthRange } from "../base/date.ts";
import type { Observation, Selection } from "./selection.ts";
import { type Periods, sideOfDate } from "./series_data.ts";

/** A way of making the same comparison. */
export interface Choice {
  readonly group: "core" | "outlet left out" | "one wave" | "one side";
  readonly period: "as given" | "a month wider" | "a month narrower";
  readonly dates: "statement" | "article";
  readonly precision: "month" | "day";
  readonly voice: "all" | "without author" | "quoted";
  readonly count: "positions" | "reports";
  /** What is left out or kept, in words. */
  readonly detail: string;
  keep?(observation: Observation): boolean;
}

/** How many of the largest outlets are left out one by one. */
const OUTLETS = 10;

/** All ways of making the comparison, the one asked for first. */
export function choicesOf(
  observations: readonly Observation[],
  selection: Selection,
  periods: Periods,
  waves: readonly string[],
): Choice[] {
  const base: Choice = {
    group: "core",
    period: "as given",
    dates: selection.dates?.basis ?? "statement",
    precision: selection.dates?.precision === "day" ? "day" : "month",
    voice: "all",
    count: selection.count ?? "positions",
    detail: "",
  };
  const either = <T>(fixed: unknown, own: T, ...others: T[]) =>
    fixed === undefined ? [own, ...others.filter((o) => o !== own)] : [own];
  const choices: Choice[] = [];
  for (const period of ["as given", "a month wider", "a month narrower"] as const) {
    for (const dates of either(selection.dates?.basis, base.dates, "article")) {
      for (
        const precision of either(selection.dates?.precision, base.precision, "day")
      ) {
        for (
          const voice of either(selection.voice, base.voice, "without author", "quoted")
        ) {
          for (const count of either(selection.count, base.count, "reports")) {
            choices.push({ ...base, period, dates, precision, voice, count } as Choice);
          }
        }
      }
    }
  }
  const within = observations.filter((o) => sideOfDate(o.date, periods) !== null);
  const outlets = [...Map.groupBy(within, (o) => o.publisher)]
    .map(([publisher, own]) => ({ publisher, n: own.length }))
    .sort((a, b) => b.n - a.n || (a.publisher < b.publisher ? -1 : 1))
    .slice(0, OUTLETS);
  for (const { publisher, n } of outlets) {
    choices.push({
      ...base,
      group: "outlet left out",
      detail: `${publisher} (${n})`,
      keep: (o) => o.publisher !== publisher,
    });
  }
  const coders = new Set(within.map((o) => o.coder));
  for (const wave of waves) {
    if (![...wave].some((letter) => coders.has(letter))) continue;
    choices.push({
      ...base,
      group: "one wave",
      detail: `coders ${[...wave].filter((letter) => coders.has(letter)).join(" ")}`,
      keep: (o) => wave.includes(o.coder),
    });
  }
  const audiences = [...Map.groupBy(within, (o) => o.audience)]
    .filter(([, own]) => own.length * 10 >= within.length)
    .map(([audience]) => audience)
    .sort();
  for (const audience of audiences) {
    choices.push({
      ...base,
      group: "one side",
      detail: `outlets for ${audience} alone`,
      keep: (o) => o.audience === audience,
    });
  }
  return choices;
}

/** Periods a month wider or narrower at either end, never into each other. */
export function widen(
  { before, after }: Periods,
  by: Choice["period"],
): Periods | null {
  if (by === "as given") return { before, after };
  const step = by === "a month wider" ? 1 : -1;
  const moved = ({ from, to }: MonthRange, ends: [number, number]) => ({
    from: monthAt(monthIndex(from) - ends[0]),
    to: monthAt(monthIndex(to) + ends[1]),
  });
  const gap = monthIndex(after.from) - monthIndex(before.to) - 1;
  const inner = step === 1 && gap < 2 ? 0 : step;
  const first = moved(before, [step, inner]), second = moved(after, [inner, step]);
  return first.from > first.to || second.from > second.to
    ? null
    : { before: first, after: second };
}
