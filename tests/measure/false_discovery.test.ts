import { assertAlmostEquals, assertEquals } from "@std/assert";
import fc from "fast-check";
import { falseDiscovery } from "aras";

// The fifteen p-values of Benjamini & Hochberg (1995, section 3.2): four are rejected at
// 5 %, where Bonferroni rejects three.
Deno.test("falseDiscovery() rejects four of the fifteen tests of its authors", () => {
  const p = [
    0.0001,
    0.0004,
    0.0019,
    0.0095,
    0.0201,
    0.0278,
    0.0298,
    0.0344,
    0.0459,
    0.324,
    0.4262,
    0.5719,
    0.6528,
    0.759,
    1,
  ];
  const q = falseDiscovery(p);
  assertEquals(q.filter((v) => v <= 0.05).length, 4);
  assertAlmostEquals(q[3], 0.0095 * 15 / 4, 1e-12);
});

Deno.test("falseDiscovery() keeps the order and never lowers a p-value", () => {
  const value = fc.integer({ min: 0, max: 1000 }).map((v) => v / 1000);
  fc.assert(
    fc.property(fc.array(value), (p) => {
      const q = falseDiscovery(p);
      return p.every((v, i) =>
        q[i] >= v - 1e-12 && q[i] <= 1 && p.every((w, j) => v >= w || q[i] <= q[j])
      );
    }),
    { seed: 1 },
  );
});
