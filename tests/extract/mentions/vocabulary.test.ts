import { assertEquals } from "@std/assert";
import { foldText } from "../../../lib/extract/mentions/fold.ts";
import { hashOf, Vocabulary } from "../../../lib/extract/mentions/vocabulary.ts";

Deno.test("Vocabulary numbers many words and finds each in a text", () => {
  const vocabulary = new Vocabulary();
  const words = Array.from({ length: 20_000 }, (_, i) => `w${i.toString(36)}`);
  words.forEach((word, i) => assertEquals(vocabulary.add(word), i));
  assertEquals(vocabulary.add("w0"), 0);
  for (const [i, word] of words.entries()) {
    const text = `, ${word.toUpperCase()}.`;
    assertEquals(vocabulary.at(text, 2, 2 + word.length), i);
  }
  assertEquals(vocabulary.at("none", 0, 4), -1);
});

Deno.test("Vocabulary sees through case, diacritics and vowel signs", () => {
  const vocabulary = new Vocabulary();
  const id = vocabulary.add(foldText("Zəngəzur"));
  assertEquals(vocabulary.at("ZƏNGƏZUR", 0, 8), id);
  const word = vocabulary.add(foldText("طهران"));
  assertEquals(vocabulary.at("طَهران", 0, 6), word);
});

Deno.test("hashOf() goes on from the letters before", () => {
  assertEquals(hashOf("da", hashOf("bakı")), hashOf("bakıda"));
});
