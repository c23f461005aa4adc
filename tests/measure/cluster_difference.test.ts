import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { clusterDifference } from "aras";

const cells = (name: string, ...stances: number[]) =>
  new Map(stances.map((total, i) => [`${name}${i}`, { total, weight: 1 }]));

Deno.test("clusterDifference() is Welch's interval where clusters have one statement", () => {
  const found = clusterDifference(
    cells("a", -1, 0, -1, -2, 1),
    cells("b", 1, 0, 1, 2),
  )!;
  // scipy 1.17.1: ttest_ind(after, before, equal_var=False).confidence_interval();
  // jstat's quantile of Student's t is good to seven digits.
  assertAlmostEquals(found.value, 1.6, 1e-12);
  assertAlmostEquals(found.low!, 0.053590991468, 1e-7);
  assertAlmostEquals(found.high!, 3.146409008532, 1e-7);
});

Deno.test("clusterDifference() is surer of a change within the same clusters", () => {
  const before = cells("a", -2, -1, 0, 1), after = cells("a", -1, 0, 1, 2);
  const apart = clusterDifference(before, cells("b", -1, 0, 1, 2))!;
  const same = clusterDifference(before, after)!;
  assertEquals(same.value, apart.value);
  assert(same.error! < apart.error!);
});

Deno.test("clusterDifference() gives no interval where there is none to give", () => {
  assertEquals(clusterDifference(new Map(), cells("a", 1)), null);
  assertEquals(clusterDifference(cells("a", 1), cells("b", 2, 1))!.low, null);
  assertEquals(clusterDifference(cells("a", 1, 1), cells("b", 2, 2))!.low, null);
});
