import { assertEquals } from "@std/assert";
import { bothSidesIn } from "../../../lib/extract/statements/both_sides.ts";

Deno.test("bothSidesIn() finds words for two sides that are not named", () => {
  const text =
    "Both sides, the two neighbours and all parties left; besides, a side stayed.";
  assertEquals(
    bothSidesIn(text).map(({ start, end }) => text.slice(start, end)),
    ["Both sides", "the two neighbours", "all parties"],
  );
});
