import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import {
  accuracyOf,
  bootstrapInterval,
  f1Of,
  macroF1,
} from "../../lib/evaluate/classes.ts";

const read = (pairs: readonly (readonly [number, number])[]) =>
  pairs.map(([gold, predicted], i) => ({ gold, predicted, cluster: String(i) }));
const ITEMS = read([[1, 1], [1, 0], [0, 0], [-1, 1], [-1, -1], [0, 0]]);

Deno.test("f1Of() is the harmonic mean of precision and recall", () => {
  assertAlmostEquals(f1Of(ITEMS, 0), 2 * (2 / 3) * 1 / (2 / 3 + 1));
  assertEquals(f1Of(ITEMS, 7), 0);
});

Deno.test("macroF1() counts each class alike, accuracyOf() each item", () => {
  assertAlmostEquals(macroF1(ITEMS, [-1, 0, 1]), (2 / 3 + 4 / 5 + 1 / 2) / 3);
  assertAlmostEquals(accuracyOf(ITEMS), 4 / 6);
});

Deno.test("bootstrapInterval() holds the figure and is the same in every run", () => {
  const items = read(Array.from({ length: 200 }, (_, i) => [1, i % 4 === 0 ? 0 : 1]));
  const { low, high } = bootstrapInterval(items, accuracyOf);
  assert(low < 0.75 && high > 0.75 && high - low < 0.15);
  assertEquals(bootstrapInterval(items, accuracyOf), { low, high });
});

Deno.test("bootstrapInterval() draws what belongs together together", () => {
  const items = read(Array.from({ length: 200 }, (_, i) => [1, i < 100 ? 0 : 1]))
    .map((item, i) => ({ ...item, cluster: String(Math.floor(i / 50)) }));
  const { low, high } = bootstrapInterval(items, accuracyOf);
  assert(high - low > 0.5);
});
