import { assertEquals } from "@std/assert";
import fc from "fast-check";
import { findDates } from "../../lib/text/describe/dates.ts";
import { dateLine } from "../../lib/text/describe/date_line.ts";
import { urlDate, writtenDate } from "../../lib/text/describe/published.ts";

const dates = (text: string) => findDates(text).map((found) => found.date);

const SAME_DAY: Record<string, string> = {
  English: "October 5, 2021",
  "English, the day first": "the 5th of October 2021",
  "English, shortened": "Oct. 5, 2021",
  German: "5. Oktober 2021",
  French: "le 5 octobre 2021",
  Spanish: "5 de octubre de 2021",
  Russian: "5 октября 2021 года",
  Ukrainian: "5 жовтня 2021 року",
  Turkish: "5 Ekim 2021",
  Azerbaijani: "5 oktyabr 2021-ci il",
  Armenian: "5 հոկտեմբերի 2021",
  Georgian: "5 ოქტომბერი 2021",
  Arabic: "٥ أكتوبر ٢٠٢١",
  "Levantine Arabic": "5 تشرين الأول 2021",
  Persian: "۱۳ مهر ۱۴۰۰",
  "Persian, in figures": "۱۴۰۰/۰۷/۱۳",
  Hebrew: "5 באוקטובר 2021",
  "figures with dots": "05.10.2021",
  "ISO 8601": "2021-10-05",
};

for (const [name, text] of Object.entries(SAME_DAY)) {
  Deno.test(`findDates() reads a day in ${name}`, () => {
    assertEquals(dates(`${text}.`), ["2021-10-05"]);
  });
}

Deno.test("findDates() leaves out figures that could be read in two ways", () => {
  assertEquals(dates("on 03/04/2021 and 13/04/2021"), ["2021-04-13"]);
});

Deno.test("findDates() gives months without a day and days without a year", () => {
  const found = findDates("In March 2022 they met; on 9 May they met again.");
  assertEquals(found.map(({ date, month, day }) => [date, month, day]), [
    ["2022-03", 3, undefined],
    [undefined, 5, 9],
  ]);
});

Deno.test("findDates() takes no word for a month that has neither number nor capital", () => {
  assertEquals(findDates("they may march on, marching in order"), []);
});

Deno.test("findDates() gives spans that hold the date as written", () => {
  const text = "Signed on Nov. 9, 2020, in the city.";
  const [{ start, end }] = findDates(text);
  assertEquals(text.slice(start, end), "Nov. 9, 2020");
});

Deno.test("findDates() never gives a day that the calendar lacks", () => {
  assertEquals(dates("30 February 2021, 31.04.2021"), []);
});

Deno.test("dateLine() reads labels, weekdays, times, authors and sections beside the date", () => {
  for (
    const line of [
      "Tuesday 5 October 2021 | 10:48",
      "Published: 05.10.2021, updated 06.10.2021",
      "By A. Petrov | October 5, 2021",
      "Вторник, 5 октября 2021",
      "Valley News - Oct 5, 2021 9:00 AM EST",
    ]
  ) assertEquals(dateLine(line), "2021-10-05", line);
});

Deno.test("dateLine() takes no sentence, footnote or copyright line", () => {
  for (
    const line of [
      "On 5 October 2021 the road was closed.",
      "[5] Valley News, October 5, 2021.",
      "Copyright 5 October 2021 Valley News",
      "The exercise of October 5, 2021 had ended the talks of both towns about the bridge",
    ]
  ) assertEquals(dateLine(line), undefined, line);
});

Deno.test("writtenDate() reads what metadata write, without moving the day", () => {
  for (
    const text of [
      "2021-10-05T23:59:00-08:00",
      "2021-10-05 23:59",
      "20211005",
      "20211005T235900Z",
      "1633392000",
      "1633392000000",
      "Tue, 05 Oct 2021 23:59:00 GMT",
    ]
  ) assertEquals(writtenDate(text), "2021-10-05", text);
  assertEquals(writtenDate("2021"), "2021");
  assertEquals(writtenDate("05/06/2021"), undefined);
  assertEquals(writtenDate("soon"), undefined);
});

Deno.test("urlDate() reads the dates of addresses and no other numbers", () => {
  assertEquals(urlDate("https://a.example/2021/10/05/road"), "2021-10-05");
  assertEquals(urlDate("https://a.example/news/20211005-road"), "2021-10-05");
  assertEquals(urlDate("https://a.example/2021/10/road.html"), "2021-10");
  assertEquals(urlDate("https://a.example/news/2021999912/road"), undefined);
});

Deno.test("findDates() reads back every day that English newspapers write", () => {
  const day = fc.date({
    min: new Date("1990-01-01"),
    max: new Date("2050-01-01"),
    noInvalidDate: true,
  });
  fc.assert(fc.property(day, (date) => {
    const iso = date.toISOString().slice(0, 10);
    for (const style of ["long", "medium"] as const) {
      const text = date.toLocaleDateString("en-US", {
        dateStyle: style,
        timeZone: "UTC",
      });
      assertEquals(dates(`It was signed on ${text}, he said.`), [iso]);
    }
  }));
});
