import { assertEquals } from "@std/assert";
import fc from "fast-check";
import { words } from "../../lib/text/words.ts";

function split(text: string): string[] {
  return words(text).map(({ start, end }) => text.slice(start, end));
}

Deno.test("words() keeps apostrophes and inner dots, and parts hyphens", () => {
  assertEquals(split("Iran-Azerbaijan: Araghchi’s U.S. visit, 1,611.5 km."), [
    "Iran",
    "Azerbaijan",
    "Araghchi’s",
    "U.S",
    "visit",
    "1,611.5",
    "km",
  ]);
});

Deno.test("words() reads every script", () => {
  assertEquals(split("می‌گوید که «Баку» Երևան—თბილისი"), [
    "می‌گوید",
    "که",
    "Баку",
    "Երևան",
    "თბილისი",
  ]);
});

Deno.test("words() keeps astral letters whole and leaves emoji out", () => {
  assertEquals(split("𠮷野 🙂a🙂"), ["𠮷野", "a"]);
});

Deno.test("words() reads the stretch that it is given", () => {
  assertEquals(words("one two three", 4, 7), [{ start: 4, end: 7 }]);
});

Deno.test("words() finds what Intl.Segmenter finds in text of letters and digits", () => {
  const segmenter = new Intl.Segmenter("en", { granularity: "word" });
  const piece = fc.constantFrom(
    "ab",
    "Éa",
    "12",
    " ",
    " - ",
    "; ",
    "'",
    ".",
    "Жж",
    "աբ",
  );
  fc.assert(fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
    const text = pieces.join("").replace(
      /([\d])(?=[^\d\s.,])|([^\d\s.,])(?=\d)/g,
      "$& ",
    );
    const theirs = [...segmenter.segment(text)].filter((s) => s.isWordLike)
      .map((s) => s.segment);
    assertEquals(split(text), theirs);
  }));
});
