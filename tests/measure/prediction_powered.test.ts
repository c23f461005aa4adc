import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import {
  predictionPoweredDifference,
  predictionPoweredMean,
  seededRandom,
  UserError,
} from "aras";
import { OTHERS, PREDICTED, TRUTH } from "./prediction_powered_data.ts";

const one = (total: number) => ({ total, weight: 1 });
const checked = TRUTH.map((y, i) => ({ coded: one(y), extracted: one(PREDICTED[i]) }));
const unchecked = OTHERS.map(one);

// Reference: ppi-python 0.2.3, ppi_mean_pointestimate and ppi_mean_ci(alpha=0.05), which
// divides by n and takes the normal quantile.
Deno.test("predictionPoweredMean() has the value that ppi-python gives at reliance 1", () => {
  const found = predictionPoweredMean(checked, unchecked, 1)!;
  assertAlmostEquals(found.value, 0.162, 1e-9);
  const theirs = (0.40915667 + 0.08515667) / 2 / 1.959963984540054;
  assert(found.error > theirs && found.error < theirs * 1.015);
});

Deno.test("predictionPoweredMean() tunes its reliance as ppi-python does", () => {
  const found = predictionPoweredMean(checked, unchecked)!;
  assertAlmostEquals(found.value, 0.21777102, 0.01);
  const theirs = (0.43159978 - 0.00394226) / 2 / 1.959963984540054;
  assertAlmostEquals(found.error / theirs, 1, 0.03);
});

Deno.test("predictionPoweredMean() follows people alone where nothing else is there", () => {
  const found = predictionPoweredMean(checked, [])!;
  const mean = TRUTH.reduce((s, v) => s + v, 0) / TRUTH.length;
  assertAlmostEquals(found.value, mean, 1e-12);
  assertEquals(found.reliance, 0);
});

Deno.test("predictionPoweredMean() corrects statements that software misses", () => {
  const random = seededRandom(2);
  // Half of all documents have a friendly statement, half a hostile one, and the software
  // finds the friendly ones alone.
  const document = () => {
    const coded = one(random.next() < 0.5 ? 1 : -1);
    return { coded, extracted: coded.total > 0 ? coded : { total: 0, weight: 0 } };
  };
  const sample = Array.from({ length: 200 }, document);
  const rest = Array.from({ length: 3000 }, () => document().extracted);
  const found = predictionPoweredMean(sample, rest)!;
  assert(found.low! < 0 && 0 < found.high!);
  assert(found.error < predictionPoweredMean(sample, [])!.error);
});

Deno.test("predictionPoweredDifference() subtracts the first period from the second", () => {
  const moved = {
    checked: checked.map(({ coded, extracted }) => ({
      coded: one(coded.total + 1),
      extracted: one(extracted.total + 1),
    })),
    unchecked: unchecked.map(({ total }) => one(total + 1)),
  };
  const found = predictionPoweredDifference({ checked, unchecked }, moved)!;
  assertAlmostEquals(found.value, 1, 1e-9);
  assert(found.low! < 1 && 1 < found.high!);
});

Deno.test("predictionPoweredMean() refuses what it cannot work with", () => {
  assertThrows(() => predictionPoweredMean(checked.slice(0, 1), []), UserError, "two");
  assertThrows(
    () => predictionPoweredMean(checked, unchecked, 2),
    UserError,
    "from 0 to 1",
  );
  const none = { coded: { total: 0, weight: 0 }, extracted: one(1) };
  assertEquals(predictionPoweredMean([none, none], unchecked), null);
});
