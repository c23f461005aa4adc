import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { seededRandom } from "aras";
import { holds } from "../../lib/corpus/validation.ts";
import { shiftSteps } from "../../lib/evaluate/shift.ts";
import { SHIFT_CELLS, simulatedSeries } from "../../lib/evaluate/shift_cells.ts";
import { maxStatistic, ruptures } from "../../lib/evaluate/shift_peers.ts";
import { drawDesign, latent, rounded } from "../../lib/evaluate/simulate.ts";

/** Thirty documents of two statements over as many months. */
const design = Array.from({ length: 30 }, (_, m) => [
  { month: 2020 * 12 + m, position: `${m}a` },
  { month: 2020 * 12 + m, position: `${m}b` },
]);
const designs = { arm: design, aze: design, seed: "test" };

Deno.test("latent() has the mean and standard deviation wanted once rounded", () => {
  for (const [mean, sd] of [[0.39, 0.65], [-0.07, 1.08], [0.9, 0.8]]) {
    const found = latent(mean, sd);
    const [m, s] = rounded(found.mean, found.sd);
    assertAlmostEquals(m, mean, 1e-4);
    assertAlmostEquals(s, sd, 1e-4);
  }
});

Deno.test("drawDesign() draws as many statements as asked, more than there are too", () => {
  for (const n of [1, 20, 60, 150]) {
    const drawn = drawDesign(design, n, seededRandom(1));
    assertEquals(drawn.flat().length, n);
  }
  const alone = drawDesign(design, 50, seededRandom(1), true);
  assert(alone.every((entry) => entry.length === 1));
  assertEquals(new Set(alone.flat().map((s) => s.position)).size, 50);
});

Deno.test("simulatedSeries() has its shift, and is the same each time", () => {
  const [cell] = SHIFT_CELLS;
  const { readings, place } = simulatedSeries(cell, designs, 7);
  assertEquals(simulatedSeries(cell, designs, 7).readings, readings);
  assertEquals(readings.length, cell.n);
  assert(place > 2020 * 12);
});

Deno.test("maxStatistic() is the share of variance that the best split explains", () => {
  const readings = [0, 0, 0, 1, 1, 1].map((stance, m) => ({
    document: `d${m}`,
    position: `p${m}`,
    date: `2021-0${m + 1}`,
    stance,
    weight: 1,
  }));
  assertAlmostEquals(maxStatistic(readings), 1, 1e-12);
});

Deno.test("ruptures() knows every kind of series, and finds more with more alarms", () => {
  for (const cell of SHIFT_CELLS) {
    const few = ruptures(cell, 0.03), many = ruptures(cell, 0.07);
    assertEquals(few.map(({ knows }) => knows), ["noise known", "noise estimated"]);
    few.forEach(({ value }, i) => assert(value < many[i].value));
  }
});

Deno.test("shiftSteps() have names of their own; splits and corrected means hold", () => {
  const steps = shiftSteps(designs, { series: 200 });
  assertEquals(new Set(steps.map((step) => step.name)).size, steps.length);
  for (const step of steps.slice(-4)) {
    for (const row of step.rows()) {
      assertEquals([row.area, row.set], ["shift", "simulated series"]);
      // Coverage of 200 series is not sure to three points; the rest is.
      assert(row.measure.includes("covers") || holds(row), JSON.stringify(row));
    }
  }
});
