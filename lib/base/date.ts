import { badOption } from "./fault.ts";

/**
 * A date as it was written: `2021-10-05`, `2021-10` or `2021`. It is a text and stays
 * one, so that no time zone ever shifts a day and a month never becomes its first.
 */
export type PartialDate = string;

/** How exactly a date is known. */
export type Precision = "day" | "month" | "year";

/** The lengths of period that a series can have. */
export const PERIODS = ["month", "quarter", "half-year", "year"] as const;

/** A length of period. */
export type Period = (typeof PERIODS)[number];

const MONTHS: Record<Period, number> = {
  month: 1,
  quarter: 3,
  "half-year": 6,
  year: 12,
};
const SHAPE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** The months as English names them. */
export const MONTH_NAMES = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

/**
 * Tells whether a text is a date of the calendar to the day, month or year.
 *
 * @example
 * ```ts
 * import { isPartialDate } from "aras";
 * import { assert } from "@std/assert";
 *
 * assert(isPartialDate("2021-10"));
 * assert(!isPartialDate("2021-02-30"));
 * ```
 */
export function isPartialDate(text: string): boolean {
  const match = SHAPE.exec(text);
  if (match === null) return false;
  const [, year, month, day] = match.map(Number);
  if (match[2] !== undefined && (month < 1 || month > 12)) return false;
  if (match[3] === undefined) return true;
  return day >= 1 && day <= daysOf(year, month);
}

/** The number of days of a month (1 to 12) in the Gregorian calendar. */
export function daysOf(year: number, month: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}

/** How exactly a date is known: a day, a month or a year. */
export function precisionOf(date: PartialDate): Precision {
  return date.length === 10 ? "day" : date.length === 7 ? "month" : "year";
}

/**
 * Names the period that a date falls in: `2021`, `2021-H1`, `2021-Q2`, `2021-04`.
 *
 * @param date A date as written.
 * @param every The length of the period.
 * @returns The name, or `null` where the date is too coarse (a year has no month).
 *
 * @example
 * ```ts
 * import { periodOf } from "aras";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(periodOf("2021-10", "quarter"), "2021-Q4");
 * assertEquals(periodOf("2021", "quarter"), null);
 * ```
 */
export function periodOf(date: PartialDate, every: Period): string | null {
  const year = date.slice(0, 4);
  if (every === "year") return year;
  if (date.length < 7) return null;
  const month = Number(date.slice(5, 7));
  if (every === "month") return date.slice(0, 7);
  return every === "quarter"
    ? `${year}-Q${Math.ceil(month / 3)}`
    : `${year}-H${Math.ceil(month / 6)}`;
}

/** A stretch of whole months, both ends within it. */
export interface MonthRange {
  /** First month, `2021-01`. */
  readonly from: string;
  /** Last month, `2021-06`. */
  readonly to: string;
}

/**
 * Reads a period or a range of them as its first and last month.
 *
 * @param text `2021`, `2021-H1`, `2021-Q2`, `2021-04`, or two of them with a slash:
 *   `2020-07/2020-12`.
 * @param option The option's name, for the error.
 * @throws {UserError} where it is none of these or ends before it begins.
 *
 * @example
 * ```ts
 * import { monthRange } from "aras";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(monthRange("2021-Q2"), { from: "2021-04", to: "2021-06" });
 * assertEquals(monthRange("2020/2021-H1"), { from: "2020-01", to: "2021-06" });
 * ```
 */
export function monthRange(text: string, option = "period"): MonthRange {
  const parts = String(text).split("/");
  const first = monthsOf(parts[0]), last = monthsOf(parts[parts.length - 1]);
  if (parts.length > 2 || first === undefined || last === undefined) {
    badOption(
      option,
      "a year, half-year, quarter, month or two of them with a slash " +
        "(2021, 2021-H1, 2021-Q2, 2021-04, 2020-07/2020-12)",
      text,
    );
  }
  if (last[1] < first[0]) {
    badOption(option, "an end that is not before its start", text);
  }
  return { from: first[0], to: last[1] };
}

function monthsOf(text: string): [string, string] | undefined {
  const match = /^(\d{4})(?:-(?:H([12])|Q([1-4])|(\d{2})))?$/.exec(text);
  if (match === null) return undefined;
  const [, year, half, quarter, month] = match;
  if (month !== undefined && (Number(month) < 1 || Number(month) > 12)) {
    return undefined;
  }
  if (half !== undefined) return span(year, Number(half) * 6 - 5, 6);
  if (quarter !== undefined) return span(year, Number(quarter) * 3 - 2, 3);
  return month === undefined ? span(year, 1, 12) : span(year, Number(month), 1);
}

function span(year: string, first: number, length: number): [string, string] {
  const two = (n: number) => String(n).padStart(2, "0");
  return [`${year}-${two(first)}`, `${year}-${two(first + length - 1)}`];
}

/** Months since the year 0, so that months can be counted and compared. */
export function monthIndex(date: PartialDate): number {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
}

/** The month with an index, `2021-04`. */
export function monthAt(index: number): string {
  const month = index % 12 + 1;
  return `${String(Math.floor(index / 12)).padStart(4, "0")}-${
    String(month).padStart(2, "0")
  }`;
}

/**
 * Lists all the periods from one date to another, empty ones too.
 *
 * @param from Any date in the first period.
 * @param to Any date in the last period.
 * @param every The length of the period.
 * @returns Their names in order of time.
 *
 * @example
 * ```ts
 * import { periodsBetween } from "aras";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(periodsBetween("2020-11", "2021-02", "quarter"), ["2020-Q4", "2021-Q1"]);
 * ```
 */
export function periodsBetween(
  from: PartialDate,
  to: PartialDate,
  every: Period,
): string[] {
  const step = MONTHS[every];
  const start = Math.floor(monthIndex(from.padEnd(7, "-01")) / step) * step;
  const end = monthIndex(to.length === 4 ? `${to}-12` : to);
  const names: string[] = [];
  for (let i = start; i <= end; i += step) names.push(periodOf(monthAt(i), every)!);
  return names;
}

/**
 * The middle of a period or date as a UTC instant, the place of a point on a time axis.
 *
 * @param text A partial date or the name of a period.
 */
export function middleOf(text: string): Date {
  if (text.length === 10) return new Date(`${text}T12:00:00Z`);
  const { from, to } = monthRange(text);
  const start = Date.parse(`${from}-01T00:00:00Z`);
  const end = Date.parse(`${monthAt(monthIndex(to) + 1)}-01T00:00:00Z`);
  return new Date((start + end) / 2);
}

/** The first instant of a period or date, UTC. */
export function startOf(text: string): Date {
  return text.length === 10
    ? new Date(`${text}T00:00:00Z`)
    : new Date(`${monthRange(text).from}-01T00:00:00Z`);
}

/** Checks that an option names a length of period. */
export function checkPeriod(every: string, option = "every"): asserts every is Period {
  if (!(PERIODS as readonly string[]).includes(every)) {
    badOption(option, PERIODS.join(", "), every);
  }
}
