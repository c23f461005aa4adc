import { type MonthRange, monthRange } from "../base/date.ts";
import { badOption } from "../base/fault.ts";
import type { Corpus } from "../corpus/corpus.ts";
import { counted, written } from "./about.ts";
import {
  type Observation,
  observationsOf,
  type Selection,
  selectionQuery,
} from "./selection.ts";
import type { Side } from "./sides.ts";
import { spanOf } from "./stance_series.ts";

/** The statements of a series and what has to be said of them. */
export interface SeriesData {
  readonly observations: readonly Observation[];
  /** `Iran → Azerbaijan`. */
  readonly label: string;
  /** Ids of the speakers and targets that the selection names. */
  readonly speakers: readonly string[];
  readonly targets: readonly string[];
  /** SQL of the selection. */
  readonly sql: string;
  readonly notes: readonly (string | undefined)[];
}

/** Takes the statements of a series, within the years of the corpus's articles. */
export async function seriesData(
  corpus: Corpus,
  selection: Selection,
): Promise<SeriesData> {
  const bounded = { ...selection, ...await spanOf(corpus, selection) };
  const query = await selectionQuery(corpus, bounded);
  const observations = await observationsOf(corpus, query, selection.count);
  const coarse = observations.filter((o) => o.date.length < 7).length;
  return {
    observations,
    label: [query.speakers, query.targets].map((actors) =>
      actors.map((actor) => actor.name).join(", ") || "everybody"
    ).join(" → "),
    speakers: query.speakers.map((actor) => actor.id),
    targets: query.targets.map((actor) => actor.id),
    sql: written(query.sql, query.parameters),
    notes: [
      counted(observations.length, "statement", "statements"),
      counted(coarse, "statement", "statements", " dated to the year alone left out"),
    ],
  };
}

/** Two periods that are compared. */
export interface Periods {
  readonly before: MonthRange;
  readonly after: MonthRange;
}

/** Two periods that do not overlap, the first before the second. */
export function twoPeriods(before: string, after: string): Periods {
  const first = monthRange(before, "before"), second = monthRange(after, "after");
  if (first.to >= second.from) {
    badOption("after", `a period that begins after ${before} has ended`, after);
  }
  return { before: first, after: second };
}

/**
 * Whether a date lies before or after: a month in one of the periods, a year alone where
 * the whole of it does.
 */
export function sideOfDate(date: string, periods: Periods): Side | null {
  const [from, to] = date.length === 4
    ? [`${date}-01`, `${date}-12`]
    : [date.slice(0, 7), date.slice(0, 7)];
  for (const side of ["before", "after"] as const) {
    if (from >= periods[side].from && to <= periods[side].to) return side;
  }
  return null;
}
