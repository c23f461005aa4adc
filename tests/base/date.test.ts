import { assert, assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import {
  isPartialDate,
  middleOf,
  monthRange,
  type Period,
  periodOf,
  PERIODS,
  periodsBetween,
  precisionOf,
  UserError,
} from "aras";

const two = (n: number) => String(n).padStart(2, "0");
const day = fc.date({
  min: new Date("1990-01-01T00:00:00Z"),
  max: new Date("2035-12-31T00:00:00Z"),
  noInvalidDate: true,
}).map((date) => date.toISOString().slice(0, 10));
const month = fc.record({
  year: fc.integer({ min: 1990, max: 2035 }),
  month: fc.integer({ min: 1, max: 12 }),
}).map(({ year, month }) => `${year}-${two(month)}`);
const partial = fc.oneof(day, month, month.map((text) => text.slice(0, 4)));
const period = fc.constantFrom<Period>(...PERIODS);

Deno.test("isPartialDate() takes days, months and years of the calendar", () => {
  for (const date of ["2021", "2021-10", "2021-10-05", "2020-02-29"]) {
    assert(isPartialDate(date), date);
  }
  for (
    const text of [
      "",
      "21",
      "2021-13",
      "2021-00",
      "2021-02-29",
      "2021-04-31",
      "2021-1-5",
      "2021-10-05T00:00",
    ]
  ) {
    assert(!isPartialDate(text), text);
  }
});

Deno.test("periodOf() keeps a date within the period that it names", () => {
  fc.assert(fc.property(partial, period, (date, every) => {
    const name = periodOf(date, every);
    if (name === null) return assertEquals(precisionOf(date), "year");
    const { from, to } = monthRange(name);
    const months = date.length >= 7 ? date.slice(0, 7) : from;
    assert(from <= months && months <= to);
  }));
});

Deno.test("periodOf() gives the same period in every time zone", () => {
  // Nothing of it goes through an instant: the name is part of the text that was given.
  fc.assert(fc.property(day, (date) => {
    assertEquals(periodOf(date, "month"), date.slice(0, 7));
    assertEquals(periodOf(date, "year"), date.slice(0, 4));
  }));
});

Deno.test("periodsBetween() lists each period once, without a gap", () => {
  fc.assert(fc.property(month, month, period, (a, b, every) => {
    const [from, to] = a < b ? [a, b] : [b, a];
    const names = periodsBetween(from, to, every);
    assertEquals(names[0], periodOf(from, every));
    assertEquals(names[names.length - 1], periodOf(to, every));
    assertEquals(new Set(names).size, names.length);
    names.slice(1).forEach((name, i) => {
      const gap = periodsBetween(
        monthRange(names[i]).to,
        monthRange(name).from,
        "month",
      );
      assertEquals(gap.length, 2);
    });
  }));
});

Deno.test("monthRange() reads a range of two periods", () => {
  assertEquals(monthRange("2020-07/2020-12"), { from: "2020-07", to: "2020-12" });
  assertEquals(monthRange("2020/2021-Q1"), { from: "2020-01", to: "2021-03" });
});

Deno.test("monthRange() says what it expected", () => {
  for (
    const text of ["", "2020-13", "2020-H3", "2021/2020", "2020/2021/2022", "soon"]
  ) {
    const error = assertThrows(() => monthRange(text, "before"), UserError);
    assert(error.message.startsWith("before: expected "), error.message);
  }
});

Deno.test("middleOf() puts a day at its noon and a month in its middle", () => {
  assertEquals(middleOf("2021-10-05").toISOString(), "2021-10-05T12:00:00.000Z");
  assertEquals(middleOf("2021-02").toISOString(), "2021-02-15T00:00:00.000Z");
});
