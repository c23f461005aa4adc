import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { tokensIn, tokensOf } from "../../../lib/extract/stance/tokens.ts";

Deno.test("tokensOf() takes contractions and possessives apart", () => {
  assertEquals(tokensOf("Baku's envoys didn't leave; they can't.").words, [
    "baku",
    "'s",
    "envoys",
    "did",
    "n't",
    "leave",
    ";",
    "they",
    "can",
    "n't",
    ".",
  ]);
});

Deno.test("tokensOf() keeps hyphens and inner stops, and makes quotation marks alike", () => {
  assertEquals(tokensOf("“Anti-war” U.S. envoys").words, [
    '"',
    "anti-war",
    '"',
    "u.s",
    ".",
    "envoys",
  ]);
});

Deno.test("tokensOf() gives offsets of what is written, in order, without overlaps", () => {
  fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => {
    const { words, starts, ends } = tokensOf(text);
    let last = 0;
    words.forEach((_, i) => {
      assert(starts[i] >= last && ends[i] > starts[i] && ends[i] <= text.length);
      last = ends[i];
    });
  }));
});

Deno.test("tokensOf() tells a headline, whose capitals name nobody", () => {
  assert(tokensOf("Tehran Condemns Deadly Raid Near Border").headline);
  assert(!tokensOf("Tehran condemned the deadly raid near the border").headline);
});

Deno.test("tokensIn() finds the tokens that a span touches", () => {
  const text = "The Turkish envoy left.";
  const tokens = tokensOf(text);
  assertEquals(tokensIn(tokens, 4, 17), [1, 3]);
  assertEquals(tokensIn(tokens, 3, 4), [1, 1]);
});
