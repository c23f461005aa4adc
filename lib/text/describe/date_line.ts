import type { PartialDate } from "../../base/date.ts";
import { findDates, plainDigits } from "./dates.ts";
import { weekdayNames } from "./months.ts";

/** Words that mark a line as telling when an article appeared. */
const LABEL =
  /\b(?:published|posted|updated|last (?:modified|updated)|on|at|date|time|first|by|am|pm|gmt|utc|est|edt|cet|ist|et)\b|опубликовано|обновлено|yayınlan\w*|güncellen\w*|dərc|tarix|veröffentlicht|aktualisiert|publié|mis à jour|le\b|à|نشر|تاريخ|تاریخ|انتشار|հրապարակվ\w*/giu;
const TIME = /\b\d{1,2}[:.h]\d{2}(?::\d{2})?\b/g;
/** Other words on the line, such as a section's name, the author or a report's number. */
const MOST_BESIDE = 64;

/**
 * Reads a line as the date line of an article: little more than a date, with the day of
 * the week, the time, a label, the author or the section.
 *
 * @param line A line or a short passage.
 * @returns The first of its dates that gives a day and a year; nothing where the line is
 *   a sentence or a footnote.
 *
 * @example
 * ```ts
 * import { dateLine } from "aras";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(dateLine("Published: Tuesday, 5 October 2021, 10:48 GMT"), "2021-10-05");
 * assertEquals(dateLine("On 5 October 2021 the road was closed."), undefined);
 * ```
 */
export function dateLine(line: string): PartialDate | undefined {
  if (/^\s*(?:\[\d+\]|\d{1,3}[.)]\s|[¹²³])/.test(line)) return undefined;
  if (/^(?:©|\(c\)|copyright)/i.test(line)) return undefined;
  const dates = findDates(line);
  const first = dates.find((found) => found.date?.length === 10);
  if (first === undefined) return undefined;
  let beside = "", at = 0;
  for (const { start, end, date } of dates) {
    if (date === undefined || start < at) continue;
    beside += line.slice(at, start) + " ";
    at = end;
  }
  beside += line.slice(at);
  const words = plainDigits(beside).replace(TIME, " ").replace(LABEL, " ")
    .match(/\p{L}[\p{L}\p{M}.]*/gu) ?? [];
  const weekdays = weekdayNames();
  const left = words.filter((word) =>
    !weekdays.has(word.toLowerCase().replace(/\.$/, ""))
  );
  const length = left.reduce((sum, word) => sum + word.length + 1, 0);
  if (length <= 12) return first.date;
  const isSentence = /[\p{L}\p{M}]{2}[.!?…؟։。:;,]["”»)\]]*\s*$/u.test(line) ||
    left.some((word) => /^\p{Ll}{4,}$/u.test(word)) && left.length > 5;
  const leads = line.slice(0, first.start).replace(LABEL, "").trim().length <= 24;
  return !isSentence && leads && length <= MOST_BESIDE ? first.date : undefined;
}
