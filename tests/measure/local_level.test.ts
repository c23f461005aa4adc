import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import fc from "fast-check";
import { fitLevel, smoothLevel } from "aras";
import { NILE } from "./nile.ts";

const VARIANCES = { observation: 15099, step: 1469.1 };
const steps = (seen: readonly (number | null)[]) => ({
  seen,
  weight: seen.map((y) => y === null ? 0 : 1),
});

// Reference: statsmodels 0.15.0, UnobservedComponents(nile, "llevel",
// use_exact_diffuse=True).smooth([15099, 1469.1]).
Deno.test("smoothLevel() gives the level and variance of the Nile that statsmodels does", () => {
  const { level, variance, likelihood } = smoothLevel(steps(NILE), VARIANCES);
  const expected: [number, number, number][] = [
    [0, 1111.6683191267957, 4032.1579418084766],
    [1, 1110.857664621807, 3242.9300732247184],
    [28, 950.9300867400271, 2326.7569172443546],
    [50, 829.5504511818576, 2326.756869814385],
    [99, 798.3702926083578, 4032.157941808783],
  ];
  for (const [t, mean, spread] of expected) {
    assertAlmostEquals(level[t], mean, 1e-6);
    assertAlmostEquals(variance[t], spread, 1e-4);
  }
  // statsmodels counts the diffuse observation as −½ log 2π.
  assertAlmostEquals(
    likelihood - 0.5 * Math.log(2 * Math.PI),
    -633.4645636488787,
    1e-6,
  );
});

Deno.test("smoothLevel() bridges missing years as statsmodels does", () => {
  const seen = NILE.map((y, t) =>
    (t >= 20 && t < 40) || (t >= 60 && t < 80) ? null : y
  );
  const { level, variance } = smoothLevel(steps(seen), VARIANCES);
  const expected: [number, number, number][] = [
    [0, 1111.3209465735854, 4032.186797448254],
    [30, 893.7919448454977, 9715.005549011363],
    [70, 837.4061179528111, 9715.005902461402],
    [99, 798.3151146180785, 4032.1867974482548],
  ];
  for (const [t, mean, spread] of expected) {
    assertAlmostEquals(level[t], mean, 1e-6);
    assertAlmostEquals(variance[t], spread, 1e-2);
  }
});

Deno.test("fitLevel() finds variances near those of greatest likelihood on the Nile", () => {
  const { variances } = fitLevel(steps(NILE), [-Infinity, Infinity]);
  // Durbin & Koopman (2012): 15,099 and 1,469.1.
  assertAlmostEquals(variances.observation, 15099, 150);
  assertAlmostEquals(variances.step, 1469.1, 60);
});

Deno.test("fitLevel() widens its band over empty months and stays on the scale", () => {
  const seen = [1.8, 2, 1.9, null, null, null, null, 2, 1.7];
  const { low, high } = fitLevel({
    seen,
    weight: seen.map((y) => y === null ? 0 : 3),
    within: { squares: 5, freedom: 12 },
  });
  assert(high.every((v) => v <= 2) && low.every((v) => v >= -2));
  assert(low[5] < low[1]);
});

Deno.test("fitLevel() answers for a single month and for a series of equal stances", () => {
  for (const seen of [[1], [1, 1, 1], [null, 1, null]]) {
    const { level, low, high } = fitLevel(steps(seen));
    assertEquals(level.map((v) => Math.round(v * 1e9) / 1e9), seen.map(() => 1));
    assert([...low, ...high].every(Number.isFinite));
  }
});

Deno.test("fitLevel() never gives a level outside its band or a number that is none", () => {
  const month = fc.record({
    mean: fc.option(fc.integer({ min: -2, max: 2 }), { nil: null }),
    weight: fc.integer({ min: 1, max: 30 }),
  });
  fc.assert(
    fc.property(fc.array(month, { minLength: 1, maxLength: 40 }), (months) => {
      fc.pre(months.some(({ mean }) => mean !== null));
      const { level, low, high } = fitLevel({
        seen: months.map(({ mean }) => mean),
        weight: months.map(({ mean, weight }) => mean === null ? 0 : weight),
      });
      return level.every((v, t) => low[t] <= v + 1e-9 && v <= high[t] + 1e-9);
    }),
    { numRuns: 60, seed: 1 },
  );
});
