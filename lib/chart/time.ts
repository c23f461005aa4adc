import type { ScaleOptions } from "@observablehq/plot";
import { MONTH_NAMES, periodsBetween, startOf } from "../base/date.ts";
import type { PartialDate, Period } from "../base/date.ts";

/** A time axis whose pixels are known before anything is drawn. */
export interface TimeAxis {
  readonly from: Date;
  readonly to: Date;
  /** Left and right end of the plotted stretch in pixels. */
  readonly left: number;
  readonly right: number;
  /** The place of an instant in pixels. */
  x(date: Date): number;
  /** What `Plot.plot` takes for its x scale. */
  readonly scale: ScaleOptions;
}

/**
 * Lays out a time axis over whole periods.
 *
 * @param periods Names of periods or dates (`2020-Q1`, `2020-03-05`), in any order.
 * @param box Width of the plot and its margins in pixels.
 */
export function timeAxis(
  periods: readonly string[],
  box: { width: number; marginLeft: number; marginRight: number },
): TimeAxis {
  const sorted = [...periods].sort();
  const from = startOf(sorted[0]);
  const to = endOf(sorted[sorted.length - 1]);
  const left = box.marginLeft, right = box.width - box.marginRight;
  const x = (date: Date) => left + (+date - +from) / (+to - +from) * (right - left);
  const years = to.getUTCFullYear() - from.getUTCFullYear() + 1;
  return {
    from,
    to,
    left,
    right,
    x,
    scale: {
      type: "utc",
      domain: [from, to],
      label: null,
      ticks: years >= 3 ? "year" : years === 2 ? "3 months" : "month",
      // One line always, so that what stands under the axis knows its place.
      tickFormat: years >= 3
        ? (date: Date) => String(date.getUTCFullYear())
        : monthTick,
    },
  };
}

/** A month as a tick says it: `Jan ’21`. */
function monthTick(date: Date): string {
  const month = MONTH_NAMES[date.getUTCMonth()].slice(0, 3);
  return `${month} ’${String(date.getUTCFullYear()).slice(2)}`;
}

/** The first instant after a period or date. */
export function endOf(text: string): Date {
  if (text.length === 10) return new Date(+startOf(text) + 86_400_000);
  const start = startOf(text);
  const months = text.length === 4 ? 12 : text[5] === "H" ? 6 : text[5] === "Q" ? 3 : 1;
  return new Date(
    Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + months, 1),
  );
}

/** The length of the periods that a frame is by, told from their names. */
export function periodLength(period: string): Period {
  return period.length === 4
    ? "year"
    : period[5] === "H"
    ? "half-year"
    : period[5] === "Q"
    ? "quarter"
    : "month";
}

/** A period as a reader says it: `Q2 2021`, `first half of 2021`, `April 2021`. */
export function periodName(period: PartialDate): string {
  const year = period.slice(0, 4);
  if (period.length === 4) return year;
  if (period[5] === "Q") return `Q${period[6]} ${year}`;
  if (period[5] === "H") return `H${period[6]} ${year}`;
  const day = period.length === 10 ? `${Number(period.slice(8))} ` : "";
  return `${day}${MONTH_NAMES[Number(period.slice(5, 7)) - 1]} ${year}`;
}

/**
 * A title with the years that it is about: `Stances, 2020–2024`.
 *
 * @param title The title without them.
 * @param periods The periods of the frame; of none the title stays as it is.
 */
export function withYears(title: string, periods: readonly string[]): string {
  if (periods.length === 0) return title;
  const years = periods.map((period) => period.slice(0, 4)).sort();
  const [first, last] = [years[0], years[years.length - 1]];
  return `${title}, ${first === last ? first : `${first}–${last}`}`;
}

/** Every period from the first to the last of a frame, those without rows too. */
export function allPeriods(periods: readonly string[]): string[] {
  const sorted = [...periods].sort();
  const month = (date: Date) => date.toISOString().slice(0, 7);
  const last = new Date(+endOf(sorted[sorted.length - 1]) - 1);
  return periodsBetween(
    month(startOf(sorted[0])),
    month(last),
    periodLength(sorted[0]),
  );
}
