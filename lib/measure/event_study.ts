import { isPartialDate } from "../base/date.ts";
import { badOption } from "../base/fault.ts";
import type { Corpus } from "../corpus/corpus.ts";
import { type Frame, makeFrame, type Row } from "../corpus/frame.ts";
import { about, counted } from "./about.ts";
import { differenceColumns, differenceOfSums } from "./cluster_difference.ts";
import type { Observation, Selection } from "./selection.ts";
import { daysOfDate, EventWindows, monthsAway } from "./event_windows.ts";
import { seriesData } from "./series_data.ts";
import { countColumns, countsOfSides, sidesOf, sumsOfSides } from "./sides.ts";

/** Options of {@linkcode eventStudy}. */
export interface EventStudyOptions extends Selection {
  /** A row of the table `events`, by its id, or any day or month. */
  readonly event: string;
  /** Lengths of the windows before and after in months; 1, 2, 3, 6 and 12. */
  readonly windows?: readonly number[];
  /** Statements that either side must have; 3. */
  readonly least?: number;
}

/** Placebo dates lie a week apart. */
const STEP = 7;

/**
 * Compares the mean stance before and after an event, for a ladder of windows, with the
 * rank of its difference among placebo dates: the same windows about every seventh day of
 * the series that is at least a window away from the event (randomisation inference,
 * Fisher 1935; differences in units of their standard error).
 *
 * The event's own day counts as after. A statement dated to the month alone counts by the
 * month's middle, and not at all in the event's own month.
 *
 * @param corpus The corpus.
 * @param options Whose statements, which event, which windows.
 * @returns A row a window: `window` (months), `mean_before`, `mean_after`, `difference`,
 *   `low`, `high` (95 %, linearised over clusters of documents), `statements_before`,
 *   `statements_after`, `documents_before`, `documents_after`, `rank` of the event among
 *   `placebos` and itself, `p` = rank / (placebos + 1), and `p_ladder`, the same for the
 *   largest of all windows, which holds whichever window one looks at. Empty values where
 *   a side has too few statements, or too few placebos (19) to tell.
 * @throws {UserError} where the event is unknown or outside the data, or a window longer
 *   than the data.
 *
 * @example
 * ```ts
 * import { eventStudy, openCorpus } from "aras";
 * import { assertEquals } from "@std/assert";
 *
 * const corpus = await openCorpus();
 * const frame = await eventStudy(corpus, {
 *   speaker: "irn",
 *   target: "aze",
 *   event: "2023-01-27",
 *   windows: [3, 6],
 * });
 * assertEquals(frame.shape[0], 2);
 * corpus.close();
 * ```
 */
export async function eventStudy(
  corpus: Corpus,
  options: EventStudyOptions,
): Promise<Frame> {
  const { event, windows = [1, 2, 3, 6, 12], least = 3, ...selection } = options;
  if (windows.length === 0 || windows.some((w) => !Number.isInteger(w) || w < 1)) {
    badOption("windows", "whole numbers of months, at least one", windows);
  }
  if (!Number.isInteger(least) || least < 2) {
    badOption("least", "a whole number of at least 2", least);
  }
  const { date, title } = await eventOf(corpus, event);
  const data = await seriesData(corpus, selection);
  const dated = data.observations.filter((o) => o.date.length >= 7);
  const study = studyWindows(dated, date, [...windows].sort((a, b) => a - b), least);
  return makeFrame(
    study.rows,
    COLUMNS,
    about(corpus, "eventStudy", options, [data.sql], [
      title.startsWith("Before") ? `${title} ${date}` : `${title} (${date})`,
      study.ladder === null
        ? "too few placebo dates for a rank"
        : `difference among placebo dates: p = ${
          study.ladder.toFixed(3)
        } for the largest of all windows`,
      ...data.notes,
      counted(
        dated.filter((o) => o.date.length === 7).length,
        "of them is dated to the month",
        "of them are dated to the month",
      ),
    ]),
  );
}

const COLUMNS = [
  "window",
  "mean_before",
  "mean_after",
  "difference",
  "low",
  "high",
  "statements_before",
  "statements_after",
  "documents_before",
  "documents_after",
  "rank",
  "placebos",
  "p",
  "p_ladder",
];

