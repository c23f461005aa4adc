/** Languages in which dates are read: those of the catalogue and of its region. */
const LANGUAGES = (
  "en ru ar az tr fa hy de fr it zh pl es hi uk ka he pt bg id ur sr el hu tk ro sq mn " +
  "et nl hr ta lt ha bn cs sk sl sv da fi nb lv mk be kk ky uz tg ku ja ko"
).split(" ");
/** Arabic has a second set of month names in the Levant and Iraq. */
const EXTRA = [
  "ar-SY",
  "ar-MA",
  "ar-EG",
  "de-AT",
  "az-Cyrl",
  "uz-Cyrl",
  "sr-Latn",
  "es",
];
/** Shortenings that newspapers write and Intl does not. */
const SHORT: Record<string, number> = {
  jan: 1,
  feb: 2,
  mar: 3,
  apr: 4,
  may: 5,
  jun: 6,
  jul: 7,
  aug: 8,
  sep: 9,
  sept: 9,
  oct: 10,
  nov: 11,
  dec: 12,
  окт: 10,
  ноя: 11,
  дек: 12,
  янв: 1,
  фев: 2,
  авг: 8,
  сен: 9,
};

/** Languages of the region that Deno's Intl has no names for; with their case endings. */
const REGION: readonly (readonly [string, readonly string[]])[] = [
  [
    "yanvar fevral mart aprel may iyun iyul avqust sentyabr oktyabr noyabr dekabr",
    ["", "ın", "in", "un", "ün", "da", "də"],
  ],
  [
    "հունվար փետրվար մարտ ապրիլ մայիս հունիս հուլիս օգոստոս սեպտեմբեր հոկտեմբեր " +
    "նոյեմբեր դեկտեմբեր",
    ["", "ի", "ին"],
  ],
  [
    "იანვარ თებერვალ მარტ აპრილ მაის ივნის ივლის აგვისტო სექტემბერ ოქტომბერ ნოემბერ " +
    "დეკემბერ",
    ["", "ი", "ს", "ში"],
  ],
  [
    "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан",
    ["", "да", "де"],
  ],
  [
    "январ феврал март апрел май июн июл август сентябр октябр ноябр декабр",
    ["", "и"],
  ],
  [
    "yanvar fevral mart aprel may iyun iyul avgust sentabr oktabr noyabr dekabr",
    ["", "da"],
  ],
  [
    "ýanwar fewral mart aprel maý iýun iýul awgust sentýabr oktýabr noýabr dekabr",
    [""],
  ],
];

let months: Map<string, number> | undefined;
let persian: Map<string, number> | undefined;
let weekdays: Set<string> | undefined;

/** Names of the months of the Gregorian calendar, lower case, as numbers from 1. */
export function monthNames(): ReadonlyMap<string, number> {
  if (months !== undefined) return months;
  months = new Map(Object.entries(SHORT));
  for (const [names, endings] of REGION) {
    for (const [i, name] of names.split(" ").entries()) {
      for (const ending of endings) months.set(name + ending, i + 1);
    }
  }
  for (const locale of [...LANGUAGES, ...EXTRA]) {
    const calendar = `${locale}-u-ca-gregory`;
    const alone = new Intl.DateTimeFormat(calendar, { month: "long", timeZone: "UTC" });
    // With a day, languages with cases give the form that a date has.
    const dated = new Intl.DateTimeFormat(calendar, {
      month: "long",
      day: "numeric",
      timeZone: "UTC",
    });
    for (let month = 1; month <= 12; month++) {
      const day = new Date(Date.UTC(2021, month - 1, 20));
      for (const format of [alone, dated]) {
        const name = format.formatToParts(day).find((part) => part.type === "month")!;
        const word = name.value.toLowerCase().normalize("NFC");
        if (/^\p{L}/u.test(word) && word.length > 2 && !months.has(word)) {
          months.set(word, month);
        }
      }
    }
  }
  return months;
}

/** Names of the months of the Iranian calendar, in Persian and in Latin letters. */
export function persianMonthNames(): ReadonlyMap<string, number> {
  if (persian !== undefined) return persian;
  persian = new Map();
  for (const locale of ["fa", "en"]) {
    const format = new Intl.DateTimeFormat(`${locale}-u-ca-persian`, {
      month: "long",
      timeZone: "UTC",
    });
    for (let month = 0; month < 12; month++) {
      const day = new Date(Date.UTC(2021, 3 + month, 5));
      persian.set(format.format(day).toLowerCase(), month + 1);
    }
  }
  return persian;
}

/** Names of the days of the week, long and short, lower case. */
export function weekdayNames(): ReadonlySet<string> {
  if (weekdays !== undefined) return weekdays;
  weekdays = new Set();
  for (const locale of [...LANGUAGES, ...EXTRA]) {
    for (const weekday of ["long", "short"] as const) {
      const format = new Intl.DateTimeFormat(locale, { weekday, timeZone: "UTC" });
      for (let day = 1; day <= 7; day++) {
        weekdays.add(format.format(new Date(Date.UTC(2021, 2, day))).toLowerCase());
      }
    }
  }
  return weekdays;
}

const toPersian = new Intl.DateTimeFormat("en-u-ca-persian-nu-latn", {
  year: "numeric",
  month: "numeric",
  day: "numeric",
  timeZone: "UTC",
});

/**
 * Turns a date of the Iranian (solar Hijri) calendar into a Gregorian one.
 *
 * @returns `YYYY-MM-DD`, or `undefined` where there is no such day.
 */
export function fromPersian(
  year: number,
  month: number,
  day: number,
): string | undefined {
  // The year begins on about 21 March; look for the day around where it must be.
  const guess = Date.UTC(year + 621, 2, 21) + ((month - 1) * 30.5 + day - 1) * 864e5;
  for (let shift = -5; shift <= 5; shift++) {
    const date = new Date(guess + shift * 864e5);
    const parts = toPersian.formatToParts(date);
    const part = (type: string) =>
      Number.parseInt(parts.find((p) => p.type === type)?.value ?? "");
    if (part("year") === year && part("month") === month && part("day") === day) {
      return date.toISOString().slice(0, 10);
    }
  }
}
