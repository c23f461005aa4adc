import type { KnownEvent } from "../knowledge.ts";
import { sentences } from "../sentences.ts";
import { type DateFound, findDates } from "./dates.ts";

/** The part of an event's words that a passage must have to report it. */
const LIKE = 0.6;
/** The same where the month agrees too. */
const ALIKE = 0.25;
/** Characters on either side of "last year" that tell which event is meant. */
const AROUND = 140;
/** Sentences that are read together: an event is told in two or three. */
const WINDOW = 2;
/** Years before this are history in articles that have no date of their own. */
const EARLIEST = 1990;
const STOPWORDS = new Set(
  ("the and its that with from over under into for after before they their against have " +
    "has had was were will would who which this says said").split(" "),
);
const FUTURE =
  /\b(?:by|until|in|through|for) (?:the )?(?:end of )?$|\b(?:will|plans? to|due|scheduled|expected)\b/i;

type Stemmer = (text: string) => string[];

interface Event {
  readonly date: string;
  readonly words: ReadonlyMap<string, number>;
  readonly weight: number;
}

/**
 * Makes a function that infers the month in which an article was written from what it
 * reports as current: the latest date that it names with its year, and known events that
 * its sentences tell. "Last year" beside a known event tells the year. (Dating by content
 * in the sense of de Jong, Rode & Hiemstra 2005, but by named events, so that the reason
 * can be shown.)
 *
 * @param events Dated events with a title in the articles' language.
 * @param aliases Names of actors: an event told of Baku is one told of Azerbaijan.
 * @returns A function from title and text to `YYYY-MM`, or to nothing where the text does
 *   not tell.
 */
export function monthFinder(
  events: readonly KnownEvent[],
  aliases: readonly { readonly actor: string; readonly alias: string }[] = [],
): (text: string) => string | undefined {
  const stemsOf = stemmer(aliases);
  const known = prepare(events, stemsOf);
  return (text) => {
    const dates = pastDates(text);
    const latest = dates.map((found) => found.date!.slice(0, 7)).sort().at(-1);
    const year = yearOf(text, dates, known, stemsOf);
    if (year === undefined) return undefined;
    const isOfYear = latest !== undefined && Number(latest.slice(0, 4)) === year;
    const told = latestTold(text, year, known, stemsOf);
    if (told !== undefined) return isOfYear && latest > told ? latest : told;
    return isOfYear && isCurrent(dates, latest, text) ? latest : undefined;
  };
}

/** The month of the latest event of a year that two sentences of the text tell. */
function latestTold(
  text: string,
  year: number,
  known: readonly Event[],
  stemsOf: Stemmer,
): string | undefined {
  const ofYear = known.filter(({ date }) => Number(date.slice(0, 4)) === year);
  if (ofYear.length === 0) return undefined;
  const stems = sentences(text).map(({ start, end }) =>
    new Set(stemsOf(text.slice(start, end)))
  );
  let month: string | undefined;
  for (const event of ofYear) {
    const at = event.date.slice(0, 7);
    if (month !== undefined && at <= month) continue;
    if (stems.some((_, i) => isTold(event, stems, i))) month = at;
  }
  return month;
}

/** Dates with a year and a month that are not said to come. */
function pastDates(text: string): DateFound[] {
  return findDates(text).filter(({ date, start, year }) =>
    date !== undefined && year! >= EARLIEST &&
    !FUTURE.test(text.slice(Math.max(0, start - 30), start))
  );
}

/**
 * The year of writing: the latest that is named, unless "last year", beside the month of
 * a known event, tells a later one. An article that writes out several full dates names
 * its year among them, or the year before.
 */
