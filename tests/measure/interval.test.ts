import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import fc from "fast-check";
import {
  bootstrapDifference,
  bootstrapMean,
  type Cell,
  seededRandom,
  wilson,
} from "aras";
import { linearised, quantile } from "../../lib/measure/interval.ts";

const cell = fc.record({
  total: fc.integer({ min: -2, max: 2 }),
  weight: fc.constant(1),
});

Deno.test("bootstrapMean() keeps the mean within its interval and the interval on the scale", () => {
  fc.assert(
    fc.property(fc.array(cell, { minLength: 2, maxLength: 30 }), (cells) => {
      const { value, low, high } = bootstrapMean(cells, seededRandom(1))!;
      if (low === null || high === null) {
        return assert(cells.every((c) => c.total === cells[0].total));
      }
      assert(-2 <= low && low <= value + 1e-12 && value - 1e-12 <= high && high <= 2);
    }),
    { numRuns: 40 },
  );
});

Deno.test("bootstrapMean() turns with the scale", () => {
  fc.assert(
    fc.property(fc.array(cell, { minLength: 3, maxLength: 20 }), (cells) => {
      const turned = cells.map(({ total, weight }) => ({ total: -total, weight }));
      const a = bootstrapMean(cells, seededRandom(3))!;
      const b = bootstrapMean(turned, seededRandom(3))!;
      assertAlmostEquals(a.value, -b.value, 1e-12);
      if (a.low !== null) assertAlmostEquals(a.low, -b.high!, 1e-9);
    }),
    { numRuns: 40 },
  );
});

Deno.test("bootstrapMean() draws documents: many statements of one are no more certain", () => {
  const one: Cell[] = [{ total: -2, weight: 1 }, { total: 2, weight: 1 }, {
    total: 0,
    weight: 1,
  }];
  const many = one.map(({ total, weight }) => ({
    total: total * 9,
    weight: weight * 9,
  }));
  assertEquals(
    bootstrapMean(one, seededRandom(1)),
    bootstrapMean(many, seededRandom(1)),
  );
});

Deno.test("bootstrapMean() covers the true mean 95 times in a hundred, also for few documents", () => {
  for (const n of [5, 12, 40]) {
    const random = seededRandom(`coverage ${n}`), runs = 400;
    let covered = 0;
    for (let run = 0; run < runs; run++) {
      const cells = Array.from(
        { length: n },
        () => ({ total: random.below(5) - 2, weight: 1 }),
      );
      const { low, high } = bootstrapMean(cells, random.fork(run))!;
      if (low !== null && low <= 0 && 0 <= high!) covered++;
    }
    assert(
      covered / runs > 0.915 && covered / runs <= 0.99,
      `n ${n}: ${covered / runs}`,
    );
  }
});

Deno.test("bootstrapMean() and its limit agree for many documents", () => {
  const random = seededRandom("limit");
  const cells = Array.from(
    { length: 2000 },
    () => ({ total: random.below(5) - 2, weight: 1 }),
  );
  const drawn = bootstrapMean(cells, random)!;
  const sums = {
    documents: 2000,
    total: 0,
    weight: 2000,
    totalSquared: 0,
    totalWeight: 0,
    weightSquared: 2000,
  };
  for (const { total } of cells) {
    sums.total += total;
    sums.totalSquared += total * total;
    sums.totalWeight += total;
  }
  const limit = linearised(sums);
  assertAlmostEquals(drawn.low!, limit.low!, 0.01);
  assertAlmostEquals(drawn.high!, limit.high!, 0.01);
});

Deno.test("bootstrapDifference() finds no shift between two draws of the same, and one of two", () => {
  const random = seededRandom("difference");
  const draw = (name: string, n: number, shift: number) =>
    new Map(Array.from({ length: n }, (_, i) => [
      `${name}${i}`,
      { total: random.below(3) - 1 + shift, weight: 1 },
    ]));
  const none = bootstrapDifference(draw("a", 60, 0), draw("b", 60, 0), random)!;
  assert(none.low! < 0 && 0 < none.high!);
  const one = bootstrapDifference(draw("a", 60, 0), draw("b", 60, 1), random)!;
  assert(one.low! > 0.5 && one.high! < 1.5);
});

Deno.test("quantile() interpolates as R's type 7 does", () => {
  assertEquals([0, 0.25, 0.5, 1].map((p) => quantile([1, 2, 3, 4], p)), [
    1,
    1.75,
    2.5,
    4,
  ]);
});

Deno.test("wilson() stays within 0 and 1 and holds the share", () => {
  fc.assert(fc.property(fc.nat(200), fc.nat(200), (a, b) => {
    const [k, n] = [Math.min(a, b), Math.max(a, b, 1)];
    const { value, low, high } = wilson(k, n)!;
    assert(0 <= low! && low! <= value && value <= high! && high! <= 1);
  }));
  assertEquals(wilson(0, 0), null);
});
