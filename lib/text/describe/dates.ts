import { isPartialDate, type PartialDate } from "../../base/date.ts";
import type { Span } from "../words.ts";
import { fromPersian, monthNames, persianMonthNames } from "./months.ts";

/** A date that a text names. */
export interface DateFound extends Span {
  /** The date, where its year is given: to the day or the month. */
  readonly date?: PartialDate;
  /** Month from 1, where it is told. */
  readonly month: number;
  readonly day?: number;
  readonly year?: number;
}

/** A word, a number or a date in figures. */
const TOKEN = /\d{1,4}[-./]\d{1,2}[-./]\d{1,4}(?!\d)|\d+|\p{L}[\p{L}\p{M}\u200c]*/gu;
/** Words that stand between the parts of a date and belong to it. */
const FILLERS = new Set(
  "of de del th st nd rd g г года гг году il ili ci cı cu cü թ ի ին ֆ й го年月日".split(
    " ",
  ),
);
/** How far from a month its day and its year can be, in characters. */
const NEAR = 9;

interface Token extends Span {
  readonly text: string;
  readonly number?: number;
}

/**
 * Finds the dates that a text names, in any of its languages: with names of months (also
 * of the Iranian calendar) or in figures. A date in figures that could be read in two
 * ways (`03/04/2021`) is left out: no day is guessed.
 *
 * @param text Any text.
 * @returns The dates in order; those without a year have a month and perhaps a day.
 *
 * @example
 * ```ts
 * import { findDates } from "aras";
 * import { assertEquals } from "@std/assert";
 *
 * const dates = findDates("Signed on Nov. 9, 2020; 5 октября 2021 г.; ۱۳ مهر ۱۴۰۰");
 * assertEquals(dates.map((d) => d.date), ["2020-11-09", "2021-10-05", "2021-10-05"]);
 * ```
 */
export function findDates(text: string): DateFound[] {
  const tokens = tokensOf(plainDigits(text));
  const months = monthNames(), persian = persianMonthNames();
  const found: DateFound[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (token.number === undefined && /^\d/.test(token.text)) {
      const date = inFigures(token);
      if (date !== undefined) found.push(date);
      continue;
    }
    const word = token.text.toLowerCase();
    let month = months.get(word) ?? withoutPrefix(word, months);
    const iranian = persian.get(word);
    if (month === undefined && iranian === undefined) {
      // In the Levant two months have names of two words: `تشرين الأول`.
      month = months.get(`${word} ${tokens[i + 1]?.text}`);
      if (month === undefined) continue;
      tokens.splice(i, 2, {
        start: token.start,
        end: tokens[i + 1].end,
        text: `${token.text} ${tokens[i + 1].text}`,
      });
    }
    const date = around(tokens, i, month, iranian);
    if (date !== undefined) found.push(date);
  }
  return found;
}

/** Hebrew writes "in" onto the name. */
function withoutPrefix(
  word: string,
  months: ReadonlyMap<string, number>,
): number | undefined {
  return word.startsWith("ב") ? months.get(word.slice(1)) : undefined;
}

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(TOKEN)) {
    const token = match[0];
    tokens.push({
      start: match.index,
      end: match.index + token.length,
      text: token,
      number: /^\d+$/.test(token) ? Number(token) : undefined,
    });
  }
  return tokens;
}

/** `2021-10-05`, `05.10.2021`, `1400/7/13`. */
function inFigures(token: Token): DateFound | undefined {
  const [a, b, c] = token.text.split(/[-./]/);
  let year: number, month: number, day: number;
  if (a.length === 4) {
    [year, month, day] = [Number(a), Number(b), Number(c)];
    if (year >= 1300 && year < 1500) return iranianDate(token, year, month, day);
  } else if (c.length === 4) {
    [day, month, year] = [Number(a), Number(b), Number(c)];
    if (token.text.includes("/")) {
      if (day <= 12 && month <= 12 && day !== month) return undefined;
      if (month > 12) [day, month] = [month, day];
    }
  } else return undefined;
  return gregorian(token, token, year, month, day);
}

