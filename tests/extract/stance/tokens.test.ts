import { assertEquals } from "@std/assert";
import { Tokenizer } from "@huggingface/tokenizers";
import fc from "fast-check";
import { rememberingWords } from "../../../lib/extract/stance/tokens.ts";

const tokenizer = new Tokenizer(
  JSON.parse(
    await Deno.readTextFile(
      new URL("../../../data/models/stance/tokenizer.json", import.meta.url),
    ),
  ),
  {},
);
const whole = (text: string) =>
  tokenizer.encode(text, { add_special_tokens: false }).ids;

Deno.test("rememberingWords() gives the tokens that the tokenizer gives the whole text", () => {
  const remembering = rememberingWords(whole);
  const piece = fc.oneof(
    fc.constantFrom(" ", "\n", "\t", "\r\n", "\v", "\f", "\u00a0", "\u2009", "\u3000"),
    fc.constantFrom(
      "Qarabağ",
      "don't",
      "Mr.",
      "“we",
      "停火",
      "تهران",
      "e\u0301",
      "…",
      "\u0000",
    ),
    fc.string({ unit: "grapheme" }),
  );
  fc.assert(fc.property(fc.array(piece), (pieces) => {
    const text = pieces.join("");
    assertEquals(remembering(text), whole(text));
  }));
});

Deno.test("rememberingWords() asks for each word once", () => {
  const asked: string[] = [];
  const remembering = rememberingWords((word) => [asked.push(word)]);
  assertEquals(remembering("so and so"), [1, 2, 1]);
  assertEquals(remembering("\nand  more "), [2, 3]);
  assertEquals(asked, ["so", "and", "more"]);
});

Deno.test("rememberingWords() takes a text of a million signs without a blank", () => {
  const remembering = rememberingWords((word) => Array.from(word, (_, i) => i));
  assertEquals(remembering("a,".repeat(500_000)).length, 1_000_000);
});
