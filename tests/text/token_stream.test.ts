import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { CAPITAL, LY, TokenStream } from "../../lib/text/token_stream.ts";
import { WordTable } from "../../lib/text/word_table.ts";

function tokens(text: string, from?: number, to?: number): string[] {
  const stream = new TokenStream(new WordTable()).read(text, from, to);
  return Array.from(
    { length: stream.count },
    (_, i) => text.slice(stream.starts[i], stream.ends[i]),
  );
}

Deno.test("TokenStream takes contractions and possessives apart", () => {
  assertEquals(
    tokens("Baku’s envoys didn't leave; they’ve no 'ifs'."),
    "Baku|’s|envoys|did|n't|leave|;|they|’ve|no|'|ifs|'|.".split("|"),
  );
});

Deno.test("TokenStream keeps hyphens, ampersands and inner stops and apostrophes", () => {
  assertEquals(
    tokens("“Anti-war” U.S. R&D in O'Hare-"),
    ["“", "Anti-war", "”", "U.S", ".", "R&D", "in", "O'Hare", "-"],
  );
});

Deno.test("TokenStream finds can and will in can't and won't", () => {
  const table = new WordTable();
  const can = table.add("can"), will = table.add("will"), not = table.add("n't");
  const { words } = new TokenStream(table).read("Can't won’t ca");
  assertEquals([...words.subarray(0, 5)], [can, not, will, not, 0]);
});

Deno.test("TokenStream takes quotation marks of all kinds for two", () => {
  const table = new WordTable();
  const double = table.add('"'), single = table.add("'");
  const { words } = new TokenStream(table).read("« „ ‘ ` x");
  assertEquals([...words.subarray(0, 5)], [double, double, single, single, 0]);
});

Deno.test("TokenStream tells capitals and words in -ly", () => {
  const { shapes } = new TokenStream(new WordTable()).read("Only ÖL ly's y");
  assertEquals([...shapes.subarray(0, 5)], [CAPITAL | LY, CAPITAL, LY, 0, 0]);
});

Deno.test("TokenStream reads the stretch that it is given, with offsets of the text", () => {
  assertEquals(tokens("one two three", 4, 9), ["two", "t"]);
  const stream = new TokenStream(new WordTable()).read("one two", 4);
  assertEquals([stream.starts[0], stream.ends[0]], [4, 7]);
});

Deno.test("TokenStream gives tokens in order that leave out nothing but space", () => {
  const stream = new TokenStream(new WordTable());
  fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
    const { count, starts, ends } = stream.read(text);
    let last = 0;
    for (let i = 0; i < count; i++) {
      assert(starts[i] >= last && ends[i] > starts[i]);
      assertEquals(/\S/u.test(text.slice(last, starts[i]).replace(SPACES, "")), false);
      last = ends[i];
    }
    assert(last <= text.length);
  }));
});

/** Marks of direction and of no width, which part words as spaces do. */
const SPACES = /[\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