/** The date and title of an event, given by its id or as a date. */
async function eventOf(
  corpus: Corpus,
  event: string,
): Promise<{ date: string; title: string }> {
  if (typeof event === "string" && isPartialDate(event) && event.length >= 7) {
    return { date: event, title: "Before and after" };
  }
  const found = (corpus.counts.get("events") ?? 0) === 0
    ? []
    : await corpus.query<{ id: string; date: string; title: string }>(
      "SELECT id, date, title FROM events ORDER BY id",
    );
  const own = found.find(({ id }) => id === event);
  if (own !== undefined) return own;
  const word = String(event).split("-")[0].toLowerCase();
  const near = found.filter(({ id }) => id.includes(word)).map(({ id }) => id).slice(
    0,
    5,
  );
  badOption(
    "event",
    "the id of a row of events, a day or a month",
    event,
    near.length > 0 ? `like it: ${near.join(", ")}` : "all are in the table events",
  );
}

/** The ladder of windows about a date, and the p-value of its largest difference. */
export function studyWindows(
  observations: readonly Observation[],
  date: string,
  windows: readonly number[],
  least: number,
): { rows: Row[]; ladder: number | null } {
  const series = new EventWindows(observations, least);
  const { first, last } = series;
  const day = daysOfDate(date).from;
  if (observations.length > 0) checkReach(day, date, windows, first, last);
  const seen = windows.map((window) => series.size(day, window));
  // For each placebo date: how large each window's difference is.
  const placebos: (number | null)[][] = windows.map(() => []);
  for (let d = first; d <= last; d += STEP) {
    windows.forEach((window, w) => {
      const inside = monthsAway(d, -window) >= first && monthsAway(d, window) <= last;
      const apart = d <= monthsAway(day, -window) || d >= monthsAway(day, window);
      placebos[w].push(inside && apart ? series.size(d, window) : null);
    });
  }
  const ladder = pOf(
    largest(seen),
    (placebos[0] ?? []).map((_, i) => largest(placebos.map((column) => column[i]))),
  );
  const rows = windows.map((window, w): Row => {
    const own = sidesOf(observations, series.sidesOf(day, window));
    const { before, after } = sumsOfSides(own);
    const counts = countsOfSides(own);
    const enough = counts.before.statements >= least &&
      counts.after.statements >= least;
    const difference = enough ? differenceOfSums(before, after) : null;
    const rank = pOf(seen[w], placebos[w]);
    return {
      window,
      ...differenceColumns(difference),
      ...countColumns(counts),
      rank: rank?.rank ?? null,
      placebos: rank?.placebos ?? null,
      p: rank?.p ?? null,
      p_ladder: ladder?.p ?? null,
    };
  });
  return { rows, ladder: ladder?.p ?? null };
}

function checkReach(
  day: number,
  date: string,
  windows: readonly number[],
  first: number,
  last: number,
): void {
  const shown = (d: number) => new Date(d * 86_400_000).toISOString().slice(0, 10);
  if (day <= first || day >= last) {
    badOption(
      "event",
      `a date within the data (${shown(first)} to ${shown(last - 1)})`,
      date,
    );
  }
  const widest = windows[windows.length - 1];
  if (monthsAway(first, widest) >= last) {
    badOption(
      "windows",
      `windows shorter than the data (${shown(first)} to ${shown(last - 1)})`,
      widest,
    );
  }
}

function largest(values: readonly (number | null)[]): number | null {
  const known = values.filter((v) => v !== null);
  return known.length === 0 ? null : Math.max(...known);
}

/** The fewest placebos that a 5 % rank can be told from. */
const LEAST_PLACEBOS = 19;

function pOf(
  seen: number | null,
  placebos: readonly (number | null)[],
): { rank: number; placebos: number; p: number } | null {
  const known = placebos.filter((v) => v !== null);
  if (seen === null || known.length < LEAST_PLACEBOS) return null;
  const rank = 1 + known.filter((v) => v >= seen - 1e-9).length;
  return { rank, placebos: known.length, p: rank / (known.length + 1) };
}
