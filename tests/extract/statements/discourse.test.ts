import { assertEquals } from "@std/assert";
import { sentences } from "../../../lib/text/sentences.ts";
import { Discourse } from "../../../lib/extract/statements/discourse.ts";
import { actors, lexicon, mentionsIn } from "./actors.ts";

function discourseOf(text: string, quotations: readonly object[] = []) {
  const input = {
    text,
    sentences: sentences(text),
    mentions: mentionsIn(text),
    quotations: quotations as [],
  };
  return new Discourse(input, actors, lexicon);
}

Deno.test("Discourse remembers who was spoken of, the last first", () => {
  const text = "Armenia met Iran. Omid Zaki met Azerbaijan. It rained.";
  const discourse = discourseOf(text);
  for (const stretch of discourse.input.sentences) {
    const sentence = discourse.read(stretch);
    if (sentence !== undefined) discourse.leave(sentence);
  }
  assertEquals(discourse.memory.states.map(({ id }) => id), ["aze", "irn", "arm"]);
  assertEquals([discourse.person?.id, discourse.body?.id], ["zaki", "arm"]);
});

Deno.test("Discourse reads nothing where nobody is named or quoted", () => {
  const discourse = discourseOf("It rained.");
  assertEquals(discourse.read({ start: 0, end: 10 }), undefined);
});

Deno.test("Discourse cuts a quotation over several sentences at their bounds", () => {
  const text = "“We met. All the two sides asked for is peace,” Omid Zaki said.";
  const told = { start: 1, end: 46, kind: "direct", speaker: "zaki" };
  const discourse = discourseOf(text, [told, { ...told, speaker: null }]);
  const parts = discourse.input.sentences.map((stretch) => discourse.read(stretch)!);
  assertEquals(parts.map(({ told }) => told.map(({ start, end }) => [start, end])), [
    [[1, 8]],
    [[9, 46]],
  ]);
  assertEquals(parts.map(({ bothSides }) => bothSides.length), [0, 1]);
});
