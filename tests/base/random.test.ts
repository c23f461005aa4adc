import { assert, assertAlmostEquals, assertEquals, assertNotEquals } from "@std/assert";
import fc from "fast-check";
import { seededRandom } from "aras";

Deno.test("seededRandom() gives the numbers it has always given", () => {
  // A figure of years ago is remade only while these stay as they are.
  const random = seededRandom(1);
  assertEquals(Array.from({ length: 6 }, () => random.below(1000)), [
    91,
    506,
    888,
    487,
    434,
    507,
  ]);
});

Deno.test("seededRandom() starts anew with the same seed", () => {
  fc.assert(fc.property(fc.oneof(fc.integer(), fc.string()), (seed) => {
    const [a, b] = [seededRandom(seed), seededRandom(seed)];
    for (let i = 0; i < 20; i++) assertEquals(a.next(), b.next());
  }));
});

Deno.test("seededRandom() draws evenly", () => {
  const random = seededRandom("even"), counts = new Array(10).fill(0), n = 100_000;
  for (let i = 0; i < n; i++) counts[random.below(10)]++;
  // Chi-squared with 9 degrees of freedom passes 27.9 once in a thousand seeds.
  const chi = counts.reduce((sum, k) => sum + (k - n / 10) ** 2 / (n / 10), 0);
  assert(chi < 27.9, `chi-squared ${chi}`);
});

Deno.test("seededRandom() draws from the normal distribution", () => {
  const random = seededRandom("normal"), n = 100_000;
  let sum = 0, squares = 0;
  for (let i = 0; i < n; i++) {
    const x = random.normal();
    sum += x;
    squares += x * x;
  }
  assertAlmostEquals(sum / n, 0, 0.015);
  assertAlmostEquals(squares / n, 1, 0.02);
});

Deno.test("fork() is independent of what was drawn before", () => {
  const random = seededRandom(7);
  const early = random.fork("a").next();
  random.next();
  assertEquals(random.fork("a").next(), early);
  assertNotEquals(random.fork("b").next(), early);
});

Deno.test("shuffle() keeps what it shuffles", () => {
  fc.assert(fc.property(fc.array(fc.integer()), fc.integer(), (items, seed) => {
    const order = (a: number, b: number) => a - b;
    const shuffled = seededRandom(seed).shuffle([...items]);
    assertEquals(shuffled.sort(order), [...items].sort(order));
  }));
});