function yearOf(
  text: string,
  dates: readonly DateFound[],
  known: readonly Event[],
  stemsOf: Stemmer,
): number | undefined {
  const named = [...text.matchAll(/(?<![\d.,])(?:19|20)\d{2}(?![\d,%]|\.\d)/g)]
    .filter(({ index }) => !FUTURE.test(text.slice(Math.max(0, index - 30), index)))
    .map(([digits]) => Number(digits));
  const latest = Math.max(
    ...named.filter((year) => year >= EARLIEST && year < 2100),
    ...dates.map((found) => found.year!),
  );
  const voted = yearAfterEvents(text, known, stemsOf);
  if (voted === undefined || voted < latest) {
    return Number.isFinite(latest) ? latest : undefined;
  }
  const full = dates.filter((found) => found.day !== undefined);
  return full.length > 1 && voted > latest + 1 ? latest : voted;
}

/** The year after the known events that the text has "last year", by month and words. */
function yearAfterEvents(
  text: string,
  known: readonly Event[],
  stemsOf: Stemmer,
): number | undefined {
  const votes = new Map<number, number>();
  for (const { index } of text.matchAll(/\b(?:last|previous) year\b/gi)) {
    const from = Math.max(text.lastIndexOf("\n", index), index - AROUND);
    const around = text.slice(from + 1, index + AROUND).split("\n", 1)[0];
    const beside = findDates(text.slice(Math.max(0, index - 20), index));
    const month = beside.find((found) => found.year === undefined)?.month;
    if (month === undefined) continue;
    const stems = new Set(stemsOf(around));
    for (const event of known) {
      const share = shareOf(event, stems);
      if (Number(event.date.slice(5, 7)) !== month || share < ALIKE) continue;
      const year = Number(event.date.slice(0, 4)) + 1;
      votes.set(year, Math.max(votes.get(year) ?? 0, share));
    }
  }
  return [...votes].sort((a, b) => b[1] - a[1])[0]?.[0];
}

/** The latest date is what the article is about: it stands near its beginning or often. */
function isCurrent(dates: readonly DateFound[], month: string, text: string): boolean {
  const places = dates.filter((found) => found.date!.startsWith(month)).map((d) =>
    d.start
  );
  return places.length > 1 || places[0] < text.length * 0.4;
}

function prepare(events: readonly KnownEvent[], stemsOf: Stemmer): Event[] {
  const titles = events.map(({ title }) => new Set(stemsOf(title)));
  const counts = new Map<string, number>();
  for (const title of titles) {
    for (const stem of title) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  }
  return events.map(({ date }, i) => {
    const words = new Map<string, number>();
    let weight = 0;
    for (const stem of titles[i]) {
      const rarity = Math.log(1 + events.length / counts.get(stem)!);
      words.set(stem, rarity);
      weight += rarity;
    }
    return { date, words, weight };
  });
}

function isTold(
  event: Event,
  stems: readonly ReadonlySet<string>[],
  at: number,
): boolean {
  if (event.words.size < 3) return false;
  const window = new Set<string>();
  for (let i = at; i < Math.min(stems.length, at + WINDOW); i++) {
    for (const stem of stems[i]) window.add(stem);
  }
  return shareOf(event, window) >= LIKE;
}

function shareOf(event: Event, stems: ReadonlySet<string>): number {
  let found = 0;
  for (const [stem, weight] of event.words) if (stems.has(stem)) found += weight;
  return event.weight === 0 ? 0 : found / event.weight;
}

/**
 * Words by their first letters, names of one word by whom they name: `Baku` and
 * `Azerbaijani` are the same, however they are spelt.
 */
function stemmer(
  aliases: readonly { readonly actor: string; readonly alias: string }[],
): Stemmer {
  const actors = new Map<string, string>();
  for (const { actor, alias } of aliases) {
    if (!/^\p{Lu}[\p{L}\p{M}'’]{3,}$/u.test(alias)) continue;
    const word = plain(alias), other = actors.get(word);
    actors.set(
      word,
      other === undefined || other === `@${actor}` ? `@${actor}` : word.slice(0, 5),
    );
  }
  return (text) =>
    (plain(text).match(/\p{L}{3,}/gu) ?? []).filter((word) => !STOPWORDS.has(word))
      .map((word) => actors.get(word) ?? word.slice(0, 5));
}

function plain(text: string): string {
  return text.toLowerCase().replace(/['’]s\b/g, "").normalize("NFD")
    .replace(/\p{M}/gu, "");
}
