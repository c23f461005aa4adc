import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { pageScore, pagesF1 } from "../../lib/evaluate/page_text.ts";

Deno.test("pageScore() counts four-word sequences found and right", () => {
  // Right: abcd, bcde; found: abcd, bcdx.
  assertEquals(pageScore("a b c d e", "a b c d x"), { precision: 0.5, recall: 0.5 });
  assertEquals(pageScore("a b c d e", ""), { precision: undefined, recall: 0 });
  assertEquals(pageScore("", ""), { precision: 1, recall: undefined });
});

Deno.test("pagesF1() is that of mean precision and mean recall, within its interval", () => {
  const scores = [{ precision: 1, recall: 0.5 }, { precision: 0.5, recall: 1 }, {
    recall: 0,
  }];
  const { value, low, high } = pagesF1(scores);
  assertAlmostEquals(value, 2 * 0.75 * 0.5 / 1.25);
  assert(low <= value && value <= high);
});
