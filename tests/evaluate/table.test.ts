import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { f1Of, hitsBy } from "../../lib/evaluate/f1.ts";
import { holds, type ValidationRow } from "../../lib/corpus/validation.ts";
import { mergeRows, showRows } from "../../lib/evaluate/table.ts";

const row: ValidationRow = {
  area: "facts",
  set: "made up",
  part: "test",
  method: "rules",
  measure: 'names, "exact"',
  value: 0.5,
  low: 0.25,
  high: 0.75,
  n: 8,
  floor: 0,
  peer: null,
  peer_value: null,
  least: 0.6,
  most: null,
};

Deno.test("mergeRows() replaces what was measured again and keeps the rest", () => {
  const first = mergeRows("", [row, { ...row, set: "other" }, {
    ...row,
    area: "shift",
  }]);
  const second = mergeRows(first, [{ ...row, value: 0.9 }]);
  const lines = second.trim().split("\n");
  assertEquals(lines.length, 4);
  assertEquals(lines.filter((line) => line.includes("0.9")).length, 1);
  assert(lines[3].startsWith("shift,"));
  assertEquals(mergeRows(second, []), second);
});

Deno.test("showRows() says what falls short", () => {
  assert(showRows([row]).includes("falls short"));
  assert(holds({ ...row, least: 0.5 }));
  assert(!holds({ ...row, least: null, most: 0.4 }));
});

Deno.test("f1Of() is F1 over all units with an interval around it", () => {
  const gold = [["s1", "a"], ["s1", "b"], ["s2", "c"]] as const;
  const found = [["s1", "a"], ["s2", "x"]] as const;
  const f1 = f1Of(hitsBy(gold, found));
  assertAlmostEquals(f1.value, 2 * 1 / (2 + 1 + 2), 1e-4);
  assertEquals(f1.n, 3);
  assert(f1.low <= f1.value && f1.value <= f1.high);
});
