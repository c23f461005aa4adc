import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import fc from "fast-check";
import { type GroupChange, kitagawa } from "aras";

const cell = fc.record({
  total: fc.double({ min: -50, max: 50, noNaN: true }),
  weight: fc.integer({ min: 0, max: 40 }),
}).map(({ total, weight }) => ({ total: weight === 0 ? 0 : total, weight }));

Deno.test("kitagawa() splits any difference into two parts that add up", () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ group: fc.string(), before: cell, after: cell }), {
        maxLength: 12,
      }),
      (groups) => {
        const parts = kitagawa(groups);
        if (parts === null) return true;
        return Math.abs(parts.same + parts.mix - parts.difference) < 1e-9 &&
          parts.matched > 0 && parts.matched <= 1 + 1e-9;
      },
    ),
    { seed: 1 },
  );
});

Deno.test("kitagawa() calls a change of all groups alike no mix", () => {
  const groups: GroupChange[] = [
    { group: "a", before: { total: 5, weight: 10 }, after: { total: 10, weight: 10 } },
    { group: "b", before: { total: -10, weight: 20 }, after: { total: 0, weight: 20 } },
  ];
  const parts = kitagawa(groups)!;
  assertAlmostEquals(parts.same, 0.5, 1e-12);
  assertAlmostEquals(parts.mix, 0, 1e-12);
});

Deno.test("kitagawa() takes a group seen once to have changed as the others did", () => {
  const groups: GroupChange[] = [
    {
      group: "both",
      before: { total: 0, weight: 10 },
      after: { total: 10, weight: 10 },
    },
    {
      group: "gone",
      before: { total: -20, weight: 10 },
      after: { total: 0, weight: 0 },
    },
  ];
  const parts = kitagawa(groups)!;
  // The one seen twice rose by 1; from −1 to +1 is 2, the rest is the one that left.
  assertAlmostEquals(parts.difference, 2, 1e-12);
  assertAlmostEquals(parts.same, 1, 1e-12);
  assertAlmostEquals(parts.mix, 1, 1e-12);
  assertAlmostEquals(parts.matched, 0.75, 1e-12);
});

Deno.test("kitagawa() has no answer where no group is in both periods", () => {
  assertEquals(kitagawa([]), null);
  assertEquals(
    kitagawa([
      { group: "a", before: { total: 1, weight: 1 }, after: { total: 0, weight: 0 } },
      { group: "b", before: { total: 0, weight: 0 }, after: { total: 1, weight: 1 } },
    ]),
    null,
  );
  assert(
    kitagawa([{
      group: "a",
      before: { total: 1, weight: 1 },
      after: { total: 0, weight: 0 },
    }]) === null,
  );
});

// Das Gupta (1993), Standardization and Decomposition of Rates, example 5.1: household
// headship rates by age, United States 1970 and 1985; the two factors' effects as printed
// there and by DasGuptR 2.1.0.
Deno.test("kitagawa() splits headship rates as the published example does", () => {
  const size = [
    [12.9, 10.9, 9.5, 8.0, 7.8, 8.4, 8.6, 7.8, 7.0, 5.9, 4.7, 3.6, 4.9],
    [10.1, 11.2, 11.6, 10.9, 9.4, 7.7, 6.3, 6.0, 6.3, 5.9, 5.1, 4.0, 5.5],
  ];
  const rate = [
    [1.9, 25.8, 45.7, 49.6, 51.2, 51.6, 51.8, 54.9, 58.7, 60.4, 62.8, 66.6, 66.8],
    [2.2, 24.3, 45.8, 52.5, 56.1, 55.6, 56.0, 57.4, 57.2, 61.2, 63.9, 68.6, 72.2],
  ];
  const cellOf = (year: number, age: number) => ({
    total: size[year][age] * rate[year][age],
    weight: size[year][age],
  });
  const parts = kitagawa(size[0].map((_, age) => ({
    group: String(age),
    before: cellOf(0, age),
    after: cellOf(1, age),
  })))!;
  assertAlmostEquals(parts.difference, 2.9672, 5e-5);
  assertAlmostEquals(parts.same, 1.7403, 5e-5);
  assertAlmostEquals(parts.mix, 1.2269, 5e-5);
});