function around(
  tokens: readonly Token[],
  at: number,
  month: number | undefined,
  iranian: number | undefined,
): DateFound | undefined {
  const before = neighbour(tokens, at, -1), after = neighbour(tokens, at, 1);
  const isYear = (t?: Token) =>
    t?.number !== undefined && t.text.length === 4 && t.number >= 1300 &&
    t.number < 2100;
  const isDay = (t?: Token) =>
    t?.number !== undefined && t.text.length <= 2 && t.number >= 1 && t.number <= 31;
  let day: Token | undefined, year: Token | undefined;
  if (isYear(after?.token)) {
    year = after!.token;
    if (isDay(before?.token)) day = before!.token;
  } else if (isDay(after?.token) && !isDay(before?.token)) {
    day = after!.token;
    const next = neighbour(tokens, after!.index, 1);
    if (isYear(next?.token)) year = next!.token;
    else if (isYear(before?.token)) year = before!.token;
  } else if (isDay(before?.token)) {
    day = before!.token;
    const previous = neighbour(tokens, before!.index, -1);
    if (isYear(previous?.token)) year = previous!.token;
  } else if (isYear(before?.token)) year = before!.token;
  const parts = [tokens[at], day, year].filter((t): t is Token => t !== undefined);
  const first = parts.reduce((a, b) => a.start < b.start ? a : b);
  const last = parts.reduce((a, b) => a.end > b.end ? a : b);
  const isIranian = iranian !== undefined &&
    (month === undefined || year !== undefined && year.number! < 1500);
  if (isIranian) {
    if (year === undefined || day === undefined) return undefined;
    return iranianDate(
      { start: first.start, end: last.end },
      year.number!,
      iranian,
      day.number!,
    );
  }
  // "may", "mart" and their like are words too: a month needs a number or a capital.
  if (day === undefined && year === undefined && !/^\p{Lu}/u.test(tokens[at].text)) {
    return undefined;
  }
  return gregorian(first, last, year?.number, month!, day?.number);
}

function neighbour(
  tokens: readonly Token[],
  at: number,
  step: 1 | -1,
): { token: Token; index: number } | undefined {
  for (let i = at + step, left = 3; left > 0; i += step, left--) {
    const token = tokens[i];
    if (token === undefined) return undefined;
    const gap = step > 0
      ? token.start - tokens[i - 1].end
      : tokens[i + 1].start - token.end;
    if (gap > NEAR / 2) return undefined;
    if (token.number !== undefined) return { token, index: i };
    if (!FILLERS.has(token.text.toLowerCase())) return undefined;
  }
}

function gregorian(
  first: Span,
  last: Span,
  year: number | undefined,
  month: number,
  day: number | undefined,
): DateFound | undefined {
  const span = { start: first.start, end: last.end };
  if (month < 1 || month > 12) return undefined;
  if (year === undefined) {
    return { ...span, month, ...(day === undefined ? {} : { day }) };
  }
  if (year < 1900 || year > 2099) return undefined;
  const two = (n: number) => String(n).padStart(2, "0");
  const date = day === undefined
    ? `${year}-${two(month)}`
    : `${year}-${two(month)}-${two(day)}`;
  return isPartialDate(date) ? { ...span, date, year, month, day } : undefined;
}

function iranianDate(
  span: Span,
  year: number,
  month: number,
  day: number,
): DateFound | undefined {
  const date = fromPersian(year, month, day);
  if (date === undefined) return undefined;
  const [y, m, d] = date.split("-").map(Number);
  return { start: span.start, end: span.end, date, year: y, month: m, day: d };
}

/** Arabic and Persian figures as ASCII ones; all other characters keep their places. */
export function plainDigits(text: string): string {
  return text.replace(
    /[\u0660-\u0669\u06f0-\u06f9]/g,
    (digit) => String(digit.charCodeAt(0) & 15),
  );
}
