import {
  isPartialDate,
  type PartialDate,
  type Precision,
  precisionOf,
} from "../../base/date.ts";
import { dateLine } from "./date_line.ts";
import { findDates } from "./dates.ts";

/**
 * How a date can be known: by a date line of the article's own, its metadata, its address,
 * or the events that it reports.
 */
export const DATE_BASES = ["text", "metadata", "url", "inferred"] as const;

/** When an article was published, and how that is known. */
export interface Published {
  readonly published?: PartialDate;
  readonly precision?: Precision;
  readonly basis?: typeof DATE_BASES[number];
}

/** What is looked at. */
export interface DateClues {
  /** The article's passages that could be its date line, in order. */
  readonly lines: readonly string[];
  /** Dates of its metadata as written, the most telling first. */
  readonly metadata: readonly (string | undefined)[];
  /** Whether the metadata were given by a user, beside the text, and go first. */
  readonly isStated: boolean;
  readonly url?: string;
  /** Title and text. */
  readonly text: string;
}

/**
 * Dates an article: by its date line, its metadata, its address, else by the month of the
 * latest events that it reports as current. Where none of them tells it, it has no date:
 * none is invented, and that of a copyright line is none.
 *
 * @param clues What is known of the article.
 * @param monthOf Infers a month from a text, as {@linkcode monthFinder} makes it.
 */
export function publishedOf(
  clues: DateClues,
  monthOf: (text: string) => string | undefined = () => undefined,
): Published {
  const line = clues.lines.map(dateLine).find((date) => date !== undefined);
  const stated = clues.metadata.map(writtenDate).find((date) => date !== undefined);
  const inUrl = clues.url === undefined ? undefined : urlDate(clues.url);
  const order = clues.isStated
    ? [[stated, "metadata"], [line, "text"], [inUrl, "url"]] as const
    : [[line, "text"], [stated, "metadata"], [inUrl, "url"]] as const;
  for (const [date, basis] of order) {
    if (date !== undefined) {
      return { published: date, precision: precisionOf(date), basis };
    }
  }
  const month = monthOf(clues.text);
  return month === undefined
    ? {}
    : { published: month, precision: "month", basis: "inferred" };
}

/**
 * Reads a date as metadata write it: ISO 8601, seconds or milliseconds since 1970, or in
 * words. The day is the one that was written; no time zone moves it.
 */
export function writtenDate(text: string | undefined): PartialDate | undefined {
  if (text === undefined) return undefined;
  const iso = /^\s*(\d{4}(?:-\d{2}(?:-\d{2})?)?)(?:[T\s].*)?$/.exec(text)?.[1];
  if (iso !== undefined) return isPartialDate(iso) && iso > "1900" ? iso : undefined;
  const compact = /^\s*((?:19|20)\d{2})(\d{2})(\d{2})(?:T?\d{4,6}Z?)?\s*$/.exec(text);
  if (compact !== null) {
    const date = compact.slice(1, 4).join("-");
    return isPartialDate(date) ? date : undefined;
  }
  if (/^\s*\d{9,10}(?:\.\d+)?\s*$/.test(text)) return epochDay(Number(text) * 1000);
  if (/^\s*\d{12,13}\s*$/.test(text)) return epochDay(Number(text));
  return findDates(text.slice(0, 200)).find((found) => found.date !== undefined)?.date;
}

function epochDay(milliseconds: number): PartialDate {
  return new Date(milliseconds).toISOString().slice(0, 10);
}

/** The date in an address: `/2021/10/05/`, `/2021-10-05-`, `/20211005`, `/2021/10/`. */
export function urlDate(url: string): PartialDate | undefined {
  const path = URL.canParse(url) ? new URL(url).pathname : url;
  const day =
    /(?:^|[/_.-])((?:19|20)\d{2})([/_-]?)(0?[1-9]|1[0-2])\2(0?[1-9]|[12]\d|3[01])(?=$|[/_.-])/
      .exec(path);
  if (day !== null && (day[2] !== "" || day[3].length + day[4].length === 4)) {
    const date = `${day[1]}-${day[3].padStart(2, "0")}-${day[4].padStart(2, "0")}`;
    if (isPartialDate(date)) return date;
  }
  const month = /\/((?:19|20)\d{2})\/(0[1-9]|1[0-2])(?=\/)/.exec(path);
  return month === null ? undefined : `${month[1]}-${month[2]}`;
}
