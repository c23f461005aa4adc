import { assert, assertEquals, assertThrows } from "@std/assert";
import {
  findShifts,
  seededRandom,
  type SeriesReading as Reading,
  unitsOf,
  UserError,
} from "aras";
import { Shuffler } from "../../lib/measure/shuffler.ts";
import { NILE } from "./nile.ts";

/** Independent readings, one a document, from values by month. */
function readings(values: readonly (readonly [string, number])[]): Reading[] {
  return values.map(([date, stance], i) => ({
    document: `d${String(i).padStart(5, "0")}`,
    position: `p${i}`,
    date,
    stance,
    weight: 1,
  }));
}

/** n stances spread over 60 months, by a function of the month. */
function spread(n: number, stance: (month: number, i: number) => number): Reading[] {
  return readings(Array.from({ length: n }, (_, i) => {
    const month = Math.floor(i * 60 / n);
    const date = `${2020 + Math.floor(month / 12)}-${
      String(month % 12 + 1).padStart(2, "0")
    }`;
    return [date, stance(month, i)] as const;
  }));
}

// Reference: ruptures 1.1.10, Dynp(model="l2", jump=1, min_size=2) and rbf: index 28,
// the first year of the new level is 1899.
Deno.test("findShifts() puts the change of the Nile after 1898", () => {
  const found = findShifts(unitsOf(readings(
    NILE.map((flow, t) => [`${1871 + t}-06`, flow] as const),
  )));
  assertEquals(found.shifts.map((s) => s.month), ["1899-06"]);
  assert(found.p < 0.002);
});

Deno.test("findShifts() finds two shifts, where and how large they are", () => {
  const random = seededRandom(5);
  const found = findShifts(unitsOf(spread(
    150,
    (month) =>
      Math.round((month < 20 ? 1 : month < 40 ? -1 : 1) + 0.5 * random.normal()),
  )));
  assertEquals(found.verdict, "shift");
  assertEquals(found.shifts.map((s) => s.month), ["2021-09", "2023-05"]);
  for (const [i, size] of [-2, 2].entries()) {
    const { low, high, earliest, latest, month } = found.shifts[i];
    assert(low < size && size < high);
    assert(earliest <= month && month <= latest);
  }
  assertEquals(found.levels.length, 3);
});

Deno.test("findShifts() says none, and what would have been found", () => {
  const random = seededRandom(3);
  const found = findShifts(unitsOf(spread(80, () => Math.round(random.normal()))));
  assertEquals(found.verdict, "none");
  assertEquals(found.shifts, []);
  assert(found.smallest !== null && found.smallest > 0.4 && found.smallest < 1.6);
});

Deno.test("findShifts() keeps false alarms near 5 % on series without shift", () => {
  let alarms = 0;
  const series = 200;
  for (let r = 0; r < series; r++) {
    const random = seededRandom(`null ${r}`);
    const { verdict } = findShifts(
      unitsOf(spread(40, () => Math.max(-2, Math.min(2, Math.round(random.normal()))))),
      { permutations: 199, intervals: false, most: 1, seed: r },
    );
    if (verdict === "shift") alarms++;
  }
  // Binomial with p = 0.05: 2 to 20 of 200 in 99.9 % of all runs.
  assert(alarms >= 2 && alarms <= 20, `${alarms} of ${series}`);
});

Deno.test("findShifts() takes reports of one position for one piece of evidence", () => {
  // Ten articles repeat one hostile statement; nine independent ones stay friendly.
  const repeated: Reading[] = Array.from({ length: 10 }, (_, i) => ({
    document: `r${i}`,
    position: "same",
    date: "2023-05-01",
    stance: -2,
    weight: 0.1,
  }));
  const rest = spread(9, () => 1);
  const found = findShifts(unitsOf([...rest, ...repeated]));
  assertEquals(found.clusters, 10);
  assertEquals(found.verdict, "none");
});

Deno.test("findShifts() gives the same numbers whatever the order of rows", () => {
  const rows = spread(60, (month, i) => (month < 30 ? -1 : 1) + i % 2);
  const shuffled = seededRandom(9).shuffle([...rows]);
  assertEquals(findShifts(unitsOf(rows)), findShifts(unitsOf(shuffled)));
});

Deno.test("findShifts() answers for series that cannot show a shift", () => {
  const few = (rows: Reading[]) => findShifts(unitsOf(rows)).verdict;
  assertEquals(few([]), "too few");
  assertEquals(few(readings([["2021-03", 1]])), "too few");
  assertEquals(
    few(readings(Array.from({ length: 30 }, (_, i) => ["2021-03", i % 3] as const))),
    "too few",
  );
  assertEquals(
    few(
      spread(30, (month) => month < 30 ? -1 : 1).map((r) => ({ ...r, document: "a" })),
    ),
    "too few",
  );
  const same = findShifts(unitsOf(spread(30, () => 1)));
  assertEquals([same.verdict, same.p], ["none", 1]);
  const undated = readings([["2021", 1], ["2022", -1]]);
  assertEquals(unitsOf(undated).undated, 2);
  assertEquals(few(undated), "too few");
});

Deno.test("findShifts() refuses a level and a number of permutations that are none", () => {
  const units = unitsOf(spread(30, (m) => m % 2));
  assertThrows(() => findShifts(units, { alpha: 0 }), UserError, "alpha");
  assertThrows(() => findShifts(units, { permutations: 5 }), UserError, "permutations");
});

Deno.test("unitsOf() weighs positions of one document by how much they repeat", () => {
  const document = (name: string, stances: number[]): Reading[] =>
    stances.map((stance, i) => ({
      document: name,
      position: `${name}${i}`,
      date: "2021-01-05",
      stance,
      weight: 1,
    }));
  // Within documents all agree, between them none do: the second adds nothing.
  const agreed = unitsOf(
    Array.from({ length: 40 }, (_, i) => document(`d${i}`, i % 2 ? [1, 1] : [-1, -1]))
      .flat(),
  );
  assert(agreed.weight.every((w) => w < 1.1));
  // Within documents they differ as much as anywhere: each counts.
  const apart = unitsOf(
    Array.from({ length: 40 }, (_, i) => document(`d${i}`, [1, -1])).flat(),
  );
  assert(apart.weight.every((w) => w > 1.7));
});

Deno.test("unitsOf() can take whole months for its units", () => {
  const units = unitsOf(spread(120, (_, i) => i % 3 - 1), "months");
  assertEquals(units.month.length, 60);
  assertEquals(new Set(units.cluster).size, 60);
});

Deno.test("a Shuffler keeps clusters together and stretches apart", () => {
  // Units in order of time; clusters 1 and 2 have a unit in either stretch.
  const cluster = Int32Array.from([0, 1, 2, 3, 1, 2, 4, 5]);
  const stretch = Int32Array.from([0, 0, 0, 0, 1, 1, 1, 1]);
  const shuffler = new Shuffler(cluster, stretch);
  const random = seededRandom(1);
  for (let i = 0; i < 50; i++) {
    const order = shuffler.shuffle(random);
    assertEquals([...order].sort(), [0, 1, 2, 3, 4, 5, 6, 7]);
    order.forEach((u, place) => assertEquals(stretch[u], stretch[place]));
    // Where the first unit of cluster 1 goes, its second goes along.
    assertEquals(order[1] === 2, order[4] === 5);
  }
});
