import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { UNKNOWN, WordTable } from "../../lib/text/word_table.ts";

Deno.test("WordTable finds a word in a text whatever its case and quotation marks", () => {
  const table = new WordTable();
  const id = table.add("Isn't");
  assertEquals(table.word(id), "isn't");
  assertEquals(table.find("It ISN’T so", 3, 8), id);
  assertEquals(table.find("It ISN’T so", 3, 7), UNKNOWN);
  assertEquals(table.idOf("it"), UNKNOWN);
});

Deno.test("WordTable gives a word one id, and ids from 1 in order", () => {
  const table = new WordTable();
  assertEquals(["a", "b", "A"].map((word) => table.add(word)), [1, 2, 1]);
  assertEquals(table.length, 3);
});

Deno.test("WordTable compares words as its folds say", () => {
  const folds = Uint16Array.from({ length: 65536 }, (_, unit) => unit);
  folds["c".charCodeAt(0)] = "k".charCodeAt(0);
  const table = new WordTable(folds);
  const id = table.add("cars");
  assertEquals(table.idOf("kars"), id);
  assertEquals(table.idOf("Cars"), UNKNOWN);
});

Deno.test("WordTable holds any number of words, each found and no other", () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.string({ unit: "binary" }), {
        maxLength: 2000,
        minLength: 1000,
        selector: (word) => word.toLowerCase(),
      }),
      (words) => {
        const table = new WordTable();
        const half = words.slice(0, words.length / 2);
        for (const word of half) table.add(word);
        for (const word of half) {
          const id = table.idOf(word);
          assert(id !== UNKNOWN && id < table.length);
          assertEquals(table.add(word), id);
        }
        const held = new Set(half.map((word) => table.word(table.idOf(word))));
        for (const word of words.slice(half.length)) {
          const id = table.idOf(word);
          assert(id === UNKNOWN || held.has(table.word(id)));
        }
      },
    ),
    { numRuns: 10 },
  );
});
